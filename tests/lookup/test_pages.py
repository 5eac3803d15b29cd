"""The box that finds a person, the question before saving, two cases put together: as members meet them."""

import logging
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access import alarms
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, KeptForm, ReadingAlarm
from korgoo.casework.models import Case
from korgoo.lookup.models import CaseLink, Judgement, NotSame
from tests import factories_casework as make
from tests import members

PERSON = {"name": "Мисалова Айсулуу", "birth": "27.03.1998"}


@pytest.fixture
def known(people):
    return make.case(people.officer, identity=PERSON, contact={"phone": "0555 000 111"})


def typed(**more):
    """A first contact as typed into the page."""
    four = {"danger": "no", "matter": "wages", "channel": "phone", "language": "ky"}
    return {**four, "name": "Misalova Aisuluu", "phone": "+996 555 000 111", **more}


def contact(browser, **more):
    return browser.post(reverse("casework:open"), **typed(**more))


def test_a_person_is_found_without_a_name_being_shown(enter, people, known):
    page = enter(people.officer).post("find", sought_person="misalova")
    shown = members.words_of_main(page)
    assert page.status_code == 200
    assert known.spoken_code in shown
    assert "What agrees: surname" in shown
    assert "Мисалова" not in shown


def test_a_hit_is_opened_by_one_post_that_leaves_a_row(enter, people, known):
    browser = enter(people.officer)
    assert browser.get("open", known.pk).status_code == 405
    page = browser.post("open", known.pk)
    assert "Мисалова Айсулуу" in page.text
    rows = AuditEvent.objects.filter(event=Event.FACET_OPENED, user_id=people.officer.user.pk)
    assert rows.filter(target=f"casework.Case:{known.pk}", detail="identity").count() == 1


def test_who_looks_for_many_people_is_told_to_who_minds_data(enter, people, known, monkeypatch):
    monkeypatch.setattr(alarms, "SOUGHT_BY_DAY", 3)
    monkeypatch.setattr(alarms, "SOUGHT_BY_NIGHT", 3)
    browser = enter(people.officer)
    for name in ("Misalova", "Invented", "Nobody"):
        assert not ReadingAlarm.objects.exists()
        assert browser.post("find", sought_person=name).status_code == 200
    row = ReadingAlarm.objects.get()
    assert (row.kind, row.user_id, row.cases) == ("sought", people.officer.user.pk, 3)


@pytest.mark.parametrize("who", ["shelter", "stranger"])
def test_another_house_finds_and_opens_nothing(enter, people, known, who):
    browser = enter(getattr(people, who))
    assert known.spoken_code not in browser.post("find", sought_person="Мисалова").text
    assert browser.post("open", known.pk).status_code == 404
    assert browser.get("like", known.pk).status_code == 404


def test_the_centre_has_no_such_page(enter, people, known):
    browser = enter(people.coordinator)
    assert browser.get("find").status_code == 404
    assert browser.post("open", known.pk).status_code == 404


def test_a_case_closed_by_a_conflict_is_not_there(enter, people, known):
    from korgoo.casework.models import ConflictMark
    from korgoo.lib import clock

    ConflictMark.objects.create(
        case=known,
        user_id=people.officer.user.pk,
        organisation_id=people.officer.organisation.pk,
        marked_at=clock.now(),
        marked_by_id=people.officer.user.pk,
    )
    browser = enter(people.officer)
    assert known.spoken_code not in browser.post("find", sought_person="Мисалова").text
    assert browser.post("open", known.pk).status_code == 404


def test_what_was_typed_is_nowhere(enter, people, known, caplog):
    caplog.set_level(logging.DEBUG)
    browser = enter(people.officer)
    page = browser.post("find", sought_person="Sekretova")
    assert page.status_code == 200
    browser.client.post(reverse("access:lock"), {"submission_key": str(uuid4())})
    browser.client.post(
        reverse("lookup:find"), {"sought_person": "Sekretova", "submission_key": str(uuid4())}
    )
    assert "Sekretova" not in caplog.text
    assert not KeptForm.objects.exists()
    assert not [
        row for row in AuditEvent.objects.all() if "Sekretova" in f"{row.target} {row.detail}"
    ]
    assert AuditEvent.objects.filter(event=Event.PERSON_SOUGHT, detail="0").count() == 1


def test_an_empty_box_says_what_to_do(enter, people):
    page = enter(people.officer).post("find", sought_person=" ")
    assert page.status_code == 422
    assert "Write something that you know of the person." in page.text


def test_before_saving_the_page_says_who_may_be_known_and_keeps_everything(enter, people, known):
    page = contact(enter(people.officer), note="An invented story.")
    shown = members.words_of_main(page)
    assert page.status_code == 200
    assert "Perhaps already known here" in shown
    assert f"Case {known.spoken_code}: almost surely the same person" in shown
    assert "surname, given name, telephone" in shown
    assert "An invented story." in page.text
    assert 'value="Misalova Aisuluu"' in page.text
    assert Case.objects.count() == 1


def test_side_by_side_opens_the_other_with_its_row(enter, people, known):
    again = {"known": f"look:{known.pk}", "known_shown": str(known.pk)}
    page = contact(enter(people.officer), **again)
    shown = members.words_of_main(page)
    assert "Мисалова Айсулуу" in shown
    assert "differs" in shown
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED, detail="identity").count() == 1


