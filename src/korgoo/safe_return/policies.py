"""Rules: facts in, verdict out."""
