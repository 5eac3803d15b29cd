"""The pages: who may, who may not, how files leave, and that nothing typed is lost."""

import io

import pytest

from korgoo.library import api, readers, services
from korgoo.library.marks import Block, blocks
from korgoo.library.models import Announcement, Document, Version
from tests.library.conftest import book
from tests.members import words_of_main

SENT = {"title_ky": "Кат", "title_ru": "Письмо", "title_en": "", "kind": "letter"}
EVERYBODY = "everybody:"


def upload(content=None, name="Иванов Иван, дело.xlsx"):
    file = io.BytesIO(book() if content is None else content)
    file.name = name
    return file


def add(by, *audience, **version):
    facts = api.DocumentFacts({"en": "A letter"}, "letter", audience or [api.EVERYBODY])
    version = version or {"content": book()}
    return api.add_document(facts, api.VersionFacts(**version), actor=by.actor)


def test_a_document_is_put_in_read_and_fetched_by_its_code(people, enter):
    answer = enter(people.secretary).post("add", file=upload(), audience=EVERYBODY, **SENT)
    row = Document.objects.get()
    assert answer.url == f"/library/{row.pk}/"
    browser = enter(people.head)
    assert "Кат" in words_of_main(browser.get("list"))
    assert "Everybody on the platform" in words_of_main(browser.get("document", row.pk))
    file = browser.get("file", row.pk, 1)
    assert file["Content-Disposition"] == f'attachment; filename="document-{row.code}-1.xlsx"'
    assert "sandbox" in file["Content-Security-Policy"]
    assert file["X-Content-Type-Options"] == "nosniff"
    assert "Үлгүев".encode() not in file.content


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title_ky": "", "title_ru": ""}, "at least one language"),
        ({"audience": []}, "Choose at least one."),
        ({"audience": "council:99"}, "is not there any more"),
        ({"link": "www"}, "Write the whole address"),
        ({"issued_on_day": "1", "issued_on_month": "1", "issued_on_year": "2030"}, "earlier day"),
    ],
)
def test_bad_input_is_named_and_what_was_typed_is_kept(people, enter, wrong, said):
    sent = {"audience": EVERYBODY, "link": "https://example.org/", **SENT} | wrong
    page = enter(people.secretary).post("add", **sent)
    assert page.status_code == 422
    assert said in words_of_main(page)
    assert 'value="letter" selected' in page.text
    assert not Document.objects.exists()


def test_a_program_is_no_document_and_the_title_stays(people, enter):
    file = upload(b"MZ invented", "letter.pdf")
    page = enter(people.secretary).post("add", file=file, audience=EVERYBODY, **SENT)
    assert page.status_code == 422
    assert "Кат" in page.text


def test_a_file_and_an_address_are_one_too_many(people, enter):
    page = enter(people.secretary).post(
        "add", file=upload(), link="https://example.org/", audience=EVERYBODY, **SENT
    )
    assert page.status_code == 422
    assert "one of the two" in words_of_main(page)


def test_single_organisations_are_named_and_their_list_stands_open(people, enter):
    single = readers.typed(readers.organisation(people.donor.pk))
    enter(people.secretary).post("add", file=upload(), single=single, **SENT)
    row = Document.objects.get()
    page = enter(people.secretary).get("change", row.pk)
    assert '<details class="govuk-details" open>' in page.text
    assert enter(people.head).get("document", row.pk).status_code == 404
    assert enter(people.guest).get("file", row.pk, 1).status_code == 200


def test_readers_are_changed_a_version_added_and_the_document_taken_out(people, enter):
    card = add(people.secretary)
    browser = enter(people.secretary)
    browser.post("change", card.id, audience="public:", **SENT)
    browser.post("version", card.id, file=upload(book("Two")), note="Two")
    page = words_of_main(browser.get("document", card.id))
    assert "Everybody, also the public" in page
    assert "2 (counts now)" in page
    browser.post("withdraw", card.id, reason="Wrong")
    assert "Taken out" in words_of_main(browser.get("list"))
    assert enter(people.head).get("document", card.id).status_code == 404


