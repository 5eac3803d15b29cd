"""Statements and numbers as a country pack would give them. All are invented."""

from datetime import date

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.information import Information, InformationItem, PhoneNumber
from korgoo.rights.enums import NumberKind
from korgoo.rights.services import NumberFacts

SOURCED = {
    "source": "an invented law",
    "as_of": "2026-02-20",
    "trust": "sourced",
    "status": "needs_review",
}
BACKGROUND = SOURCED | {"trust": "background-high"}
PROPOSAL = SOURCED | {"source": "the platform", "trust": "proposal"}


def words(text, **others):
    """Say the same in every language, unless told otherwise."""
    return dict.fromkeys(("ky", "ru", "en"), text) | others


def item(key="ru-passport", **changes):
    """Make a statement on Russia, of the embassy, current on 2 March 2026."""
    data = {
        "key": key,
        "destination": "russia",
        "sort": "law",
        "steps": ["trouble"],
        "questions": ["passport-taken"],
        "title": words(f"Title of {key}"),
        "text": words(f"Words of {key}."),
        "applies_to": words("everybody who works"),
        "sms": words(f"Short {key}."),
        "as_of": "2026-02-20",
        "source_type": "embassy",
        "address": "https://embassy.example/paper",
        "provenance": SOURCED,
    }
    return InformationItem.model_validate(data | changes)


def advice(key="ru-advice", **changes):
    """Make a piece of advice of the platform."""
    made = {"sort": "advice", "source_type": "platform", "address": None, "provenance": PROPOSAL}
    return item(key, **(made | changes))


def stale(key="ru-stale", **changes):
    """Make a statement at which somebody had to look again long ago."""
    return item(key, **({"as_of": "2025-06-01"} | changes))


def number(key="embassy-ru", **changes):
    """Make a number in Russia, named by a source of February 2026."""
    data = {
        "key": key,
        "number": "+7 000 000 00 01",
        "name": words(f"Name of {key}"),
        "kind": "embassy",
        "destinations": ["russia"],
        "provenance": SOURCED,
    }
    return PhoneNumber.model_validate(data | changes)


def information(*items, numbers=()) -> Information:
    """Put statements and numbers under the destinations of the country."""
    known = packs.current().information
    return known.model_copy(update={"items": tuple(items), "numbers": tuple(numbers)})


def content(**changes):
    """Give what an editor writes of a statement on Russia, ready for the second reader."""
    data = {
        **{name: words(f"Written {name}.") for name in ("title", "text", "applies_to", "sms")},
        "steps": ["trouble"],
        "questions": ["passport-taken"],
        "numbers": [],
        "supersedes": [],
        "valid_from": None,
        "valid_to": None,
        "as_of": date(2026, 2, 25),
        "address": "",
        "source": "an invented decree",
        "source_type": "ministry",
        "trust": "sourced",
    }
    return data | changes


def typed(**changes):
    """Give the same as a browser sends it."""
    said = content()
    texts = {
        f"{name}_{code}": text
        for name in ("title", "text", "applies_to", "sms")
        for code, text in said[name].items()
    }
    flat = {name: said[name] for name in ("steps", "questions", "source", "source_type", "trust")}
    day = {"as_of_day": "25", "as_of_month": "2", "as_of_year": "2026"}
    return {**texts, **flat, **day, **changes}


def facts(**changes):
    """Give what an editor says of a number."""
    data = {
        "number": "+7 000 000 00 77",
        "name": words("Corrected name"),
        "kind": NumberKind.EMBASSY,
        "destinations": ("russia",),
        "hours": None,
        "source": "an invented letter",
        "as_of": date(2026, 3, 1),
        "was_called": False,
    }
    return NumberFacts(**(data | changes))
