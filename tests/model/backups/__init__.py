"""The tests of model/backups."""
