import re
from datetime import timedelta

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.lib import clock
from korgoo.mypage import services
from korgoo.mypage.enums import MayCall, RequestKind
from korgoo.mypage.models import Appointment, Message, Page
from korgoo.referral.models import Referral
from tests import factories
from tests.mypage.conftest import OTHER, Person, come

pytestmark = pytest.mark.django_db
TEXT = "I have a new telephone."


@pytest.fixture
def written(visit):
    return services.write_message(visit, TEXT, may_call=MayCall.NO)


@pytest.fixture
def worker(enter, stage):
    return enter(stage.owner)


def test_a_code_is_made_shown_once_printed_and_kept_nowhere(worker, stage, words_of):
    pk = stage.case.pk

    answer = worker.post("make_code", pk, other="996 555 000 222")

    assert answer.url == worker.address("made", pk)
    shown = worker.get("made", pk)
    number, code = re.findall(r"korgoo-code--large\" translate=\"no\">([\d ]+)<", shown.text)[-2:]
    assert Person().come(number, code).status_code == 302
    printed = worker.get("card", pk)
    assert printed.content.startswith(b"%PDF")
    assert printed["Content-Disposition"] == 'attachment; filename="card.pdf"'
    digits = code.replace(" ", "")
    assert digits not in str(list(Page.objects.values_list("locked", flat=True)))


def test_after_a_while_the_code_is_shown_no_more(worker, stage, clock, words_of):
    worker.post("make_code", stage.case.pk)
    clock.forward(minutes=16)

    assert "not shown any more" in words_of(worker.get("made", stage.case.pk))
    assert worker.get("card", stage.case.pk).status_code == 404


@pytest.mark.parametrize("other", ["12345", "no digits"])
def test_a_bad_other_code_is_explained_and_kept(worker, stage, other, words_of):
    answer = worker.post("make_code", stage.case.pk, other=other)

    assert answer.status_code == 422
    assert "exactly twelve digits" in words_of(answer)
    assert other in answer.text
    assert Page.objects.count() == 1


def test_the_code_is_cancelled_from_its_page(worker, stage):
    assert "Cancel the code" in worker.get("make_code", stage.case.pk).text
    worker.post("cancel", stage.case.pk)

    assert Person().come(stage.page.number, stage.code).status_code == 422


def test_messages_are_read_answered_and_noted(worker, stage, written, visit, words_of):
    services.ask_about_data(visit, RequestKind.CORRECT)
    said = words_of(worker.get("messages", stage.case.pk))
    assert TEXT in said
    assert "Do not call." in said
    assert "Something about me is wrong" in said
    assert AuditEvent.objects.filter(event=Event.MESSAGE_OPENED).count() == 1

    worker.post("messages", stage.case.pk, text="Thank you.")
    assert [p["text"] for _row, p in services.read_answers(visit)] == ["Thank you."]
    assert worker.post("messages", stage.case.pk, text=" ").status_code == 422
    worker.post("note", stage.case.pk)
    assert "Something about me is wrong" not in words_of(worker.get("messages", stage.case.pk))


def test_messages_shown_beside_a_refused_answer_leave_a_row_too(worker, stage, written):
    answer = worker.post("messages", stage.case.pk, text="")

    assert answer.status_code == 422
    assert TEXT in answer.content.decode()
    assert AuditEvent.objects.filter(event=Event.MESSAGE_OPENED).count() == 1


def test_messages_opened_on_the_way_to_a_taken_answer_are_written_down_once(
    worker, stage, written
):
    worker.get("messages", stage.case.pk)
    assert worker.post("messages", stage.case.pk, text="Come at nine.").status_code == 302
    assert AuditEvent.objects.filter(event=Event.MESSAGE_OPENED).count() == 1


def test_the_same_answer_sent_twice_is_one(worker, stage):
    key = "0b06f2a5-6a7e-4a6e-8d5e-3c1b8a1f9d10"
    for _time in range(2):
        worker.post("messages", stage.case.pk, text="Once.", submission_key=key)
    assert Message.objects.count() == 1


