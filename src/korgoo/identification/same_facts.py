"""One fact, several catalogues: an answer holds wherever the same thing is asked."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from korgoo.identification.rules import Value

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue

Told = tuple[Value, str]  # what is known of an indicator, and the source it comes from
ANSWERED = frozenset({Value.PRESENT, Value.ABSENT})


def rank_of(told: Told | None) -> int:
    """Order what is known of a sign: present counts before absent, an answer before none."""
    return _ORDER.index(told[0]) if told else 0


def spread(told: Mapping[str, Told], catalogues: "Iterable[Catalogue]") -> dict[str, Told]:
    """Let an answer hold for every indicator that states the same fact.

    Within the indicators that are the same by ``same_as``, directly or through others, present
    counts before absent, and an answer before none. A catalogue that is second to another is left
    out: its indicators sum several up (``second_answers``).

    Args:
        told: Value and source by code, of any catalogues.
        catalogues: Those among which the answers are spread.

    Returns:
        All that was told, and what follows. An answer of its own keeps its source where it says
        as much; otherwise the source is that of the answer that counts, the first by code.
    """
    found = dict(told)
    for codes in same_facts(catalogues):
        known = [told[code] for code in codes if code in told]
        best = max(known, key=rank_of, default=None)
        for code in codes:
            if best and rank_of(best) > rank_of(told.get(code)):
                found[code] = best
    return found


def same_facts(catalogues: "Iterable[Catalogue]") -> list[list[str]]:
    """List the groups of codes that state the same fact, sorted; those alone are left out."""
    beside: dict[str, set[str]] = {}
    for catalogue in catalogues:
        for sign in () if catalogue.second_to else catalogue.indicators:
            for other in sign.same_as:
                beside.setdefault(sign.code, set()).add(other)
                beside.setdefault(other, set()).add(sign.code)
    groups: list[list[str]] = []
    seen: set[str] = set()
    for code in sorted(beside):
        if code not in seen:
            group = _reachable(code, beside)
            seen |= group
            groups.append(sorted(group))
    return groups


def facts_of(catalogues: "Iterable[Catalogue]") -> list[list[str]]:
    """List all facts that may be answered, each by its codes: several where catalogues share it."""
    asked = [one for one in catalogues if not one.second_to]
    shared = same_facts(asked)
    grouped = {code for codes in shared for code in codes}
    alone = [s.code for one in asked for s in one.indicators if s.code not in grouped]
    return shared + [[code] for code in alone]


def _reachable(code: str, beside: Mapping[str, set[str]]) -> set[str]:
    found, waiting = {code}, [code]
    while waiting:
        new = beside[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return found


def second_answers(catalogue: "Catalogue", values: Mapping[str, Value]) -> dict[str, Value]:
    """Answer a catalogue that is never asked by itself from the answers to the first.

    Args:
        catalogue: One that is second to another; its indicators name theirs in ``same_as``.
        values: What is known, by code of the first.

    Returns:
        Present where any of the named is present, absent where all are absent; others are open
        and left out.
    """
    found = {}
    for sign in catalogue.indicators:
        named = {values.get(code) for code in sign.same_as}
        if Value.PRESENT in named:
            found[sign.code] = Value.PRESENT
        elif named == {Value.ABSENT}:
            found[sign.code] = Value.ABSENT
    return found


_ORDER = (Value.NOT_ASKED, Value.UNKNOWN, Value.REFUSED, Value.ABSENT, Value.PRESENT)
