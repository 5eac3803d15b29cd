"""The pages: who may, who may not, and that nothing typed is lost."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from korgoo.access.enums import Mandate, Role
from korgoo.commitments import api, services
from korgoo.commitments.models import Commitment, Evidence
from korgoo.demo import pictures
from tests import factories
from tests import factories_commitments as make
from tests.members import words_of_main

LETTER = {
    "what": "Print 500 cards",
    "beneficiary": "Villages",
    "due_on_day": "1",
    "due_on_month": "4",
    "due_on_year": "2026",
    "number": "01-22",
    "letter_day_day": "1",
    "letter_day_month": "2",
    "letter_day_year": "2026",
}


def test_a_member_reads_the_list(people, enter):
    make.promise(people.keeper, due_on=date(2026, 2, 1))
    page = words_of_main(enter(people.reader).get("list"))
    assert "Print 500 cards" in page
    assert "29 days late" in page
    assert "Write down a promise" not in page


def test_who_has_no_part_in_the_platform_finds_no_page(people, enter):
    row = make.promise(people.keeper)
    browser = enter(people.administrator)
    for name, *args in (("list",), ("csv",), ("xlsx",), ("add",), ("commitment", row.pk)):
        assert browser.get(name, *args).status_code == 404, name


def test_the_list_is_narrowed_and_what_makes_no_sense_narrows_nothing(people, enter):
    make.promise(people.keeper)
    browser = enter(people.reader)
    assert "No promise fits" in words_of_main(browser.get("list", standing="late"))
    assert "Print 500 cards" in words_of_main(browser.get("list", standing="?", organisation="x"))
    assert "Print 500 cards" in words_of_main(browser.get("list", organisation=people.region.pk))


def test_a_long_list_has_pages(people, enter, monkeypatch):
    monkeypatch.setattr("korgoo.commitments.presentation.lists.ON_PAGE", 1)
    make.promise(people.keeper, what="First")
    make.promise(people.keeper, what="Second", due_on=None)
    page = enter(people.reader).get("list", page=2)
    assert "Second" in words_of_main(page)
    assert "page=1" in page.text


def test_a_promise_from_a_letter_is_written_down(people, enter):
    answer = enter(people.keeper).post("add", promiser=people.region.pk, is_public="on", **LETTER)
    row = Commitment.objects.get()
    assert answer.url == f"/commitments/{row.pk}/"
    assert (row.letter_number, row.is_public) == ("01-22", True)
    assert row.made_on == date(2026, 2, 1)


def test_the_central_secretary_writes_down_letters_of_others(people, enter):
    enter(people.secretary).post("add", promiser=people.region.pk, **LETTER)
    assert Commitment.objects.get().promiser == people.region


def test_others_write_down_their_own_letters_alone(people, enter):
    answer = enter(people.officer).post("add", promiser=people.region.pk, **LETTER)
    assert answer.status_code == 422
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"what": ""}, "Write something here."),
        ({"beneficiary": ""}, "Say to whom it is promised."),
        ({"due_on_year": "1890"}, "Choose a day since 1991"),
        ({"due_on_day": "31"}, "There is no such day."),
        ({"letter_day_year": "2027"}, "Choose today or an earlier day."),
        ({"number": ""}, "Write something here."),
    ],
)
def test_bad_input_is_named_and_what_was_typed_is_kept(people, enter, wrong, said):
    sent = LETTER | {"label": "About cards"} | wrong
    page = enter(people.keeper).post("add", promiser=people.region.pk, **sent)
    assert page.status_code == 422
    assert said in words_of_main(page)
    assert "About cards" in page.text


def test_a_form_sent_twice_makes_one_promise(people, enter):
    browser = enter(people.keeper)
    key = "5f0c0f1e-5a55-4a7b-9f6a-000000000001"
    for _time in range(2):
        browser.post("add", promiser=people.region.pk, submission_key=key, **LETTER)
    assert Commitment.objects.count() == 1


def test_kept_with_a_picture_confirmed_and_the_file_is_named_by_code(people, enter):
    row = make.promise(people.keeper)
    picture = io.BytesIO(pictures.of_words("Cards").data)
    picture.name = "Иванов на складе.png"
    enter(people.keeper).post("fulfil", row.pk, seen=1, text="", link="", file=picture)
    browser = enter(people.secretary)
    page = browser.get("commitment", row.pk)
    assert "Confirm that it is kept" in words_of_main(page)
    file = browser.get("file", row.pk, Evidence.objects.get().pk)
    assert file["Content-Disposition"] == f'attachment; filename="evidence-{row.code}.png"'
    assert "sandbox" in file["Content-Security-Policy"]
    browser.post("confirm", row.pk, seen=2)
    assert Commitment.objects.get().state == "confirmed"


def test_evidence_of_nothing_is_asked_for_again(people, enter):
    row = make.promise(people.keeper)
    page = enter(people.keeper).post("fulfil", row.pk, seen=1, text=" ", link="")
    assert page.status_code == 422
    assert "one of them at least" in words_of_main(page)


def test_a_program_is_no_evidence(people, enter):
    row = make.promise(people.keeper)
    file = io.BytesIO(b"MZ invented")
    file.name = "proof.pdf"
    page = enter(people.keeper).post("fulfil", row.pk, seen=1, text="Look", link="", file=file)
    assert page.status_code == 422
    assert "Look" in page.text


def test_who_confirms_on_an_old_page_reads_the_new_one(people, enter):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    page = enter(people.secretary).post("confirm", row.pk, seen=1)
    assert page.status_code == 409
    assert "was changed meanwhile" in words_of_main(page)


@pytest.mark.parametrize("deed", ["fulfil", "change", "withdraw", "reopen", "evidence"])
def test_who_does_not_bear_it_is_told_why_not(people, enter, deed):
    row = make.promise(people.keeper)
    browser = enter(people.officer)
    assert "<form action" not in browser.get(deed, row.pk).text.partition("<main")[2]
    sent = {"seen": 1, "reason": "x", "text": "x", "what": "x", "beneficiary": "x"}
    assert browser.post(deed, row.pk, **sent).status_code == 422
    assert Commitment.objects.get().version == 1


def test_an_officer_finds_no_page_to_keep_promises(people, enter):
    row = make.promise(people.secretary)
    assert enter(people.reader).get("fulfil", row.pk).status_code == 404


def test_opened_again_withdrawn_changed_and_shown(people, enter):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    enter(people.secretary).post("reopen", row.pk, seen=2, reason="Only 50")
    browser = enter(people.keeper)
    sent = {"what": "Print 50", "beneficiary": "Villages", "reason": "Fewer", "seen": 3}
    browser.post("change", row.pk, **sent)
    browser.post("show", row.pk, seen=4, public="yes")
    page = words_of_main(browser.get("commitment", row.pk))
    assert "Before: “Print 500 cards”." in page
    assert "Hide it from the public" in page
    browser.post("withdraw", row.pk, seen=5, reason="No press")
    assert Commitment.objects.get().state == "withdrawn"


def test_the_history_shows_who_bore_it(people, enter, clock):
    heir = factories.organisation(Mandate.TAKE_PART, name="Invented Heir")
    row = make.promise(people.keeper)
    make.end(people.region, date(2026, 3, 9), heir)
    clock.set(2026, 3, 12, 9)
    page = words_of_main(enter(people.reader).get("commitment", row.pk))
    assert "Invented Region ended. Invented Heir bears the promise from this day on." in page


def test_the_list_as_a_file_holds_no_formula(people, enter):
    make.promise(people.keeper, what="=HYPERLINK(1)", due_on=date(2026, 2, 1))
    browser = enter(people.reader)
    text = browser.get("csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1][4] == "'=HYPERLINK(1)"
    assert rows[1][8] == "yes"
    sheet = load_workbook(io.BytesIO(browser.get("xlsx").content)).worksheets[0]
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=HYPERLINK(1)", "s")


def test_everybody_sees_what_was_chosen_and_no_cookie_is_set(people, client, clock):
    make.promise(people.keeper, what="Shown", due_on=date(2026, 2, 1), is_public=True)
    make.promise(people.keeper, what="Not shown")
    page = client.get("/en/promises/")
    words = words_of_main(page)
    assert "Shown" in words
    assert "Not shown" not in words
    assert "Waits since 1 February 2026" in words
    assert "late" not in words.lower()
    assert not page.cookies


def test_the_public_page_follows_a_change_at_once(people, client, settings):
    settings.DRAWN_FOR = 0
    row = make.promise(people.keeper, what="Shown", is_public=True)
    assert "Shown" in words_of_main(client.get("/en/promises/"))
    services.set_public(row.pk, is_public=False, actor=people.keeper.actor)
    assert "Shown" not in words_of_main(client.get("/en/promises/"))


def test_the_public_pages_are_among_those_that_are_exported():
    assert api.public_paths() == ["/ky/promises/", "/ru/promises/", "/en/promises/"]


def test_the_inbox_holds_what_is_owed_and_what_is_to_be_confirmed(people, client):
    from korgoo.library import api as library

    make.promise(people.keeper, what="Soon", due_on=date(2026, 3, 20))
    make.promise(people.keeper, what="Far", due_on=date(2026, 9, 1))
    waits = make.promise(people.keeper, what="Said")
    make.kept(waits, people.keeper)

    def labels(member):
        groups = library.inbox(actor=member.actor)
        return [item.label for group in groups for item in group.items]

    assert labels(people.keeper) == ["Soon"]
    assert labels(people.secretary) == ["Said"]
    assert labels(people.reader) == []


def test_one_who_left_for_another_body_keeps_nothing(people, enter):
    row = make.promise(people.keeper)
    stranger = factories.member(Role.SECRETARY, at=people.youth)
    page = words_of_main(enter(stranger).get("commitment", row.pk))
    assert "The promise is kept" not in page
