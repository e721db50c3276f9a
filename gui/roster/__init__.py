"""The room 领导小组: who is in the leading group, what weighs on each, the notice's paragraph."""
