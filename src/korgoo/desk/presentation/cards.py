from typing import TYPE_CHECKING

from korgoo.countrypack import api as packs
from korgoo.desk import wording
from korgoo.desk.presentation.lines import Row
from korgoo.lib.errors import NotFound
from korgoo.rights import api as rights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.desk.forms import CardsForm

MOST_FOUND = 6


def looked_up(form: "CardsForm", language: str) -> Row:
    """Find knowledge cards for what a caller says: in their language, and beside it in the reader's.

    Args:
        form: What was looked for, and which cards were told already: these stay.
        language: The caller's; empty: not chosen yet.
    """
    caller = (
        language if language in packs.current().languages else packs.current().default_language
    )
    told = [str(key) for key in form["cards"].value() or ()]
    found = _found(form, caller)
    keys = list(dict.fromkeys([*told, *(one.key for one in found[:MOST_FOUND])]))
    numbers = {one.key: one for one in rights.numbers_for(None, caller)}
    rows = [_card(key, caller, numbers) | {"is_told": key in told} for key in keys]
    return {
        "cards": [row for row in rows if row.get("said")],
        "was_looked": _was_looked(form),
        "has_more": len(found) > MOST_FOUND,
        "in_language": wording.language_name(caller),
        "is_their_language": not language or caller == language,
        "is_readers": caller == wording.reader(),
        "caller_code": caller,
    }


def _found(form: "CardsForm", language: str) -> list[rights.Statement]:
    words, place, trouble = (
        str(form[name].value() or "").strip()
        for name in ("look_words", "look_place", "look_trouble")
    )
    if words:
        found = list(rights.find(words, language, place or None).statements)
        return [one for one in found if not trouble or trouble in one.questions]
    if place or trouble:
        return rights.items_for(place or None, trouble or None, language)
    return []


def _was_looked(form: "CardsForm") -> bool:
    return any(form[name].value() for name in ("look_words", "look_place", "look_trouble"))


def _card(key: str, language: str, numbers: "Mapping[str, rights.CallNumber]") -> Row:
    try:
        said = rights.statement(key, language)
        read = rights.statement(key, wording.reader())
    except NotFound:
        return {}
    return {
        "key": key,
        "said": said,
        "read": read if language != wording.reader() else None,
        "place": wording.destination_name(said.destination),
        "numbers": [numbers[one] for one in said.numbers if one in numbers],
    }
