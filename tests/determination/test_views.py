"""Each page once per answer: who may enter, what stays, what is said, what is printed."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import Procedural, ProceduralGround
from korgoo.determination import services
from korgoo.determination.enums import DecisionState, GivenHow
from korgoo.determination.models import Claim, NonPunishmentNote, NoteGiving, Proceeding
from tests import factories
from tests import factories_determination as make
from tests.determination.test_services import giving
from tests.members import words, words_of_main

S = DecisionState
pytestmark = pytest.mark.django_db
DAY = {"day": "1", "month": "3", "year": "2026"}


def day(name):
    return {f"{name}_{part}": value for part, value in DAY.items()}


def filled(people, **changed):
    return {
        "chair": str(people.second.user.pk),
        "no_conflict": "on",
        "materials": ["referral"],
        "rule": "adult",
        "act": "shown",
        "means": "shown",
        "purpose": "shown",
        "outcome": "identified",
        "reasons": "An invented reason.",
        **changed,
    }


def test_the_way_of_a_decision_through_the_pages(people, enter):
    case = make.presumed(people)
    first = enter(people.first)
    assert first.get("propose", case.pk).status_code == 200
    sent = first.post("propose", case.pk, **filled(people))
    row = Proceeding.objects.get()
    assert sent.headers["Location"] == reverse("determination:decision", args=[row.pk])
    assert "What it waits for" in words(first.get("decision", row.pk))
    assert case.spoken_code in words(first.get("list"))

    second = enter(people.second)
    seat = row.members.get(user_id=people.second.user.pk)
    assert second.post("conflict", row.pk, seat.pk, conflict="none").status_code == 302
    assert second.post("review", row.pk).status_code == 302
    assert second.post("decide", row.pk).status_code == 302
    page = words_of_main(second.get("decision", row.pk))
    assert "Identified as a victim of trafficking" in page
    assert "not set by law" in page
    assert "An invented reason." not in page
    assert "An invented reason." in words(second.get("reasons", row.pk))

    officer = enter(people.officer)
    assert officer.post("notify", row.pk, how="in_person", language="ky").status_code == 302
    assert officer.post("appeal", row.pk, by="person").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.notified_language) == (S.APPEALED, "ky")


def test_a_refused_proposal_keeps_what_was_typed(people, enter):
    case = make.presumed(people)
    answer = enter(people.first).post("propose", case.pk, **filled(people, act="not_shown"))

    assert answer.status_code == 422
    assert "each element" in words(answer)
    assert "An invented reason." in answer.text
    assert not Proceeding.objects.exists()


def test_a_refused_step_says_why_on_the_page(people, enter):
    row = make.decision(people, S.PROPOSED)
    answer = enter(people.first).post("review", row.pk)

    assert answer.status_code == 422
    assert "Another member must review" in words(answer)


def test_the_proposal_comes_back_to_be_changed(people, enter):
    row = make.decision(people, S.REVIEWED)
    first = enter(people.first)
    assert "An invented reason." in first.get("revise", row.pk).text
    answer = first.post("revise", row.pk, **filled(people, outcome="more_needed"))
    row.refresh_from_db()

    assert answer.status_code == 302
    assert (row.state, row.outcome) == (S.PROPOSED, "more_needed")


def test_a_form_sent_twice_counts_once(people, enter):
    case, key = make.presumed(people), str(uuid4())
    first = enter(people.first)
    sent = [first.post("propose", case.pk, submission_key=key, **filled(people)) for _ in range(2)]
    assert sent[0].headers["Location"] == sent[1].headers["Location"]
    assert Proceeding.objects.count() == 1

    officer, key = enter(people.officer), str(uuid4())
    data = {"basis": "wages", "forum": "civil", "claimed": "10", "currency": "KGS"}
    for _ in range(2):
        officer.post("file_claim", case.pk, submission_key=key, **data, **day("filed_on"))
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("who", ["police", "shelter"])
def test_a_helper_reads_the_outcome_alone(who, people, enter):
    row = make.decision(people, S.DECIDED, parties=("first", who))
    reader = enter(getattr(people, who))
    page = words_of_main(reader.get("decision", row.pk))

    assert "Identified as a victim of trafficking" in page
    assert "Member Second" not in page
    assert "Materials" not in page
    assert reader.get("reasons", row.pk).status_code == 404
    assert reader.get("paper", row.pk).status_code == 404


def test_while_the_body_works_nobody_else_opens_the_decision(people, enter):
    row = make.decision(people, S.REVIEWED, parties=("first", "shelter", "police"))
    for who in ("officer", "shelter", "police", "coordinator", "stranger"):
        assert enter(getattr(people, who)).get("decision", row.pk).status_code == 404
    page = words_of_main(enter(people.officer).get(f"/cases/{row.case_id}/"))
    assert "Reviewed by a second member" in page
    assert "Reviewed by a second member" not in words_of_main(
        enter(people.shelter).get(f"/cases/{row.case_id}/")
    )


PAGES = ["decision", "reasons", "paper", "revise"]


def test_a_stranger_finds_nothing(people, enter):
    row = make.decision(people, S.NOTIFIED)
    note = make.note(people, row.case)
    addresses = [
        *((name, row.pk) for name in PAGES),
        *((name, row.case_id) for name in ("propose", "make_note", "claims", "file_claim")),
        *((name, note.pk) for name in ("note_paper", "give_note")),
    ]
    for who in ("stranger", "line", "analyst"):
        reader = enter(getattr(people, who))
        assert {reader.get(*one).status_code for one in addresses} == {404}, who


def test_the_co_ordinator_reads_codes_and_opens_nothing(people, enter):
    row = make.decision(people, S.DECIDED)
    make.claim(people, row.case)
    reader = enter(people.coordinator)
    assert "Identified" in words(reader.get("decision", row.pk))
    assert "1,000" in words(reader.get("claims", row.case_id))
    for name in ("reasons", "paper", "revise"):
        assert reader.get(name, row.pk).status_code == 404
    assert reader.get("file_claim", row.case_id).status_code == 404


@pytest.mark.parametrize("role", [Role.DATA_PROTECTION_OFFICER, Role.ORGANISATION_ADMINISTRATOR])
def test_who_works_on_no_case_finds_no_list(role, people, enter):
    somebody = enter(factories.member(role, at=people.first.organisation))
    assert somebody.get("list").status_code == 404
    assert somebody.get("given_list").status_code == 404


def test_a_decision_is_printed_with_the_reasons_only_when_asked_for(people, enter):
    row = make.decision(people, S.DECIDED)
    officer = enter(people.officer)
    plain, whole = officer.get("paper", row.pk), officer.get("paper", row.pk, reasons="1")

    assert plain.content.startswith(b"%PDF")
    assert whole.content.startswith(b"%PDF")
    details = AuditEvent.objects.filter(event=Event.DETERMINATION_PRINTED).order_by("seq")
    assert [row.detail for row in details] == ["coded", "with reasons"]


# Non-punishment


def suspect(people, case):
    casework.change_procedural(
        case.pk,
        Procedural.SUSPECT,
        ground=ProceduralGround.LETTER,
        actor=people.officer.actor,
    )


def test_a_suspects_page_demands_the_review_until_it_is_recorded(people, enter):
    case = make.presumed(people, parties=("shelter",))
    officer, page = enter(people.officer), f"/cases/{case.pk}/"
    demand = "Review non-punishment before any sanction"
    assert demand not in words(officer.get(page))
    suspect(people, case)
    assert demand in words(officer.get(page))
    assert demand in words(enter(people.coordinator).get(page))
    assert demand not in words(enter(people.shelter).get(page))
    officer = enter(people.officer)
    answer = officer.post("make_note", case.pk, acts=["armed"], result="may_be")
    assert answer.status_code == 302
    assert demand not in words(officer.get(page))


def test_a_note_travels_to_who_might_sanction(people, enter):
    row = make.note(people)
    officer = enter(people.officer)
    data = {"how": "platform", "agreed": "person", **day("given_on")}
    both = officer.post(
        "give_note",
        row.pk,
        organisation=str(people.stranger.organisation.pk),
        outside="court",
        **data,
    )
    assert both.status_code == 422
    assert officer.post("give_note", row.pk, outside="court", **data).status_code == 422
    sent = officer.post(
        "give_note", row.pk, organisation=str(people.stranger.organisation.pk), **data
    )
    assert sent.status_code == 302
    given = NoteGiving.objects.get()

    reader = enter(people.stranger)
    assert row.spoken_number in words(reader.get("given_list"))
    page = words_of_main(reader.get("given", given.pk))
    assert "Taking part in an armed conflict abroad" in page
    assert row.case.spoken_code not in page
    assert reader.get("given_paper", given.pk).content.startswith(b"%PDF")
    assert reader.post("received", given.pk).status_code == 302
    assert "receipt confirmed" in words(enter(people.officer).get(f"/cases/{row.case_id}/"))
    other = enter(people.police)
    assert other.get("given", given.pk).status_code == 404
    assert row.spoken_number not in words(other.get("given_list"))


def test_nothing_is_reviewed_for_who_is_not_presumed(people, enter):
    from tests import factories_casework

    case = factories_casework.case(people.officer)
    officer = enter(people.officer)
    assert "not presumed a victim" in words(officer.get("make_note", case.pk))
    answer = officer.post("make_note", case.pk, acts=["armed"], result="may_be")
    assert answer.status_code == 422
    assert not NonPunishmentNote.objects.exists()


def test_the_note_on_paper_names_nobody(people):
    from korgoo.determination import printed

    row = make.note(people)
    sheet = printed._sheet(("ky", "ru", "en"), lambda: printed._note(row))
    text = str(sheet)

    assert row.spoken_number in text
    assert "Invented Person" not in text
    assert "story." not in text.replace("tells no story.", "")
    assert row.case.spoken_code not in text
    assert len({column["title"] for column in sheet["columns"]}) == 3


# Compensation


def test_the_way_of_a_claim_through_the_pages(people, enter):
    case = make.presumed(people)
    officer = enter(people.officer)
    assert "Nothing is claimed yet" in words(officer.get("claims", case.pk))
    data = {"basis": "wages", "forum": "civil", "claimed": "1000", "currency": "KGS"}
    officer.post("file_claim", case.pk, **data, **day("filed_on"))
    row = Claim.objects.get()
    wrong = officer.post(
        "claim_decided", row.pk, result="awarded", awarded="", **day("decided_on")
    )
    assert wrong.status_code == 422
    officer.post("claim_decided", row.pk, result="awarded", awarded="1000", **day("decided_on"))
    officer.post("claim_paid", row.pk, amount="250.50", **day("received_on"))
    page = words_of_main(officer.get("claims", case.pk))

    assert re.search(r"KGS 1,000 1,000 250\.5 749\.5", page)
    assert "Record it there" not in page  # proceedings do not stand where an award may follow
    suspect(people, case)
    casework.change_procedural(
        case.pk, Procedural.CLOSED, ground=ProceduralGround.COURT, actor=people.officer.actor
    )
    assert "Record it there" in words_of_main(officer.get("claims", case.pk))


def test_a_day_to_come_is_refused(people, enter):
    case = make.presumed(people)
    data = {"basis": "wages", "forum": "civil", "claimed": "1", "currency": "KGS"}
    ahead = {"filed_on_day": "3", "filed_on_month": "3", "filed_on_year": "2026"}
    answer = enter(people.officer).post("file_claim", case.pk, **data, **ahead)

    assert answer.status_code == 422
    assert "has not come yet" in words(answer)


def test_a_note_given_on_paper_is_recorded(people):
    row = make.note(people)
    services.give_note(
        row.pk, giving(outside="court", how=GivenHow.LETTER), actor=people.officer.actor
    )
    assert NoteGiving.objects.get().get_outside_display() == "Court"
