"""The way through a card: which pages are asked, which comes next, and what to do at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.identification import guidelines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.countrypack.schema.base import Text
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.guidelines import Choice


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one is: numbers of the pages that are asked, given the answers so far, from 1."""

    pages: tuple[int, ...]

    def next_after(self, number: int) -> int | None:
        """Give the next page that is asked; None when the questions are over."""
        return next((page for page in self.pages if page > number), None)

    def before(self, number: int) -> int | None:
        """Give the page that was asked before; None on the first."""
        return next((page for page in reversed(self.pages) if page < number), None)

    def place_of(self, number: int) -> int:
        """Say which step a page is, from 1."""
        return self.pages.index(number) + 1


def progress_of(view: "AgencyView", choices: "Sequence[Choice]") -> Progress:
    """Say which pages of a view are asked after these choices."""
    reached = guidelines.reached(view.pages, choices)
    return Progress(tuple(n for n, is_in in enumerate(reached, start=1) if is_in))


def at_once(view: "AgencyView", number: int | None, choices: "Sequence[Choice]") -> "list[Text]":
    """List what to do now after the answers of one page, in the order of its questions."""
    if number is None:
        return []
    chosen = {choice.question: choice.option for choice in choices}
    return [
        option.now
        for question in view.pages[number - 1].questions
        for option in question.options
        if option.now is not None and chosen.get(question.key) == option.key
    ]
