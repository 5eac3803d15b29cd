"""Questions to the records."""
