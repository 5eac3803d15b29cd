"""Differences, faults and refusals in words, in the language of the page."""

from korgoo.workshop.wording.changes import Words
from korgoo.workshop.wording.faults import fault_words, shape_words
from korgoo.workshop.wording.lines import Line
from korgoo.workshop.wording.refusals import refusal

__all__ = ["Line", "Words", "fault_words", "refusal", "shape_words"]
