"""One card, read under one edition: its own catalogue, the others it asks about, and forced labour.

Plain data in and out; what is stored with a card comes from here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.identification import guidelines
from korgoo.identification.enums import Moved
from korgoo.identification.rules import Outcome, Reading, Value, read

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.earlier import Known
    from korgoo.identification.guidelines import Choice

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
    own = guidelines.answers(asked, facts.choices, codes)
    before = {code: (k.value, k.source) for code, k in (facts.earlier or {}).items()}
    days = {code: k.on.isoformat() for code, k in (facts.earlier or {}).items()}
    told = {code: {"value": str(v), "source": s} for code, (v, s) in own.items()}
    for code, (value, source) in before.items():
        if code in codes and own.get(code, (None,))[0] not in {Value.PRESENT, Value.ABSENT}:
            told[code] = {"value": str(value), "source": source, "on": days[code]}
    return _spread(told, catalogues)


def _spread(told: Answers, catalogues: "tuple[Catalogue, ...]") -> Answers:
    """Let an answer hold for the same fact in the other catalogues too."""
    plain = {code: (Value(row["value"]), row["source"]) for code, row in told.items()}
    wide = guidelines.spread(plain, catalogues)
    return {
        code: told.get(code) or {"value": str(value), "source": source}
        for code, (value, source) in wide.items()
    }


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
