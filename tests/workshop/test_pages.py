"""The pages of drafts and editions: who finds them, who changes what, and what they say."""

import pytest
from django.urls import reverse

from korgoo.consultation import api as consultation
from korgoo.identification import api as identification
from korgoo.workshop import editing
from korgoo.workshop.difference import What
from korgoo.workshop.enums import SUBJECT_KIND
from korgoo.workshop.models import GuidelineDraft
from tests.workshop.guidelines import text
from tests.workshop.test_adoption import LAST_DAY

pytestmark = pytest.mark.django_db
# Pages of a draft that everybody who works here may read.
READ = [
    ("draft",), ("history",), ("contents",), ("vectors",), ("download",),
    ("catalogue", "labour"), ("view", "inspector"),
]  # fmt: skip
# Pages on which an editor changes something.
EDIT = [
    ("name",), ("past",), ("bring",), ("head",), ("catalogue_head", "labour"), ("add_dimension", "labour"),
    ("dimension", "labour", "D1"), ("add_element", "labour"), ("add_indicator", "labour"),
    ("indicator", "labour", "D5.01"), ("add_view",), ("view_head", "inspector"),
    ("pocket", "inspector"), ("advice", "inspector", "strong"), ("add_page", "inspector"),
    ("page", "inspector", 2), ("condition", "inspector", 3), ("add_question", "inspector", 1),
    ("question", "inspector", "pay"), ("question", "inspector", "D1.01"),
    ("add_option", "inspector", "pay"), ("option", "inspector", "pay", "less"), ("add_vector",),
    ("vector", "locked-in-and-deceived"),
]  # fmt: skip
POSTS = [("move",), ("remove",), ("join",), ("drop",), ("take_brought",), ("drop_brought",)]


def ids(pages):
    return ["-".join(map(str, page)) for page in pages]


@pytest.mark.parametrize("page", READ, ids=ids(READ))
@pytest.mark.parametrize("who", ["editor", "officer"])
def test_who_works_here_reads_a_draft(page, who, small_draft, people, enter):
    answer = enter(getattr(people, who)).get(page[0], small_draft.pk, *page[1:])

    assert answer.status_code == 200


@pytest.mark.parametrize("page", EDIT, ids=ids(EDIT))
def test_an_editor_of_the_body_that_coordinates_finds_every_editing_page(
    page, small_draft, people, enter
):
    answer = enter(people.editor).get(page[0], small_draft.pk, *page[1:])

    assert answer.status_code == 200


@pytest.mark.parametrize("page", [*EDIT, *POSTS], ids=ids([*EDIT, *POSTS]))
@pytest.mark.parametrize("who", ["officer", "foreign_editor", "coordinator"])
def test_others_find_no_editing_page(page, who, small_draft, people, enter):
    member = enter(getattr(people, who))
    ask = member.post if page in POSTS else member.get

    assert ask(page[0], small_draft.pk, *page[1:]).status_code == 404


@pytest.mark.parametrize("page", [*READ, *EDIT, *POSTS], ids=ids([*READ, *EDIT, *POSTS]))
def test_the_data_protection_officer_finds_nothing(page, small_draft, people, enter):
    member = enter(people.overseer)
    ask = member.post if page in POSTS else member.get

    assert ask(page[0], small_draft.pk, *page[1:]).status_code == 404


@pytest.mark.parametrize("page", [*READ, *EDIT, *POSTS], ids=ids([*READ, *EDIT, *POSTS]))
def test_visitors_are_led_to_the_door(page, small_draft, client):
    where = reverse(f"workshop:{page[0]}", args=[small_draft.pk, *page[1:]])
    answer = client.post(where) if page in POSTS else client.get(where)

    assert answer.status_code == 302
    assert reverse("account_login") in answer.url


