"""The vocabulary. Stored values: renaming one needs a migration."""
