"""Persons counted once over several organisations, and how well the same person is found. Counts alone."""
