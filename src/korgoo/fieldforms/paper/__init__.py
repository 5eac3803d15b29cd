"""A view on paper: a form to fill in by hand, or a card to carry."""

from korgoo.fieldforms.paper.sheet import Sheet, render

__all__ = ["Sheet", "render"]
