"""A plan as a file: read, checked cell by cell, made into a tree. No records here."""
