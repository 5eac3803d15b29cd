"""Lists of the Ministry as files: read, checked row by row, compared with the register. No records here."""
