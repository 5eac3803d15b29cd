"""What ``bench/matching.py`` runs, each in a process of its own: our engine and its peers on the same files."""
