"""Tests of the page with the ways in."""
