"""How our file is told from any other before anything in it is touched."""

APPLICATION_ID = 0x545A5447  # "TZTG"
VERSION = 2
"""The number of migrations: raised by one with each that is added in ``schema``."""
