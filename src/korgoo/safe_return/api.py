"""What other missions may ask. Plain data out, never a model."""
