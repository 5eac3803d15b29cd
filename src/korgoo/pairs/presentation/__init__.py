"""What the pages show, in words."""

from korgoo.pairs.presentation.keys import of_key
from korgoo.pairs.presentation.minding import of_minder
from korgoo.pairs.presentation.owning import of_case, of_house, question_words
from korgoo.pairs.presentation.watching import list_words, pair_words

__all__ = [
    "list_words",
    "of_case",
    "of_house",
    "of_key",
    "of_minder",
    "pair_words",
    "question_words",
]
