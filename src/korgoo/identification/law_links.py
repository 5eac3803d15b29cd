"""What of the guideline in force rests on an article of the lawbook."""

from collections.abc import Iterable, Iterator

from django.utils.translation import pgettext

from korgoo.identification import editions, explanation
from korgoo.lawbook.api import Dependent


def of_edition(asked: frozenset[str]) -> list[Dependent]:
    """List what in the edition in force rests on any of some articles. It holds nothing on a person.

    Args:
        asked: "law-55-2005#21-4", "law-55-2005"...
    """
    return [Dependent(kind, title) for kind, title, refs in _resting() if asked & set(refs)]


def _resting() -> Iterator[tuple[str, str, Iterable[str]]]:
    guideline, language = editions.current().data, explanation.language()
    if guideline.head is not None:
        kind = pgettext("rests on an article", "Guideline")
        yield kind, guideline.head.title.in_language(language), guideline.head.rests_on
    for catalogue in guideline.catalogues.values():
        for sign in catalogue.indicators:
            kind = pgettext("rests on an article", "Sign of the guideline")
            yield kind, f"{sign.code} {sign.title.in_language(language)}", sign.rests_on