def test_a_new_case_is_saved_all_the_same_and_remembered_as_somebody_else(enter, people, known):
    browser = enter(people.officer)
    assert contact(browser, known="new", known_shown=str(known.pk)).status_code == 302
    new = Case.objects.exclude(pk=known.pk).get()
    assert NotSame.objects.count() == 1
    assert f"{known.spoken_code}" not in members.words_of_main(browser.get("like", new.pk))


def test_the_same_person_is_saved_and_put_together(enter, people, known):
    browser = enter(people.officer)
    again = {"known": f"same:{known.pk}", "known_shown": str(known.pk)}
    assert contact(browser, **again).status_code == 302
    link = CaseLink.objects.get()
    assert link.lead_id == known.pk
    listed = browser.get(reverse("casework:list")).text
    new = Case.objects.get(pk=link.part_id)
    assert known.spoken_code in listed
    assert new.spoken_code not in listed
    part = members.words_of_main(browser.get(reverse("casework:case", args=[new.pk])))
    assert f"Case {known.spoken_code} : it leads, this one is a part of it" in part


@pytest.mark.parametrize(
    "more", [{"danger": "yes"}, {"name": "", "phone": ""}, {"name": "Кимдир Башкаев", "phone": ""}]
)
def test_nothing_is_asked_in_danger_without_a_name_or_of_a_stranger(enter, people, known, more):
    assert contact(enter(people.officer), **more).status_code == 302


def test_garbage_in_the_answer_asks_again_and_touches_no_other_case(enter, people, known):
    other = make.case(people.shelter, identity=PERSON)
    browser = enter(people.officer)
    assert contact(browser, known="same:nothing", known_shown="x").status_code == 200
    foreign = {"known": f"same:{other.pk}", "known_shown": str(other.pk)}
    assert contact(browser, **foreign).status_code == 404
    assert not CaseLink.objects.exists()


def test_details_ask_too(enter, people, known):
    other = make.case(people.officer)
    browser = enter(people.officer)
    address = reverse("casework:details", args=[other.pk])
    page = browser.post(
        address,
        name="Misalova Aisuluu",
        birth="1998",
        age_band="unknown",
        exploitation="unknown",
        sector="unknown",
    )
    assert "Perhaps already known here" in page.text
    assert CaseLink.objects.count() == 0


def test_two_cases_are_seen_side_by_side_put_together_and_taken_apart(enter, people, known):
    other = make.case(people.officer, identity={**PERSON, "name": "Misalova Aisuluu"})
    browser = enter(people.officer)
    assert other.spoken_code in members.words_of_main(browser.get("like", known.pk))
    page = browser.post("like", known.pk, known=f"look:{other.pk}")
    assert "Мисалова Айсулуу" in page.text
    assert "Misalova Aisuluu" in page.text
    assert browser.post("like", known.pk, known=f"same:{other.pk}").status_code == 302
    assert CaseLink.objects.get().part_id == other.pk
    assert browser.post("take_apart", other.pk).status_code == 302
    assert not CaseLink.objects.exists()
    assert browser.post("take_apart", other.pk).status_code == 404
    assert browser.post("like", known.pk, known=f"new:{other.pk}").status_code == 302
    assert "No other case" in browser.get("like", known.pk).text


def test_a_case_that_is_not_alike_is_put_together_by_its_code_and_counts_as_found_by_hand(
    enter, people, known
):
    other = make.case(
        people.officer, identity={"name": "Ойлонулган Гүлзат", "birth": "01.02.1980"}
    )
    browser = enter(people.officer)
    assert "No other case" in browser.get("like", known.pk).text
    page = browser.post("like", known.pk, other_code=other.spoken_code)
    assert page.status_code == 200
    assert "Ойлонулган Гүлзат" in page.text
    assert browser.post("like", known.pk, known=f"same:{other.pk}").status_code == 302
    assert CaseLink.objects.get().part_id == other.pk
    assert Judgement.objects.get().posterior is None


@pytest.mark.parametrize(
    ("code", "told"),
    [("12", "It has nine digits"), ("", "Write the code of a case"), ("own", "no other case")],
)
def test_a_code_that_leads_to_no_other_own_case_is_named(enter, people, known, code, told):
    code = known.spoken_code if code == "own" else code
    page = enter(people.officer).post("like", known.pk, other_code=code)
    assert page.status_code == 422
    assert told in page.text
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED, detail="identity").exists()


def test_the_code_of_another_house_leads_nowhere(enter, people, known):
    theirs = make.case(people.shelter, identity=PERSON)
    page = enter(people.officer).post("like", known.pk, other_code=theirs.spoken_code)
    assert page.status_code == 422
    assert "no other case" in page.text


def test_cases_from_before_are_made_findable_in_steps(enter, people, known):
    from korgoo.lookup.models import CaseEncoding

    CaseEncoding.objects.all().delete()
    browser = enter(people.officer)
    assert "0 of 1 cases" in members.words_of_main(browser.get("find"))
    assert browser.post("make_findable").status_code == 302
    page = browser.post("find", sought_person="Мисалова")
    assert known.spoken_code in page.text
    assert "Not every case" not in page.text
