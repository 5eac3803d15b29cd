"""What pages of councils show."""