@pytest.mark.parametrize(
    "page",
    [
        ("catalogue", "none"), ("view", "none"), ("indicator", "labour", "D9.99"),
        ("dimension", "labour", "D9"), ("element", "labour", "act"), ("question", "inspector", "x"),
        ("page", "inspector", 9), ("option", "inspector", "pay", "x"), ("vector", "x"),
        ("catalogue_head", "none"), ("view_head", "none"), ("advice", "inspector", "guilty"),
        ("condition", "inspector", 9), ("add_option", "inspector", "x"), ("add_page", "none"),
        ("add_question", "none", 1), ("add_indicator", "none"), ("pocket", "none"),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_draft_does_not_hold_has_no_page(page, small_draft, people, enter):
    assert enter(people.editor).get(page[0], small_draft.pk, *page[1:]).status_code == 404


def test_the_list_shows_editions_and_drafts(draft, people, enter, words_of):
    words = words_of(enter(people.officer).get("list"))

    assert "In force" in words
    assert "Two weights" in words
    assert "Start a draft" not in words
    assert "Start a draft" in words_of(enter(people.editor).get("list"))


def test_an_edition_can_be_read_whole(people, enter, words_of):
    edition = identification.current_edition()
    member = enter(people.officer)

    words = words_of(member.get("edition", edition.digest[:16]))
    assert "Edition 2026-1" in words
    for key, catalogue in edition.data.catalogues.items():
        page = words_of(member.get("edition_catalogue", edition.digest[:16], key))
        assert all(sign.code in page for sign in catalogue.indicators)
    for key, view in edition.data.views.items():
        page = words_of(member.get("edition_view", edition.digest[:16], key))
        assert "Change" not in page.replace("Changed", "")
        for asked in view.pages:
            assert asked.title.in_language("en") in page


@pytest.mark.parametrize("digest", ["0" * 16, "abc"])
def test_an_edition_that_is_none_is_not_found(digest, people, enter):
    assert enter(people.officer).get("edition", digest).status_code == 404


def test_an_editor_starts_a_draft(people, enter):
    base = identification.current_edition().digest
    sent = {"title": "New", "edition": "2027-1", "base": base}

    answer = enter(people.editor).post("start", **sent)

    made = GuidelineDraft.objects.get()
    assert answer.status_code == 302
    assert answer.url == reverse("workshop:draft", args=[made.pk])
    assert (made.title, made.edition, made.organisation) == ("New", "2027-1", people.centre)


@pytest.mark.parametrize("edition", ["", "2026-1"])
def test_a_draft_without_a_free_name_is_not_started(edition, people, enter, words_of):
    base = identification.current_edition().digest
    sent = {"title": "My words", "edition": edition, "base": base}

    answer = enter(people.editor).post("start", **sent)

    assert answer.status_code == 422
    assert "My words" in answer.text
    assert not GuidelineDraft.objects.exists()


def edited(draft, edit, people):
    from korgoo.workshop import services

    draft.refresh_from_db()
    services.change_draft(
        draft.pk, services.Edit(edit), version=draft.version, actor=people.editor.actor
    )
    draft.refresh_from_db()


def weight(strength):
    return lambda f: editing.set_weight(
        f, "labour", "D5.01", profile="adult_labour", weight=strength
    )


def test_the_page_of_a_draft_says_in_words_what_differs(small_draft, people, enter, words_of):
    edited(small_draft, weight("strong"), people)

    words = words_of(enter(people.officer).get("draft", small_draft.pk))

    assert "1 difference from edition 2026-1" in words
    assert "Sign “Papers taken away (D5.01)”: weight for adults" in words
    assert "Before medium After strong" in words
    assert "Co-ordinate the referral mechanism" in words


def test_faults_are_named_in_words_and_lead_to_where_they_are_mended(
    small_draft, people, enter, words_of
):
    edited(small_draft, lambda f: editing.remove_indicator(f, "labour", "D5.02"), people)

    page = enter(people.editor).get("draft", small_draft.pk)

    assert "No list of these questions has this sign." in words_of(page)
    assert "must be mended first" in words_of(page)
    assert reverse("workshop:question", args=[small_draft.pk, "inspector", "D5.02"]) in page.text
    reading = enter(people.officer).get("draft", small_draft.pk)
    assert "No list of these questions has this sign." in words_of(reading)
    assert "/asked/" not in reading.text


def test_translations_that_wait_are_listed(small_draft, people, enter, words_of):
    target = editing.Target(What.INDICATOR, ("labour", "D5.01"))
    edited(
        small_draft, lambda f: editing.set_text(f, target, "title", "en", "Papers gone"), people
    )
    edited(small_draft, lambda f: editing.set_text(f, target, "title", "ky", ""), people)

    words = words_of(enter(people.editor).get("draft", small_draft.pk))

    assert "Missing in: Кыргызча" in words
    assert "Not changed in: Русский" in words


def test_the_history_says_who_changed_what_and_when(small_draft, people, enter, words_of):
    edited(small_draft, weight("strong"), people)

    for colleague in (people.colleague, people.coordinator):
        words = words_of(enter(colleague).get("history", small_draft.pk))

        assert "weight for adults: medium → strong" in words
        assert "Editor One (Invented Centre)" in words


def test_other_organisations_read_no_name_of_an_editor(small_draft, people, enter, words_of):
    edited(small_draft, weight("strong"), people)

    for stranger in (people.officer, people.foreign_editor):
        words = words_of(enter(stranger).get("history", small_draft.pk))

        assert "weight for adults: medium → strong" in words
        assert "Invented Centre" in words
        assert "Editor One" not in words


def test_a_draft_in_consultation_shows_what_changed_since(small_draft, people, enter, words_of):
    edited(small_draft, weight("strong"), people)
    consultation.open_consultation(
        SUBJECT_KIND, small_draft.pk, open_until=LAST_DAY, actor=people.editor.actor
    )
    page = enter(people.editor).get("draft", small_draft.pk)
    assert "Organisations can comment until 20 March 2026" in words_of(page)
    assert "Changed since the consultation opened" not in words_of(page)
    assert "Comments on this" in words_of(page)

    edited(small_draft, weight("weak"), people)

    assert "Changed since the consultation opened" in words_of(
        enter(people.officer).get("draft", small_draft.pk)
    )


def test_a_draft_that_is_over_offers_no_editing(small_draft, people, enter, words_of):
    enter(people.editor).post("drop", small_draft.pk)

    page = enter(people.editor).get("draft", small_draft.pk)

    assert "This draft was dropped" in words_of(page)
    assert "Drop the draft" not in words_of(page)
    assert enter(people.editor).get("head", small_draft.pk).status_code == 403


def test_the_draft_of_the_guideline_is_read_in_every_language(small_draft, people, client):
    from tests import factories

    factories.sign_in(client, people.officer)
    for code in ("ky", "ru", "en"):
        client.cookies["language"] = code
        page = client.get(reverse("workshop:view", args=[small_draft.pk, "inspector"]))
        assert text("Labour inspector")[code] in page.text


def test_a_name_with_a_sign_that_cannot_be_kept_is_refused_in_words(
    small_draft, people, enter, words_of
):
    typed = {"title": "A \x01 draft", "edition": "2027\x02"}

    page = enter(people.editor).post("name", small_draft.pk, **typed)

    assert page.status_code == 422
    assert words_of(page).count("a sign that cannot be kept") >= 2
