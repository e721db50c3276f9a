"""The tests, folder by folder a mirror of what they hold; `python3 -m tests` runs them all."""
