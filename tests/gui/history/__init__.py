"""Tests of the windows on the past."""
