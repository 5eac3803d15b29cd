"""A reading laid out for its page: words of the pack and of the rules beside each code."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from korgoo.countrypack import api as packs
from korgoo.identification import agency_views, guidelines, wording
from korgoo.identification.enums import Given
from korgoo.identification.rules import Reading

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.identification.models import Screening
    from korgoo.identification.rules import DimensionReading

# More is a questionnaire again; the first ones are those that weigh most.
MOST_OPEN = 3
Row = dict[str, Any]


def language() -> str:
    """Return the language of the page, as the pack names it."""
    return (get_language() or packs.current().default_language)[:2]


def explain(screening: "Screening") -> Row:
    """Lay out the reading of a screening.

    Args:
        screening: One that was read.

    Returns:
        Words for the page: outcome, reason, advice, dimensions with their signs and sources, and
        the first open questions that would change the outcome.
    """
    reading = Reading.from_data(screening.reading or {})
    catalogue = packs.current().catalogues[screening.catalogue]
    view = agency_views.view_of(screening.view, screening.profile)
    return {
        "name": wording.outcome_name(reading.outcome),
        "sentence": wording.outcome_sentence(reading.outcome),
        "because": wording.because_sentence(reading.because),
        "caution": wording.CAUTION,
        "urgent": wording.URGENT if reading.urgent else "",
        "advice": view.advice[reading.outcome.value].in_language(language()),
        "advice_status": view.provenance.status,
        "dimensions": [_dimension(row, catalogue, screening) for row in reading.dimensions],
        "would_change": _would_change(reading, catalogue),
        "version": reading.version,
        "list_title": catalogue.title.in_language(language()),
        "list_status": catalogue.provenance.status,
    }


def first_page_with(screening: "Screening", code: str) -> int | None:
    """Find the page of the view that asks about an indicator; None when none does."""
    view = agency_views.view_of(screening.view, screening.profile)
    for number, page in enumerate(view.pages, start=1):
        if any(code in option.sets for q in page.questions for option in q.options):
            return number
    return None


def _dimension(row: "DimensionReading", catalogue: "Catalogue", screening: "Screening") -> Row:
    titles = {d.key: d.title.in_language(language()) for d in catalogue.dimensions}
    asked = _asked(screening)
    still_open = [code for code in row.open if code in asked]
    return {
        "title": titles.get(row.dimension, row.dimension),
        "state": wording.state_sentence(row.state),
        "tone": {"positive": "active", "not_shown": "closed", "open": "waiting"}[row.state.value],
        "rule": wording.rule_sentence(row.rule) if row.rule else "",
        "present": [_present(code, catalogue, screening) for code in row.present],
        "open": [_title(code, catalogue) for code in still_open],
        "not_on_card": len(row.open) - len(still_open),
    }


def _present(code: str, catalogue: "Catalogue", screening: "Screening") -> Row:
    source = screening.answers.get(code, {}).get("source", "")
    words = Given(source).label if source in Given.values else ""
    return {"title": _title(code, catalogue), "source": words}


def _would_change(reading: Reading, catalogue: "Catalogue") -> list[Row]:
    return [
        {
            "questions": [_question(code, catalogue) for code in row.codes],
            "sentence": wording.would_change_sentence(row.outcome, questions=len(row.codes)),
        }
        for row in reading.would_change[:MOST_OPEN]
    ]


def _asked(screening: "Screening") -> frozenset[str]:
    """List the indicators that the questions of the card can tell about."""
    view = agency_views.view_of(screening.view, screening.profile)
    questions = guidelines.questions_of(view)
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
