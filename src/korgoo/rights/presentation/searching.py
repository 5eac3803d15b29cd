"""What the search page shows. Nothing that was typed is kept, or goes into an address."""

from typing import Any

from django.urls import reverse

from korgoo.rights import api
from korgoo.rights.api import Place, Statement, Trouble
from korgoo.rights.forms import SearchForm
from korgoo.rights.presentation.pages import question_address
from korgoo.rights.wording import language


def search_page(form: SearchForm, words: str = "") -> dict[str, Any]:
    """Show the box, and what was found for the words in it."""
    code = language()
    places = {one.key: one for one in api.destinations(code)}
    where = places.get(form.cleaned_data.get("destination", "")) if words else None
    found = api.find(words, code, where.key if where else None) if words else None
    return {
        "form": form,
        "is_asked": found is not None,
        "where": where,
        "questions": [_found_question(one, where) for one in found.questions] if found else [],
        "found": [_found(one, places) for one in found.statements] if found else [],
    }


def _found_question(one: Trouble, where: Place | None) -> dict[str, str]:
    href = (
        question_address(where.key, one.key)
        if where
        else reverse("rights_public:trouble", args=[one.key])
    )
    return {"text": one.text, "href": href}


def _found(one: Statement, places: dict[str, Place]) -> dict[str, str]:
    where = places.get(one.destination)
    return {
        "text": one.title,
        "hint": where.name if where else "",
        "href": reverse("rights_public:item", args=[one.destination, one.key]),
    }
