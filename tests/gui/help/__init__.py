"""Tests of the written help."""
