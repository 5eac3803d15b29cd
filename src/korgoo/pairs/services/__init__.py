"""Deeds: comparing, asking, answering, connecting."""
