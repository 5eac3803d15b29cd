"""What the pack knows of the country's programmes: facts with their source, no plan to report on."""

from typing import Any

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def programmes() -> list[dict[str, Any]]:
    """List what is known, in the language of the page."""
    plan = packs.current().plan
    language = get_language() or "en"
    return [
        {
            "name": one.name.in_language(language),
            "first": one.first_year,
            "last": one.last_year,
            "document": one.document.in_language(language) if one.document else "",
            "says": [words.in_language(language) for words in one.says],
            "status": one.provenance.status,
        }
        for one in (plan.programmes if plan else ())
    ]


def currency() -> str:
    """Give the code of the money in which a budget usually stands; empty without a plan."""
    plan = packs.current().plan
    return plan.currency if plan else ""
