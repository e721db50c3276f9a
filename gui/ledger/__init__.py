"""问题台账: the sheet of all numbered issues, typed into in place."""
