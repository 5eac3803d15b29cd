"""What comes back from other collecting tools: files read, checked and named fault by fault."""
