"""The same person, found on keyed encodings: skeletons, filters, candidates, scores. Plain Python and NumPy."""
