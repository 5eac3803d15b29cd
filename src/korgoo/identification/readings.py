"""One card, read under one edition: its own catalogue, the others it asks about, and forced labour.

Plain data in and out; what is stored with a card comes from here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.identification import guidelines
from korgoo.identification.enums import Moved
from korgoo.identification.rules import Outcome, Reading, Value, read
from korgoo.identification.same_facts import ANSWERED, facts_of, rank_of

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.earlier import Known
    from korgoo.identification.guidelines import Choice, Told

Answers = dict[str, dict[str, str]]
# From the one that asks for most to the one that says least.
RANK = (
    Outcome.STRONG,
    Outcome.ELEMENTS,
    Outcome.SOME,
    Outcome.LABOUR_RIGHTS,
    Outcome.SIGNS,
    Outcome.NOT_ENOUGH,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card says: choices, age, whether the person left home, and what was known before."""

    choices: tuple["Choice", ...]
    child: bool
    moved: str = ""
    earlier: "Mapping[str, Known] | None" = None


def answers_of(view: "AgencyView", facts: Facts, guideline: "GuidelineData") -> Answers:
    """Say what the choices tell about every indicator of the guideline.

    Choices on pages that are passed over do not count. An earlier answer stands where this card
    gives none, with its day under ``on``.

    Returns:
        By code: ``value`` and ``source``, ``on`` (ISO date) for what was known before.
    """
    reached = guidelines.reached(view.pages, facts.choices)
    asked = [
        q for page, is_in in zip(view.pages, reached, strict=True) if is_in for q in page.questions
    ]
    catalogues = tuple(guideline.catalogues.values())
    codes = frozenset(sign.code for one in catalogues for sign in one.indicators)
    own = guidelines.spread(guidelines.answers(asked, facts.choices, codes), catalogues)
    told = {code: {"value": str(v), "source": source} for code, (v, source) in own.items()}
    return told | _taken_over(own, facts.earlier or {}, catalogues)


def _taken_over(
    own: "Mapping[str, Told]", earlier: "Mapping[str, Known]", catalogues: "tuple[Catalogue, ...]"
) -> Answers:
    """Take over what earlier cards say of facts on which this card says nothing.

    A fact may have a code in several catalogues: an answer of this card to one of them stands
    against all that was known of the fact before, and of that the newest holds for all.
    """
    found = {}
    for codes in facts_of(catalogues):
        known = [earlier[code] for code in codes if code in earlier]
        if not known or any(own[code][0] in ANSWERED for code in codes if code in own):
            continue
        newest = max(known, key=lambda k: (k.on, rank_of((k.value, k.source))))
        for code in codes:
            row = earlier.get(code, newest)
            row = row if (row.on, row.value) == (newest.on, newest.value) else newest
            found[code] = _as_known(row)
    return found


def _as_known(known: "Known") -> dict[str, str]:
    return {"value": str(known.value), "source": known.source, "on": known.on.isoformat()}


def read_all(
    view: "AgencyView", answers: Answers, guideline: "GuidelineData", *, child: bool, moved: str
) -> list[Reading]:
    """Read the answers under each catalogue of a view, the view's own first.

    For cases without migration the catalogues that are second to one of them follow.

    Args:
        view: What was asked.
        answers: As ``answers_of`` gives them, or as stored with a card.
        guideline: The edition to read under.
        child: The rules for children hold.
        moved: One of ``Moved``, or empty.
    """
    values = {code: Value(row["value"]) for code, row in answers.items()}
    known = [guideline.catalogues[key] for key in view.catalogues if key in guideline.catalogues]
    readings = [read_one(catalogue, values, child=child) for catalogue in known]
    if moved == Moved.NO:
        keys = {catalogue.key for catalogue in known}
        for second in guideline.catalogues.values():
            if second.second_to in keys:
                derived = guidelines.second_answers(second, values)
                readings.append(read_one(second, derived, child=child))
    return readings


def read_one(catalogue: "Catalogue", values: Mapping[str, Value], *, child: bool) -> Reading:
    """Read answers under one catalogue; codes that it does not ask about are passed over."""
    rule_book = guidelines.guideline(catalogue, catalogue.profile_for(child=child), child=child)
    fitting = {code: value for code, value in values.items() if code in rule_book.codes}
    return read(rule_book, fitting)


def headline(readings: "Iterable[Reading]") -> Reading:
    """Choose the reading that is shown first: the one that asks for most."""
    return min(readings, key=lambda reading: RANK.index(reading.outcome))
