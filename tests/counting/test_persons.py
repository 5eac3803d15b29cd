"""Persons of all organisations counted once: by whom, and of which cases."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.casework.enums import Axis, Protection
from korgoo.casework.models import Case, StatusMove
from korgoo.counting import api
from korgoo.counting.api import COUNTRY, YEAR, Question, Scope
from korgoo.countrypack import api as packs
from korgoo.lib.errors import Locked, NotFound
from korgoo.lookup import services as lookup
from tests import members

MAY_NOT = [
    "analyst",
    "officer",
    "worker",
    "police",
    "data_officer",
    "far_coordinator",
    "investigating",
]


@pytest.fixture
def known_twice(people, cases, said):
    """Eight of fourteen are known to the shelter too, and five to the shelter alone."""
    here, there = cases(people.officer, 14), cases(people.worker, 13)
    said(*[(here[n], there[n], 0.7, True) for n in range(8)])
    return here, there


def this_year(people, clock, **more):
    question = Question(Scope.MET, clock.now.year, **more)
    return api.persons_in(question, actor=people.coordinator.actor)


def test_persons_known_to_two_organisations_count_once(known_twice, people, clock):
    told = this_year(people, clock)
    assert (told.records, told.persons.mean, told.several.mean) == (27, 19, 8)
    assert told.lists == {
        people.officer.organisation.pk: 14,
        people.worker.organisation.pk: 13,
    }


@pytest.mark.parametrize("who", MAY_NOT)
def test_who_does_not_co_ordinate_counts_nobody(known_twice, people, clock, who):
    actor = getattr(people, who).actor
    with pytest.raises(NotFound):
        api.link_keys([known_twice[0][0].pk], actor=actor)
    with pytest.raises(NotFound):
        api.year_of(clock.now.year, scope=Scope.MET, actor=actor)


def test_with_a_locked_session_nothing_is_opened(people, clock, cases):
    found = cases(people.officer, 1)
    locked = replace(people.coordinator.actor, key=None)
    with pytest.raises(Locked):
        api.link_keys([found[0].pk], actor=locked)


def test_without_any_pair_each_case_is_a_person(people, clock, cases):
    cases(people.officer, 6)
    told = this_year(people, clock)
    assert (told.records, told.persons.mean) == (6, 6)


def test_where_no_pair_is_known_the_page_says_so(enter, people, cases, said):
    here, there = cases(people.officer, 6), cases(people.worker, 6)
    words = "No possible pair between organisations is known"
    assert words in enter(people.coordinator).get("persons").text
    said((here[0], there[0], 0.9, None))
    assert words not in enter(people.coordinator).get("persons").text


def test_cases_put_together_count_once(people, clock, cases):
    found = cases(people.officer, 9)
    for part in found[1:4]:
        lookup.put_together(part.pk, lead_id=found[0].pk, actor=people.officer.actor)
    told = this_year(people, clock)
    assert (told.records, told.persons.mean) == (6, 6)


def test_link_keys_keep_the_order_of_the_cases_and_each_once(known_twice, people):
    here, there = known_twice
    asked = [there[0].pk, here[0].pk, there[0].pk, there[8].pk]
    keys = api.link_keys(asked, actor=people.coordinator.actor)
    assert keys.cases == (there[0].pk, here[0].pk, there[8].pk)
    assert (keys.persons[:, 0] == keys.persons[:, 1]).all()
    assert (keys.persons[:, 0] != keys.persons[:, 2]).all()


def test_two_cases_are_one_person_by_a_third_that_is_not_asked_for(people, cases, said):
    one, other = cases(people.officer, 1)[0], cases(people.worker, 1)[0]
    third = cases(people.police, 1)[0]
    said((one, third, 0.6, True), (other, third, 0.6, True))
    keys = api.link_keys([one.pk, other.pk], actor=people.coordinator.actor)
    assert (keys.persons[:, 0] == keys.persons[:, 1]).all()


def test_only_cases_of_the_year_and_the_half_count(people, clock, cases):
    clock.now = clock.now.replace(month=2, day=1)
    cases(people.officer, 7)
    clock.now = clock.now.replace(month=9)
    cases(people.officer, 6)
    assert this_year(people, clock).records == 13
    assert this_year(people, clock, half="h1").records == 7
    assert this_year(people, clock, half="h2").records == 6
    assert (
        api.persons_in(
            Question(Scope.MET, clock.now.year - 1), actor=people.coordinator.actor
        ).records
        == 0
    )


def test_regions_are_those_of_the_upper_level(people, clock, cases):
    region = places.regions()[0][0]
    inside = next(unit.code for unit in packs.current().units if unit.parent == region)
    cases(people.officer, 6, coded={"region": inside})
    cases(people.officer, 8)
    assert this_year(people, clock, region=region).records == 6
    assert this_year(people, clock, region=COUNTRY, half=YEAR).records == 14


def test_presumed_victims_count_by_the_day_of_their_status(people, clock, cases):
    found = cases(people.officer, 6)
    for case in found[:5] * 2:
        StatusMove.objects.create(
            case=case,
            axis=Axis.PROTECTION,
            before=Protection.CONTACT,
            after=Protection.PRESUMED,
            ground="screening",
            at=clock.now,
            by_id=people.officer.user.pk,
            organisation=people.officer.organisation,
        )
    question = Question(Scope.PRESUMED, clock.now.year)
    told = api.persons_in(question, actor=people.coordinator.actor)
    assert told.records == 5
    assert Case.objects.count() == 6
    year = date(clock.now.year, 1, 1), date(clock.now.year, 12, 31)
    assert casework.cases_to_count(*year, scope=Scope.IDENTIFIED) == []


def test_the_page_shows_counts_and_leaves_a_trace(enter, known_twice, people):
    page = enter(people.coordinator).get("persons")
    assert page.status_code == 200
    assert "Invented Migration Service + Invented Shelter" in page.text
    assert "<dd>19</dd>" in page.text
    rows = AuditEvent.objects.filter(event=Event.PERSONS_COUNTED)
    assert rows.get().user_id == people.coordinator.user.pk


@pytest.mark.parametrize("who", MAY_NOT)
def test_for_others_there_is_no_such_page(enter, known_twice, people, who):
    browser = enter(getattr(people, who))
    assert browser.get("persons").status_code == 404
    assert browser.get("persons_file").status_code == 404
    assert not AuditEvent.objects.filter(event__startswith="counting").exists()


def test_no_page_and_no_file_names_a_case(enter, known_twice, people, clock):
    browser = enter(people.coordinator)
    question = {"scope": "met", "year": clock.now.year, "half": YEAR, "region": COUNTRY}
    texts = [browser.get("persons").text, browser.get("persons_file", **question).text]
    for case in Case.objects.all():
        for text in texts:
            assert str(case.pk) not in text
            assert case.code not in text
            assert case.spoken_code not in text


def test_a_few_are_hidden_on_the_page_and_in_the_file(enter, people, clock, cases, said):
    here, there = cases(people.officer, 12), cases(people.worker, 9)
    said((here[0], there[0], 0.9, True), (here[1], there[1], 0.6, None))
    browser = enter(people.coordinator)
    question = {"scope": "met", "year": clock.now.year, "half": YEAR, "region": COUNTRY}
    page, file = browser.get("persons"), browser.get("persons_file", **question)
    assert "Invented Migration Service + Invented Shelter" not in page.text
    assert "several,,hidden,hidden,hidden" in file.text
    assert ",pattern,Invented Migration Service + Invented Shelter," not in file.text


def test_the_file_has_the_numbers_of_the_page_and_leaves_a_trace(
    enter, known_twice, people, clock
):
    question = {"scope": "met", "year": clock.now.year, "half": YEAR, "region": COUNTRY}
    file = enter(people.coordinator).get("persons_file", **question)
    lines = file.text.splitlines()
    year = clock.now.year
    assert f"met,{year},all,all,records,,27,," in lines
    assert f"met,{year},all,all,persons,,19,19,19" in lines
    assert f"met,{year},all,all,list,Invented Shelter,13,," in lines
    both = "Invented Migration Service + Invented Shelter"
    assert f"met,{year},all,all,pattern,{both},8,8,8" in lines
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert AuditEvent.objects.filter(event=Event.PERSONS_EXPORTED).count() == 1


@pytest.mark.parametrize(
    "wrong", [{}, {"year": "1999"}, {"region": "nowhere"}, {"scope": "names"}, {"half": "h3"}]
)
def test_a_file_of_what_is_not_there_is_not_found(enter, people, clock, wrong):
    right = {"scope": "met", "year": clock.now.year, "half": YEAR, "region": COUNTRY}
    question = {**right, **wrong} if wrong else {}
    assert enter(people.coordinator).get("persons_file", **question).status_code == 404


def test_garbage_in_the_question_shows_the_usual_page(enter, people):
    page = enter(people.coordinator).get("persons", year="x", half="h9", region="<b>")
    assert page.status_code == 200
    assert "No case falls in this part of the year." in page.text


def test_a_region_says_why_no_organisations_are_named(enter, people, cases):
    region = places.regions()[0][0]
    cases(people.officer, 6, coded={"region": region})
    page = enter(people.coordinator).get("persons", region=region)
    assert "is counted for the country alone" in page.text
    assert "Invented Migration Service" not in members.words_of_main(page)


def test_the_server_does_without_the_trees_until_somebody_counts():
    words = (
        "import os, django; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'korgoo.settings.test');"
        "django.setup(); import korgoo.web.urls, sys; print('sklearn' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_until_cases_are_compared_anew_page_and_file_say_so(
    enter, known_twice, people, clock, monkeypatch
):
    browser = enter(people.coordinator)
    question = {"scope": "met", "year": clock.now.year, "half": YEAR, "region": COUNTRY}
    assert "compared anew" not in browser.get("persons").text
    assert "not compared anew" not in browser.get("persons_file", **question).text
    monkeypatch.setattr(api.pairs, "count_anew", lambda: 3)
    assert "3 cases are still to be compared anew." in browser.get("persons").text
    rows = browser.get("persons_file", **question).text.splitlines()
    assert f"met,{clock.now.year},{YEAR},{COUNTRY},not compared anew yet,,3,," in rows
