"""The official decision on the status of a person, and what follows in proceedings."""
