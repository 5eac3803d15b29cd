"""Lists of activities as files: read, checked cell by cell. No records here."""
