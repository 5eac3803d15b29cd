"""Papers of a return: a receipt of the handover, a card for the pocket, a letter to a partner."""

from korgoo.safe_return.papers.content import card, recall, receipt
from korgoo.safe_return.papers.printing import render

__all__ = ["card", "recall", "receipt", "render"]
