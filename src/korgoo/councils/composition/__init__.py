"""The composition of a body as a file: read, checked cell by cell, compared with its seats. No records here."""
