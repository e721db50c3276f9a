"""The tests of gui/backups."""
