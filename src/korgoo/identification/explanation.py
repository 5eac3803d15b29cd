"""A reading laid out for its page: words of the guideline and of the rules beside each code."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from korgoo.countrypack import api as packs
from korgoo.identification import agency_views, editions, guidelines, readings, wording
from korgoo.identification.enums import Given, Opinion
from korgoo.identification.rules import Outcome, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.models import Screening
    from korgoo.identification.readings import Answers
    from korgoo.identification.rules import DimensionReading, ElementReading

# More is a questionnaire again; the first ones are those that weigh most.
MOST_OPEN = 3
TONES = {"positive": "active", "not_shown": "closed", "open": "waiting"}
WEIGHTS = ("strong", "medium", "weak")
Row = dict[str, Any]


def language() -> str:
    """Return the language of the page, as the pack names it."""
    return (get_language() or packs.current().default_language)[:2]


def stored_readings(screening: "Screening") -> list[Reading]:
    """Give the readings that were made of a card, as they were, its own catalogue first."""
    return [Reading.from_data(row) for row in (screening.reading, *screening.others) if row]


def explain(screening: "Screening") -> Row:
    """Lay out the readings of a card, as they were made.

    Args:
        screening: One that was read.

    Returns:
        Words for the page: the headline with its advice, and each reading with its reasons.
    """
    made = stored_readings(screening)
    return explain_under(screening, editions.of(screening), made, screening.answers)


def explain_under(
    screening: "Screening",
    edition: editions.Edition,
    made: "Iterable[Reading]",
    answers: "Answers",
) -> Row:
    """Lay out readings of a card in the words of an edition, its own or another one."""
    found = list(made)
    view = _view(screening, edition)
    first = readings.headline(found)
    return {
        "name": wording.outcome_name(first.outcome),
        "sentence": wording.outcome_sentence(first.outcome),
        "because": wording.because_sentence(first.because),
        "caution": wording.CAUTION,
        "urgent": wording.URGENT if any(row.urgent for row in found) else "",
        "advice": _advice(view, first.outcome),
        "advice_status": view.provenance.status if view else "needs_review",
        "routes": _routes(screening, edition, found, answers),
        "readings": [_one(row, edition, view, answers) for row in found],
        "edition": edition,
    }


def first_page_with(screening: "Screening", code: str) -> int | None:
    """Find the page of the view that asks about an indicator; None when none does."""
    view = _view(screening, editions.of(screening))
    for number, page in enumerate(view.pages if view else (), start=1):
        if any(code in option.sets for q in page.questions for option in q.options):
            return number
    return None


def _view(screening: "Screening", edition: editions.Edition) -> "AgencyView | None":
    try:
        return agency_views.view_of(screening.view, edition.data, child=screening.is_child)
    except KeyError:
        return None  # another edition may have dropped it


def _advice(view: "AgencyView | None", outcome: Outcome) -> str:
    words = view.advice.get(outcome.value) if view else None
    return words.in_language(language()) if words else ""


def _routes(
    screening: "Screening",
    edition: editions.Edition,
    found: list[Reading],
    answers: "Answers",
) -> list[Row]:
    """Say which ways the guideline opens besides the advice of the view."""
    present = {code for code, row in answers.items() if row["value"] == "present"}
    must_wait = any(
        sign.non_punishment and sign.code in present
        for catalogue in edition.data.catalogues.values()
        for sign in catalogue.indicators
    )
    outcomes = {row.outcome for row in found}
    return wording.routes(outcomes, child=screening.is_child, sanctions_wait=must_wait)


def _one(
    reading: Reading,
    edition: editions.Edition,
    view: "AgencyView | None",
    answers: "Answers",
) -> Row:
    catalogue = edition.data.catalogues[reading.guideline_key]
    asked = _asked(view)
    return {
        "title": catalogue.title.in_language(language()),
        "version": reading.version,
        "status": catalogue.provenance.status,
        "rule": wording.kind_sentence(reading.rule),
        "is_second": catalogue.second_to is not None,
        "name": wording.outcome_name(reading.outcome),
        "because": wording.because_sentence(reading.because),
        "elements": [_element(row, catalogue) for row in reading.elements],
        "dimensions": [
            _dimension(row, catalogue, answers, asked if catalogue.second_to is None else None)
            for row in reading.dimensions
        ],
        "would_change": _would_change(reading, catalogue),
    }


def _element(row: "ElementReading", catalogue: "Catalogue") -> Row:
    titles = {e.key: e.title.in_language(language()) for e in catalogue.elements}
    return {
        "title": titles.get(row.key, row.key),
        "state": wording.state_sentence(row.state),
        "tone": TONES[row.state.value],
        "is_needed": row.needed,
    }


def _dimension(
    row: "DimensionReading",
    catalogue: "Catalogue",
    answers: "Answers",
    asked: frozenset[str] | None,
) -> Row:
    titles = {d.key: d.title.in_language(language()) for d in catalogue.dimensions}
    still_open = [code for code in row.open if asked is not None and code in asked]
    return {
        "title": titles.get(row.dimension, row.dimension),
        "state": wording.state_sentence(row.state),
        "tone": TONES[row.state.value],
        "rule": wording.rule_sentence(row.rule) if row.rule else "",
        "present": [_present(code, catalogue, answers) for code in row.present],
        "open": [_title(code, catalogue) for code in still_open],
        "not_on_card": len(row.open) - len(still_open) if asked is not None else 0,
    }


def _present(code: str, catalogue: "Catalogue", answers: "Answers") -> Row:
    told = answers.get(code, {})
    source = told.get("source", "")
    words = Given(source).label if source in Given.values else ""
    return {
        "code": code,
        "title": _title(code, catalogue),
        "source": words,
        "on": told.get("on"),
        "rank": _rank(code, catalogue),
    }


def _rank(code: str, catalogue: "Catalogue") -> int:
    """Order signs for where there is no room for all: the strong ones first."""
    try:
        weights = catalogue.indicator(code).weights.values()
    except KeyError:
        return len(WEIGHTS)
    return min((WEIGHTS.index(weight) for weight in weights), default=0)


def _would_change(reading: Reading, catalogue: "Catalogue") -> list[Row]:
    if catalogue.second_to is not None:
        return []  # nobody asks these: they are read from the first list
    return [
        {
            "questions": [_question(code, catalogue) for code in row.codes],
            "sentence": wording.would_change_sentence(row.outcome, questions=len(row.codes)),
        }
        for row in reading.would_change[:MOST_OPEN]
    ]


def _asked(view: "AgencyView | None") -> frozenset[str]:
    """List the indicators that the questions of the card can tell about."""
    questions = guidelines.questions_of(view) if view else ()
    return frozenset(code for q in questions for o in q.options for code in o.sets)


def _title(code: str, catalogue: "Catalogue") -> str:
    return _known(code, catalogue, "title")


def _question(code: str, catalogue: "Catalogue") -> str:
    return _known(code, catalogue, "question")


def _known(code: str, catalogue: "Catalogue", what: str) -> str:
    """Read words of an indicator; a code that a newer list dropped stands for itself."""
    try:
        words: str = getattr(catalogue.indicator(code), what).in_language(language())
    except KeyError:
        return code
    return words


def opinion_words(screening: "Screening") -> str:
    """Say what the officer thought, in the language of the page."""
    return str(Opinion(screening.opinion).label) if screening.opinion else ""
