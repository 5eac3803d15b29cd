"""Korgoo: one platform to identify, protect and assist trafficked persons."""