def test_an_appointment_is_made_and_cancelled(worker, stage, clock, words_of):
    day = clock.now + timedelta(days=2)
    when = {"day_day": day.day, "day_month": day.month, "day_year": day.year, "hour": "14:30"}
    more = {"with_id": stage.shelter.organisation.pk, "words": "The green door"}

    unsafe = worker.post("appointments", stage.case.pk, **when, **more)
    assert unsafe.status_code == 422
    assert "Ask the person first" in words_of(unsafe)
    worker.post("appointments", stage.case.pk, **when, **more, is_safe="on")

    row = Appointment.objects.get()
    assert row.day == day.date()
    assert "The green door" in words_of(worker.get("appointments", stage.case.pk))
    worker.post("cancel_appointment", stage.case.pk, appointment=row.pk)
    assert "No appointment" in words_of(worker.get("appointments", stage.case.pk))


def test_an_organisation_that_was_not_asked_cannot_be_chosen(worker, stage, clock):
    day = clock.now + timedelta(days=2)
    when = {"day_day": day.day, "day_month": day.month, "day_year": day.year, "hour": "9"}

    answer = worker.post(
        "appointments", stage.case.pk, **when, with_id=stage.clinic.organisation.pk
    )

    assert answer.status_code == 422


def test_the_page_of_the_case_and_home_say_what_waits(worker, stage, written, words_of):
    case = reverse("casework:case", args=[stage.case.pk])
    panel = words_of(worker.get(case))
    assert "The person wrote to you" in panel
    assert stage.page.spoken_number in panel
    assert "A person wrote to you" in words_of(worker.get(reverse("web:home")))
    assert stage.case.spoken_code in words_of(worker.get("waiting"))


def test_the_use_of_the_other_code_is_seen_by_the_owner_alone(enter, stage, words_of):
    come(stage.page.number, OTHER)
    case, mark = reverse("casework:case", args=[stage.case.pk]), "The other code was used"

    assert mark in words_of(enter(stage.owner).get(case))
    for who in (stage.shelter, stage.coordinator):
        shown = enter(who).get(case)
        assert shown.status_code == 200
        assert mark not in words_of(shown)
        assert "own page" not in words_of(shown)


RECORDS = ("make_code", "made", "card", "messages", "appointments")
DEEDS = ("make_code", "cancel", "messages", "note", "appointments", "cancel_appointment")


def test_others_find_nothing_and_change_nothing(enter, stage, written):
    police = factories.member(Role.OFFICER, at=factories.organisation(Mandate.INVESTIGATE))
    line = factories.member(Role.HOTLINE_OPERATOR, at=stage.owner.organisation)
    for who in (stage.shelter, stage.clinic, stage.coordinator, police, line):
        browser = enter(who)
        for name in RECORDS:
            assert browser.get(name, stage.case.pk).status_code == 404, name
        for name in DEEDS:
            answer = browser.post(name, stage.case.pk, text="x", appointment=stage.case.pk)
            assert answer.status_code == 404, name
    assert Message.objects.count() == 1
    assert Page.objects.filter(cancelled_at__isnull=True).count() == 1


def test_opinions_are_listed_with_the_reason_why_not(worker, stage, visit, words_of):
    services.give_opinion(visit, "good", "")

    assert "This quarter still runs." in words_of(worker.get("opinions"))
    assert worker.get("opinions", quarter="2026-1").status_code == 404


def test_with_whom_one_may_meet_stands_by_name_after_ones_own(worker, stage):
    for name in reversed(factories.IN_ORDER):
        house = factories.organisation(Mandate.SERVE, name=name)
        Referral.objects.create(
            case=stage.case,
            sender=stage.owner.organisation,
            receiver=house,
            kind="shelter",
            urgency="day",
            created_at=clock.now(),
            created_by_id=stage.owner.user.pk,
        )

    page = worker.get("appointments", stage.case.pk).text

    names = re.findall(r"<option[^>]*>\s*([^<]*?)\s*</option>", page)
    assert names[0] == stage.owner.organisation.name
    assert [name for name in names if name in factories.IN_ORDER] == list(factories.IN_ORDER)
