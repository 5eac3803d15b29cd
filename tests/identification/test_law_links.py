"""What of the guideline in force rests on an article, for who changes the article."""

from datetime import date

import pytest
from django.utils import translation

from korgoo.identification.law_links import of_edition
from tests import factories_casework as make
from tests.identification import changed

pytestmark = pytest.mark.django_db
ARTICLE = "law-55-2005#21-4"


def rests(*, head=(), **signs):
    """The pack's files, resting on articles and on nothing else."""
    files = changed.files()
    files["guideline.yaml"]["rests_on"] = list(head)
    for name, data in files.items():
        for row in data.get("indicators", ()) if "/indicators/" in name else ():
            row.pop("rests_on", None)
    for code, refs in signs.items():
        changed.sign(files, code.replace("_", "."))["rests_on"] = refs
    return files


def adopt(files, day=date(2026, 3, 2)):
    people = make.mechanism()
    changed.adopt(files, by=people.coordinator, day=day)


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


def test_the_guideline_and_its_signs_that_rest_on_an_article_are_named(db):
    adopt(rests(head=[ARTICLE], D5_05=[ARTICLE, "law-55-2005"], D5_01=["law-55-2005"]))

    found = [(row.kind, row.title) for row in of_edition(frozenset({ARTICLE}))]

    assert found[0] == ("Guideline", "Guideline on identifying trafficked persons")
    [sign] = found[1:]
    assert sign[0] == "Sign of the guideline"
    assert sign[1].startswith("D5.05 ")


def test_they_are_named_in_the_language_of_the_page(db):
    adopt(rests(head=[ARTICLE]))

    with translation.override("ru"):
        [row] = of_edition(frozenset({ARTICLE}))

    assert row.title.startswith("Руководство по выявлению")


def test_nothing_rests_on_another_article_or_on_an_edition_to_come(db):
    adopt(rests())
    adopt_later = rests(head=[ARTICLE])
    changed.adopt(
        adopt_later, by=make.mechanism().coordinator, day=date(2026, 9, 1), name="2026-3"
    )

    assert of_edition(frozenset({ARTICLE})) == []
    assert of_edition(frozenset({"law-55-2005#99"})) == []
