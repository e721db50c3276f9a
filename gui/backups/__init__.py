"""Backups in the window: when they are taken, what is said of them, how one is brought back."""
