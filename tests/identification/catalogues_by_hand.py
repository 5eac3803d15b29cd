"""Catalogues for tests, written in a line or two."""

from korgoo.countrypack.schema.catalogues import Catalogue

WORDS = {"en": "words"}
PROVENANCE = {
    "source": "invented",
    "as_of": "2026-01-01",
    "trust": "proposal",
    "status": "needs_review",
}


def sign(code, **fields):
    return {
        "code": code,
        "dimension": code.split(".")[0],
        "title": WORDS,
        "question": WORDS,
        "evidence": ["told"],
        "provenance": PROVENANCE,
        **fields,
    }


def catalogue(*signs, **fields):
    dimensions = dict.fromkeys(one["dimension"] for one in signs)
    return Catalogue.model_validate(
        {
            "key": "list",
            "version": "1",
            "title": WORDS,
            "profiles": ["adult", "child"],
            "child_profiles": ["child"],
            "dimensions": [{"key": key, "title": WORDS} for key in dimensions],
            "answers": {"yes": WORDS, "no": WORDS},
            "provenance": PROVENANCE,
            "indicators": signs,
            **fields,
        }
    )


def element(key, *dimensions, **fields):
    return {"key": key, "title": WORDS, "dimensions": dimensions, **fields}
