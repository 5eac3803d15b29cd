"""Numbers as editors see them: all of them, with calls, changes, and the statements that name them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.lib.errors import NotFound
from korgoo.rights.enums import NumberKind
from korgoo.rights.models import ItemVersion, Number
from korgoo.rights.selectors.editing import require_editor

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

KINDS = tuple(NumberKind)


def all_numbers(*, destination: str = "", actor: "Actor") -> list[Number]:
    """List all numbers, those for danger first, also those that are given to nobody.

    Args:
        destination: Key of the only destination; empty for all.
        actor: Who asks.

    Raises:
        NotFound: The actor does not write public information.
    """
    require_editor(actor)
    rows = [
        one for one in Number.objects.all() if not destination or destination in one.destinations
    ]
    return sorted(rows, key=lambda one: KINDS.index(NumberKind(one.kind)))


def get_number(key: str, *, actor: "Actor") -> Number:
    """Fetch a number with its calls and changes.

    Raises:
        NotFound: No such number, or the actor does not write public information.
    """
    require_editor(actor)
    rows = Number.objects.prefetch_related(
        "calls__by", "calls__organisation", "changes__by", "changes__organisation"
    )
    found = rows.filter(key=key).first()
    if found is None:
        raise NotFound(_("We found no such number."))
    return found


def naming(keys: Iterable[str]) -> dict[str, list[ItemVersion]]:
    """List by number the published statements that name it."""
    found: dict[str, list[ItemVersion]] = {key: [] for key in keys}
    for version in ItemVersion.objects.published().with_words():
        for key in version.numbers:
            if key in found:
                found[key].append(version)
    return found


def spelling_out(number: str) -> list[ItemVersion]:
    """List the published statements whose own words hold a number, which no correction reaches."""
    digits = _digits(number)
    return [
        version
        for version in ItemVersion.objects.published().with_words()
        if any(
            _holds(words, digits)
            for texts in (version.title, version.text, version.sms)
            for words in texts.values()
        )
    ]


def _holds(words: str, digits: str) -> bool:
    """Look for the number between letters: spaces and dashes inside it do not count."""
    runs, run = [], ""
    for sign in f"{words} .":
        if sign.isdigit():
            run += sign
        elif sign not in " -()+" and run:
            runs.append(run)
            run = ""
    return digits in [*runs, *words.replace("+", " ").split()]


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
