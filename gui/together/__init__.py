"""Work on several issues at once: one form, one operation, a report of who was held back."""
