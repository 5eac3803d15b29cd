"""Pages of meetings: who may, who may not finds nothing, bad input keeps what was typed."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from korgoo.lib import clock as lib_clock
from korgoo.library import api as library
from korgoo.meetings import selectors, services
from korgoo.meetings.models import AgendaItem, Decision, Meeting, Question, Reply
from tests import factories_councils as made


def parts(name, day):
    return {f"{name}_year": day.year, f"{name}_month": day.month, f"{name}_day": day.day}


def soon(days=7):
    return lib_clock.today() + timedelta(days=days)


def plan_data(**traits):
    told = {"hour": "14:30", "minutes_long": "90", "place": "Room 5", "language": "ky"}
    return told | parts("day", soon()) | traits


def test_the_secretary_plans_invites_and_members_see_it(people, enter, words_of):
    browser = enter(people.secretary)
    assert "Invented council" in words_of(browser.get("choose"))
    response = browser.post("plan", people.council.pk, **plan_data())
    row = Meeting.objects.get()
    assert response.url == browser.address("meeting", row.pk)
    assert "Being prepared" in words_of(browser.get("meeting", row.pk))
    assert enter(people.head).get("meeting", row.pk).status_code == 404
    enter(people.secretary).post("invite", row.pk)
    member = enter(people.head)
    assert "Invitation sent" in words_of(member.get("meeting", row.pk))
    assert "Room 5" in words_of(member.get("list"))
    assert enter(people.stranger).get("meeting", row.pk).status_code == 404


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({"hour": "half past"}, "Write the hour as 14:30."),
        ({"minutes_long": "3"}, "A meeting lasts from 10 minutes to 14 hours."),
        ({"place": ""}, "Write a place or a web address."),
        ({"day_month": "2", "day_day": "31"}, "There is no such day."),
        ({"day_year": "2025"}, "This day has passed. Choose a later one."),
        ({"link": "not an address"}, "Write the whole address, with https://."),
    ],
)
def test_a_meeting_that_cannot_be_keeps_what_was_typed(people, enter, words_of, traits, words):
    data = plan_data(title="Winter") | traits
    page = enter(people.secretary).post("plan", people.council.pk, **data)
    assert page.status_code == 422
    assert words in words_of(page)
    assert 'value="Winter"' in page.text
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "officer", "chair"])
def test_who_does_not_keep_the_body_finds_no_form(people, enter, who):
    assert enter(getattr(people, who)).get("plan", people.council.pk).status_code == 404


KEPT = ["change", "cancel", "guest", "add_item", "attendance", "send", "sign"]


@pytest.mark.parametrize("page", KEPT)
@pytest.mark.parametrize("who", ["chair", "head", "stranger"])
def test_forms_of_the_secretariat_are_for_the_secretariat(people, enter, page, who):
    row = made.invited(people)
    assert enter(getattr(people, who)).get(page, row.pk).status_code == 404
    assert enter(people.secretary).get(page, row.pk).status_code == 200


def test_day_and_place_change_and_an_old_form_is_told(people, enter, words_of):
    row = made.invited(people)
    browser = enter(people.secretary)
    data = plan_data(place="Room 7")
    browser.post("change", row.pk, **data, seen=row.version)
    page = browser.post("change", row.pk, **data | {"place": "Room 9"}, seen=row.version)
    assert page.status_code == 422
    assert "Somebody else wrote this meanwhile" in words_of(page)
    row.refresh_from_db()
    assert (row.place, row.sequence) == ("Room 7", 2)


def test_a_meeting_is_cancelled_with_a_reason(people, enter, words_of):
    row = made.invited(people)
    browser = enter(people.secretary)
    assert "Write something here." in words_of(browser.post("cancel", row.pk))
    browser.post("cancel", row.pk, reason="Snow on the pass")
    assert "Snow on the pass" in words_of(enter(people.head).get("meeting", row.pk))


def test_guests_are_invited_and_taken_off(people, enter, words_of):
    row = made.invited(people)
    browser = enter(people.secretary)
    assert browser.post("guest", row.pk).status_code == 422
    browser.post("guest", row.pk, words="Head of the clinic")
    assert "Head of the clinic" in words_of(browser.get("meeting", row.pk))
    guest = row.invited.get(seat="")
    browser.post("remove_guest", row.pk, guest.pk)
    assert not row.invited.filter(seat="").exists()


def test_the_agenda_is_written_changed_and_moved(people, enter, words_of):
    row = made.planned(people)
    browser = enter(people.secretary)
    for title in ("One", "Two"):
        browser.post("add_item", row.pk, title=title, speaker=people.police.pk)
    two = AgendaItem.objects.get(title="Two")
    browser.post("change_item", two.pk, title="Second", speaker="", seen=1)
    browser.post("raise_item", two.pk)
    words = words_of(browser.get("meeting", row.pk))
    assert words.index("2. Second") < words.index("3. One")
    assert "Speaker: Invented Police" in words
    browser.post("remove_item", two.pk)
    assert not AgendaItem.objects.filter(pk=two.pk).exists()


def blank():
    pdf = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(pdf)
    return pdf.getvalue()


def test_a_paper_of_an_item_is_for_who_is_invited(people, enter, words_of):
    row = made.invited(people)
    item = row.items.get()
    browser = enter(people.secretary)
    assert browser.post("paper", item.pk, title="Beds").status_code == 422
    file = SimpleUploadedFile("beds.pdf", blank())
    browser.post("paper", item.pk, title="Beds in winter", file=file)
    assert "Beds in winter" in words_of(enter(people.head).get("meeting", row.pk))
    papers = library.documents_of("agenda_item", str(item.pk), actor=people.stranger.actor)
    assert papers == []


def test_a_guest_of_one_meeting_learns_nothing_of_the_decisions_of_others(people, enter, words_of):
    made.signed(people)
    row = made.invited(people)
    guest = people.stranger.organisation.pk
    services.add_guest(row.pk, organisation_id=guest, actor=people.secretary.actor)
    text = Decision.objects.first().text
    for who, reads in ((people.head, True), (people.stranger, False)):
        browser = enter(who)
        assert (text in words_of(browser.get("list"))) == reads
        assert (text in words_of(browser.get("meeting", row.pk))) == reads


def test_a_paper_is_read_once_one_is_told_and_as_long_as_one_is_invited(people, enter):
    row = made.planned(people)
    item = row.items.get()
    file = SimpleUploadedFile("beds.pdf", blank())
    enter(people.secretary).post("paper", item.pk, title="Beds in winter", file=file)

    def read_by(who):
        return len(library.documents_of("agenda_item", str(item.pk), actor=who.actor))

    assert [read_by(one) for one in (people.secretary, people.head, people.stranger)] == [1, 0, 0]
    services.invite(row.pk, actor=people.secretary.actor)
    assert [read_by(one) for one in (people.head, people.stranger)] == [1, 0]
    guest = services.add_guest(
        row.pk, organisation_id=people.stranger.organisation.pk, actor=people.secretary.actor
    )
    assert read_by(people.stranger) == 1
    services.remove_guest(row.pk, guest.pk, actor=people.secretary.actor)
    assert [read_by(one) for one in (people.secretary, people.head, people.stranger)] == [1, 1, 0]


def test_a_file_that_cannot_be_kept_is_refused_by_the_field(people, enter, words_of):
    item = made.invited(people).items.get()
    file = SimpleUploadedFile("x.exe", b"MZ nothing good")
    page = enter(people.secretary).post("paper", item.pk, title="Beds", file=file)
    assert page.status_code == 422
    assert 'value="Beds"' in page.text


def test_minutes_are_written_part_by_part(people, enter, words_of):
    row = made.invited(people, days=0)
    browser = enter(people.secretary)
    browser.post("begin", row.pk)
    browser.post("add_item", row.pk, title="Winter", speaker="")
    item = AgendaItem.objects.get(title="Winter")
    browser.post("item", item.pk, words="Ten beds are free.\nThe road is closed.", seen=1)
    browser.post("add_question", item.pk, asked_by=people.donor.pk, text="Who pays?")
    question = Question.objects.get()
    data = {"asked_by": people.donor.pk, "text": "Who pays?", "answered_by": people.police.pk}
    browser.post("question", question.pk, **data, answer="The region", seen=1)
    decision = {"kind": "decision", "text": "Open the house", "owner": people.shelter.pk}
    browser.post("add_decision", item.pk, **decision, **parts("due_on", soon(30)))
    words = words_of(browser.get("item", item.pk))
    for part in ("Ten beds are free.", "Who pays?", "The region", "Open the house", "1.1"):
        assert part in words
    member = words_of(enter(people.head).get("meeting", row.pk))
    assert "Ten beds are free." not in member
    assert enter(people.head).get("item", item.pk).status_code == 404
    browser = enter(people.secretary)
    browser.post("remove_question", question.pk)
    row_of = Decision.objects.get()
    browser.post(
        "change_decision",
        row_of.pk,
        **decision | {"text": "Open two houses"},
        **parts("due_on", soon(30)),
        seen=1,
    )
    assert "Open two houses" in words_of(browser.get("decision", row_of.pk))
    browser.post("remove_decision", row_of.pk)
    assert not Decision.objects.exists()


def test_of_two_writers_the_second_sees_both_texts_and_can_save(people, enter, words_of):
    _row, item = made.being_written(people)
    browser = enter(people.secretary)
    browser.post("item", item.pk, words="First words", seen=1)
    page = browser.post("item", item.pk, words="My own words", seen=1)
    assert page.status_code == 422
    words = words_of(page)
    assert "Meanwhile it reads so:" in words
    assert "First words" in words
    assert "My own words" in page.text
    assert 'name="seen" value="2"' in page.text
    browser.post("item", item.pk, words="First words. My own words", seen=2)
    item.refresh_from_db()
    assert item.words == "First words. My own words"


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({"owner": ""}, "A decision without an owner is not kept."),
        ({"due_on_year": "2025"}, "This day lies before the meeting."),
        ({"due_on_year": "", "due_on_month": "", "due_on_day": ""}, "until when it is to be done"),
        ({"due_on_month": "2", "due_on_day": "30"}, "There is no such day."),
    ],
)
def test_a_decision_that_cannot_be_kept_is_refused_with_what_was_typed(
    people, enter, words_of, traits, words
):
    _row, item = made.being_written(people)
    data = {"kind": "decision", "text": "Open the house", "owner": people.shelter.pk}
    page = enter(people.secretary).post(
        "add_decision", item.pk, **data | parts("due_on", soon(30)) | traits
    )
    assert page.status_code == 422
    assert words in words_of(page)
    assert "Open the house" in page.text
    assert not Decision.objects.exists()


def test_attendance_minutes_answers_and_signature(people, enter, words_of):
    row, item = made.being_written(people)
    made.decided(people, item)
    browser = enter(people.secretary)
    row.refresh_from_db()
    came = {f"came_{one.pk}": "present" for one in row.invited.all()}
    shelter = row.invited.get(organisation=people.shelter)
    came |= {f"came_{shelter.pk}": "excused", f"instead_{shelter.pk}": "Night nurse"}
    assert browser.post("attendance", row.pk, seen=row.version).status_code == 422
    browser.post("attendance", row.pk, **came, seen=row.version)
    assert "instead: Night nurse" in words_of(browser.get("meeting", row.pk))
    assert browser.post("send", row.pk, **parts("until", soon(-1))).status_code == 422
    browser.post("send", row.pk, **parts("until", soon()))
    member = enter(people.head)
    assert "do you agree to the minutes?" in words_of(member.get("meeting", row.pk))
    assert "Open decisions" not in words_of(member.get("list"))
    page = member.post("reply", row.pk, answer="objects", words="")
    assert "Write what should stand there instead." in words_of(page)
    member.post("reply", row.pk, answer="agrees")
    assert Reply.objects.get().answer == "agrees"
    for member in (people.secretary, people.chair):
        enter(member).post("reply", row.pk, answer="agrees")
    enter(people.secretary).post("sign", row.pk, chair="Deputy head", secretary="Clerk")
    words = words_of(enter(people.head).get("meeting", row.pk))
    assert "Nothing changes any more." in words
    assert "Deputy head" in words
    assert "Give ten beds" in words_of(enter(people.head).get("list"))


def test_an_objection_is_seen_by_the_secretariat_and_the_minutes_are_written_anew(
    people, enter, words_of
):
    row = made.sent(people)
    enter(people.head).post("reply", row.pk, answer="objects", words="Nine beds, not ten")
    browser = enter(people.secretary)
    assert "Nine beds, not ten" in words_of(browser.get("meeting", row.pk))
    assert browser.post("sign", row.pk, chair="c", secretary="s").status_code == 422
    browser.post("take_back", row.pk)
    assert "Minutes being written" in words_of(browser.get("meeting", row.pk))


def test_a_decision_is_followed_to_its_end(people, enter, words_of):
    row = made.signed(people)
    decision = selectors.decisions_of(row)[0]
    owner = enter(people.head)
    owner.post("work", decision.pk)
    assert "In work" in words_of(owner.get("decision", decision.pk))
    assert owner.post("done", decision.pk, evidence="").status_code == 422
    owner.post("done", decision.pk, evidence="Order no. 5", link="https://example.org/5")
    assert "Done" in words_of(owner.get("decision", decision.pk))
    secretary = enter(people.secretary)
    secretary.post("again", decision.pk, reason="Only nine beds")
    secretary.post(
        "pass_on",
        decision.pk,
        owner=people.police.pk,
        reason="They have beds",
        **parts("due_on", soon(60)),
    )
    words = words_of(secretary.get("decision", decision.pk))
    assert "Passed on" in words
    assert "They have beds" in words
    new = Decision.objects.get(follows=decision)
    secretary.post("drop", new.pk, reason="No money")
    assert "No money" in words_of(secretary.get("decision", new.pk))
    assert enter(people.stranger).get("decision", decision.pk).status_code == 404
    assert enter(people.chair).get("drop", decision.pk).status_code == 404


def test_a_meeting_that_was_held_is_written_down_with_its_source(people, enter, words_of):
    browser = enter(people.secretary)
    data = plan_data(place="", title="Round table", source="S01") | parts("day", soon(-200))
    browser.post("past", people.council.pk, **data)
    row = Meeting.objects.get()
    assert row.is_past
    assert "S01" in words_of(browser.get("meeting", row.pk))


def test_the_same_form_sent_twice_plans_one_meeting(people, enter):
    browser = enter(people.secretary)
    data = plan_data(submission_key="7c0ff0f0-0000-4000-8000-000000000002")
    first, second = (browser.post("plan", people.council.pk, **data) for _n in range(2))
    assert first.url == second.url
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_signed_minutes_are_printed_in_every_language(people, enter, language):
    row = made.signed(people)
    response = enter(people.head).get("pdf", row.pk, **{"in": language})
    assert response["Content-Type"] == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(response.content))
    assert reader.trailer["/Root"]["/Lang"] == language
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in str(reader.trailer["/Root"]["/Metadata"].get_data())
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Give ten beds" in words
    assert row.signed.digest in words.replace("\n", "")


def test_a_draft_says_on_paper_that_it_is_one_and_nobody_prints_it_before_it_is_sent(
    people, enter
):
    row, _item = made.being_written(people)
    assert enter(people.secretary).get("pdf", row.pk).status_code == 404
    made.attended(people, row)
    services.send_minutes(row.pk, soon(), actor=people.secretary.actor)
    response = enter(people.head).get("pdf", row.pk, **{"in": "en"})
    reader = pypdf.PdfReader(io.BytesIO(response.content))
    assert "Draft: not signed" in reader.pages[0].extract_text()
    assert enter(people.stranger).get("pdf", row.pk).status_code == 404


def test_minutes_that_were_tampered_with_are_said_not_to_fit_their_hash(people, enter, words_of):
    from korgoo.meetings.models import SignedMinutes
    from tests.guards import guards_lifted

    row = made.signed(people)
    with guards_lifted():
        SignedMinutes.objects.filter(meeting=row).update(digest="0" * 64)
    assert "do not fit their hash" in words_of(enter(people.head).get("meeting", row.pk))


def test_titles_and_addresses_name_nothing_of_what_was_said(people, enter):
    row = made.signed(people)
    page = enter(people.head).get("meeting", row.pk)
    title = page.text.partition("<title>")[2].partition("</title>")[0]
    assert "beds" not in title
    assert "Shelter" not in title