def test_who_does_not_publish_finds_no_page_to_change(people, enter):
    card = add(people.secretary)
    for page in ("change", "version", "withdraw"):
        assert enter(people.head).get(page, card.id).status_code == 404
    browser = enter(people.guest)
    assert "Only the organisation that put" in words_of_main(browser.get("change", card.id))
    assert browser.post("withdraw", card.id, reason="x").status_code == 422


def test_documents_are_searched_and_narrowed(people, enter):
    add(people.secretary)
    browser = enter(people.head)
    assert "A letter" in words_of_main(browser.get("list", q="leter"))
    assert "No document fits" in words_of_main(browser.get("list", q="zebra"))
    assert "No document fits" in words_of_main(browser.get("list", kind="report"))


def test_everybody_reads_what_is_for_the_public_and_no_cookie_is_set(people, client):
    shown = add(people.secretary, api.PUBLIC)
    hidden = add(people.secretary)
    page = client.get("/en/documents/")
    assert page.text.count("A letter") > 0
    assert str(hidden.id) not in page.text
    assert not page.cookies
    assert client.get(f"/en/documents/{shown.id}/1/").status_code == 200
    assert client.get(f"/en/documents/{hidden.id}/1/").status_code == 404
    assert client.get(f"/en/documents/{shown.id}/2/").status_code == 404


def test_everybody_reads_the_newest_version_and_not_what_was_for_few_before(people, client):
    card = add(people.secretary, content=book("For few"))
    actor = people.secretary.actor
    api.add_version(card.id, api.VersionFacts(content=book("For all")), actor=actor)
    facts = api.DocumentFacts({"ky": "Кат"}, "report", [api.PUBLIC])
    services.change_document(card.id, facts, actor=actor)

    answer = client.get(f"/en/documents/{card.id}/1/")
    assert (answer.status_code, answer["Location"]) == (302, f"/en/documents/{card.id}/2/")
    newest = Version.objects.get(document_id=card.id, number=2)
    assert client.get(answer["Location"]).content == bytes(newest.content)


def test_a_web_address_is_no_file(people, enter):
    card = add(people.secretary, link="https://example.org/")
    assert enter(people.head).get("file", card.id, 1).status_code == 404


def test_something_is_announced_read_and_gone_from_the_inbox(people, enter):
    sent = {"title": "News", "text": "One\n\n- two", "audience": EVERYBODY, "roles": "head"}
    enter(people.secretary).post("announce", **sent)
    row = Announcement.objects.get()
    browser = enter(people.head)
    assert "News" in words_of_main(browser.get("inbox"))
    assert "I have read this" in words_of_main(browser.get("announcement", row.pk))
    browser.post("read", row.pk)
    assert "News" not in words_of_main(browser.get("inbox"))
    assert "News" in words_of_main(browser.get("announcements"))
    assert enter(people.worker).get("announcement", row.pk).status_code == 404


def test_an_announcement_without_addressee_keeps_its_text(people, enter):
    page = enter(people.secretary).post("announce", title="News", text="Long words")
    assert page.status_code == 422
    assert "Long words" in page.text


def test_the_text_of_an_announcement_is_never_markup(people, enter):
    row = services.announce(
        title="News",
        text="<script>x</script>",
        audience=[api.EVERYBODY],
        roles=[],
        actor=people.secretary.actor,
    )
    page = enter(people.head).get("announcement", row.pk)
    assert "&lt;script&gt;" in page.text
    assert "<script>x" not in page.text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One\ntwo", [Block(("One", "two"), is_list=False)]),
        ("One\n\ntwo", [Block(("One",), is_list=False), Block(("two",), is_list=False)]),
        (
            "Bring:\n- pens\n• papers",
            [Block(("Bring:",), is_list=False), Block(("pens", "papers"), is_list=True)],
        ),
        ("\n\n", []),
    ],
)
def test_a_text_has_paragraphs_and_lists(text, parts):
    assert blocks(text) == parts
