"""The reading of a card on one page: two languages or as asked for, a place for the stamp, no story."""

from korgoo.identification.paper.printing import render

__all__ = ["render"]
