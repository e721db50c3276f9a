"""What every window is dressed in."""
