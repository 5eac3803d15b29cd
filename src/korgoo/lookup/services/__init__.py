"""Deeds: making, giving and changing the matching key; encoding people; putting cases together."""
