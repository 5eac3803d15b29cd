"""Whom a service fits, as tables: each reason once, for and against."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from korgoo.directory import wording
from korgoo.directory.enums import Group, HowSoon, Standing
from korgoo.directory.fitting import Count, Offer, Reason, Seeker, fit, place_group

FITS, ASK, DOES_NOT = Standing
W, M, F, C = Group
THEN = datetime(2026, 3, 1, tzinfo=UTC)
MAN, WOMAN = Seeker(sex="male", ages=(25, 39)), Seeker(sex="female", ages=(25, 39))
FATHER = Seeker(sex="male", ages=(25, 39), people=3, children=2)
MOTHER = Seeker(sex="female", ages=(25, 39), people=3, children=2)
GIRL = Seeker(sex="female", ages=(12, 17), is_child=True, children=1)
NOBODY_SAID = Seeker()


def offer(*takes, **more):
    return Offer(takes=frozenset(takes), **more)


def places(group, free, *, total=6, is_stale=False):
    return {group: Count(total, free, THEN, is_stale)}


@pytest.mark.parametrize(
    ("seeker", "group"),
    [
        (MAN, M),
        (WOMAN, W),
        (FATHER, F),
        (MOTHER, F),
        (GIRL, C),
        (Seeker(sex="female", is_child=True, people=2, children=2), C),
        (Seeker(sex="female", is_child=True, people=2, children=1), F),
        (NOBODY_SAID, None),
        (Seeker(people=2, children=1), F),
    ],
)
def test_the_group_follows_from_coded_facts(seeker, group):
    assert seeker.group == group


@pytest.mark.parametrize(
    ("seeker", "offered", "standing", "code"),
    [
        (WOMAN, offer(W), FITS, "takes_women"),
        (WOMAN, offer(M, F, C), DOES_NOT, "not_women"),
        (MAN, offer(W), DOES_NOT, "not_men"),
        (MAN, offer(M), FITS, "takes_men"),
        (GIRL, offer(C), FITS, "takes_children"),
        (GIRL, offer(W, F), DOES_NOT, "not_children"),
        (NOBODY_SAID, offer(W), ASK, "sex_open"),
        (FATHER, offer(F), FITS, "takes_men_with_children"),
        (FATHER, offer(W, most_children=3), DOES_NOT, "not_men"),
        (FATHER, offer(M), DOES_NOT, "no_children_along"),
        (FATHER, offer(M, most_children=2), FITS, "takes_men_with_children"),
        (MOTHER, offer(W, most_children=1), DOES_NOT, "too_many_children"),
        (MOTHER, offer(F, most_children=1), DOES_NOT, "too_many_children"),
        (MOTHER, offer(W, most_children=2), FITS, "takes_women_with_children"),
        (Seeker(people=2, children=1), offer(F), FITS, "takes_families"),
        (Seeker(people=2, children=1), offer(W, most_children=1), ASK, "sex_open"),
        (WOMAN, offer(W, ages=(40, None)), DOES_NOT, "ages_from"),
        (WOMAN, offer(W, ages=(None, 24)), DOES_NOT, "ages_to"),
        (WOMAN, offer(W, ages=(40, 60)), DOES_NOT, "ages"),
        (WOMAN, offer(W, regions=("north",)), FITS, "takes_women"),
        (
            Seeker(sex="female", region="south"),
            offer(W, regions=("north",)),
            DOES_NOT,
            "other_regions",
        ),
        (Seeker(sex="female", region="south"), offer(W, regions=("south",)), FITS, "same_region"),
        (Seeker(sex="male", abilities=frozenset({"deaf"})), offer(M), DOES_NOT, "not_ready"),
        (
            Seeker(sex="male", abilities=frozenset({"deaf"})),
            offer(M, ready_for=frozenset({"deaf"})),
            FITS,
            "ready",
        ),
        (WOMAN, offer(W, places=places(W, 1)), FITS, "free_places"),
        (WOMAN, offer(W, places=places(W, 0)), DOES_NOT, "no_place"),
        (WOMAN, offer(W, places=places(W, 0, is_stale=True)), ASK, "places_stale"),
        (WOMAN, offer(W, places=places(M, 3)), ASK, "places_not_counted"),
        (MOTHER, offer(W, most_children=2, places=places(W, 2)), DOES_NOT, "too_few_places"),
        (MOTHER, offer(F, places=places(F, 1)), FITS, "free_places"),
        (Seeker(sex="male", days=30), offer(M, longest_stay=12), FITS, "short_stay"),
        (MAN, offer(M, longest_stay=12), FITS, "stay"),
        (Seeker(sex="male", language="uz"), offer(M, languages=("ky",)), FITS, "interpreter"),
        (Seeker(sex="male", urgency=HowSoon.NOW), offer(M, is_open=False), FITS, "closed_now"),
        (MAN, offer(M, is_stale=True), ASK, "entry_stale"),
    ],
)
def test_a_reason_for_and_against(seeker, offered, standing, code):
    found = fit(seeker, offered)

    assert found.has(code), found
    assert found.standing is standing


def test_every_reason_is_told_not_the_first_alone():
    found = fit(FATHER, offer(W, ages=(40, None), places=places(W, 0)))

    assert {"not_men", "ages_from"} <= {reason.code for reason in found.reasons}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("code", wording.REASONS)
def test_every_reason_has_words(code, language):
    values = {"free": 0, "total": 6, "most": 2, "low": 18, "high": 60, "days": 12}
    values |= {"abilities": ["blind", "deaf", "mental"], "languages": ["ky", "ru", "uz"]}
    values["regions"] = ["41721000000000", "41711000000000", "41706000000000"]
    with translation.override(language):
        with_words = wording.reason_words(Reason(FITS, code, values))

    assert with_words.endswith(".")
    assert "%(" not in with_words


def test_a_family_takes_one_family_place_or_a_place_each():
    assert place_group(FATHER, offer(F)) == (F, 1)
    assert place_group(FATHER, offer(M, most_children=2)) == (M, 3)
