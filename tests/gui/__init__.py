"""Tests of what is seen, offscreen, through the same doors as the user."""
