"""What pages and papers of meetings show."""
