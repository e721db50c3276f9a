"""Tests of the form of a record."""
