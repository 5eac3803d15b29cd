from korgoo.consultation.presentation.adoptions import adoption, proposing
from korgoo.consultation.presentation.drafts import extending, lists, opening, page
from korgoo.consultation.presentation.notices import notice, notices
from korgoo.consultation.presentation.parts import answer, part, place_of

__all__ = [
    "adoption",
    "answer",
    "extending",
    "lists",
    "notice",
    "notices",
    "opening",
    "page",
    "part",
    "place_of",
    "proposing",
]
