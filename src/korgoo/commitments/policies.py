"""Who may do what. No queries, no request: facts in, verdict out."""
