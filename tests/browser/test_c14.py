"""C14: one man is helped in two places, written Жумагулов here and Zhumagulov there, and neither knows.

Nobody sees what is not theirs; at the end both know of each other, because he agreed. Walked without scripts in
Kyrgyz, on a narrow telephone; axe looks at the pages of this mission.
"""

import pytest
from django.utils import translation

from korgoo.casework.models import Case
from korgoo.lookup import index
from korgoo.pairs.models import Ask, Connection, Question
from tests import factories_casework

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE, THERE = "Жумагулов Мисал Примерович", "Zhumagulov Misal"
NAMES = ("Жумагулов", "Zhumagulov", "Мисал", "Misal", "0555 000 114", "555000114")


@pytest.fixture(autouse=True)
def _nothing_open():
    index._open.clear()
    yield
    index._open.clear()


def _(text):
    with translation.override("ky"):
        return translation.gettext(text)


def test_c14(walkers, people, clock):
    houses_hold_the_keys(people)
    first = is_written_down(walkers, people.inspector, HERE)
    second = is_written_down(walkers, people.shelter, THERE)
    nothing_is_said_yet(walkers, people, second)
    clock.forward(hours=25)
    nobody_who_is_not_asked_sees_anything(walkers, people, first, second)
    the_shelter_asks(walkers, people, second, first)
    the_centre_passes_it_on(walkers, people, first, second)
    the_inspector_answers(walkers, people, first, second)
    nothing_is_known_before_the_centre_connects_them(walkers, people, first, second)
    the_centre_connects_both(walkers, people)
    both_know(walkers, people, first, second)


def entered(walkers, member):
    return walkers(member, scripts=False, eye=True)


def houses_hold_the_keys(people):
    """Somebody else was written down in each house before: keys pass from one to the other with such deeds."""
    for _round in range(2):
        for member in (people.inspector, people.shelter):
            factories_casework.case(member, identity={"name": f"Үлгүева {member.user.name}"})


def is_written_down(walkers, member, name):
    before = set(Case.objects.values_list("pk", flat=True))
    walker = entered(walkers, member)
    walker.go("/cases/new/")
    walker.choose(danger="no", matter="wages", channel="phone")
    walker.select(language="ky")
    walker.page.click("main details summary")
    walker.fill(name=name, phone="0555 000 114")
    walker.send("/cases/new/")
    return Case.objects.exclude(pk__in=before).get()


def page_of(walkers, member, case):
    walker = entered(walkers, member)
    walker.go(f"/cases/{case.pk}/")
    return walker


def nothing_is_said_yet(walkers, people, case):
    walker = page_of(walkers, people.shelter, case)
    assert _("The same person elsewhere") in walker.words
    assert not walker.has("a[href$='/ask/']")


def nobody_who_is_not_asked_sees_anything(walkers, people, first, second):
    walker = page_of(walkers, people.inspector, first)
    assert _("No other organisation was found that knows this person.") in walker.words
    assert not_theirs(walker, second, people.shelter)
    centre = entered(walkers, people.coordinator)
    centre.go("/home/")
    centre.follow("nav a[href='/same/']")
    assert first.spoken_code in centre.words
    assert second.spoken_code in centre.words
    assert not [name for name in NAMES if name in centre.source]


def not_theirs(walker, case, member):
    """Nothing of the other house stands anywhere in what reached the browser."""
    said = walker.source
    return not any(
        word in said
        for word in (case.code, case.spoken_code, str(case.pk), member.organisation.name_ky)
    )


def the_shelter_asks(walkers, people, case, other):
    walker = page_of(walkers, people.shelter, case)
    walker.follow(f"main a[href='/same/ours/{case.pk}/ask/']")
    assert not_theirs(walker, other, people.inspector)
    walker.choose(says="agreed")
    walker.fill(why="Ал эки жерден жардам алып жатат окшойт.")
    walker.send("/ask/")
    assert walker.path == f"/cases/{case.pk}/"
    assert not_theirs(walker, other, people.inspector)


def the_centre_passes_it_on(walkers, people, first, second):
    walker = entered(walkers, people.coordinator)
    walker.go("/same/")
    walker.follow("main a[href^='/same/pair/']")
    assert people.shelter.organisation.name_ky in walker.words
    walker.send("/pass-on/")
    assert Question.objects.get().case_id == first.pk
    assert not [name for name in NAMES if name in walker.source]


def the_inspector_answers(walkers, people, first, second):
    walker = entered(walkers, people.inspector)
    walker.go("/home/")
    walker.follow("main a[href='/same/ours/']")
    assert first.spoken_code in walker.words
    walker.follow("main a[href^='/same/questions/']")
    assert not_theirs(walker, second, people.shelter)
    walker.choose(to="agreed", says="agreed")
    walker.send(f"/same/questions/{Question.objects.get().pk}/")
    assert walker.path == f"/cases/{first.pk}/"
    assert not_theirs(walker, second, people.shelter)


def nothing_is_known_before_the_centre_connects_them(walkers, people, first, second):
    assert not_theirs(page_of(walkers, people.shelter, second), first, people.inspector)
    assert not_theirs(page_of(walkers, people.inspector, first), second, people.shelter)


def the_centre_connects_both(walkers, people):
    walker = entered(walkers, people.coordinator)
    walker.go("/same/")
    walker.follow("main a[href^='/same/pair/']")
    walker.send(f"/same/asks/{Ask.objects.get().pk}/release/")
    assert Connection.objects.count() == 1


def both_know(walkers, people, first, second):
    walker = page_of(walkers, people.shelter, second)
    assert first.spoken_code in walker.words
    assert people.inspector.organisation.name_ky in walker.words
    walker.follow(f"main a[href='/cases/{second.pk}/consent/{people.inspector.organisation.pk}/']")
    walker = page_of(walkers, people.inspector, first)
    assert second.spoken_code in walker.words
    assert people.shelter.organisation.name_ky in walker.words
    assert THERE not in walker.source
