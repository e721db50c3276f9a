"""Tests of the table of records."""
