"""The pages on which members write packages: who may, and nothing typed is lost."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.lawbook import services
from korgoo.lawbook.models import AmendmentPackage, PackageItem
from korgoo.lawbook.services import Place
from tests.lawbook.conftest import SHELTER, adopt, in_all, propose, put

pytestmark = pytest.mark.django_db
HEAD = {
    "title_ky": "Узак мөөнөт",
    "title_ru": "Более долгий срок",
    "title_en": "Longer stay",
    "reason": "Ten days are too short.",
}
WORDS = {
    "title_ky": "Канча",
    "title_ru": "Сколько",
    "title_en": "How long",
    "text_ky": "Отуз күн.",
    "text_ru": "Тридцать дней.",
    "text_en": "Thirty days.",
    "note": "Ten are too short.",
}
ARTICLE = ("law-55-2005", "21-4")


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]*)"', answer.text).group(1)


def pages(package):
    return [
        ("new_package", ()),
        ("describe", (package.pk,)),
        ("drop", (package.pk,)),
        ("choose_instrument", (package.pk,)),
        ("choose_article", (package.pk, "law-55-2005")),
        ("write", (package.pk, *ARTICLE)),
    ]


def test_who_writes_opens_every_page(ready, people, enter):
    editor = enter(people.editor)
    for page, args in pages(ready):
        assert editor.get(page, *args).status_code == 200, page


@pytest.mark.parametrize("who", ["officer", "coordinator", "foreign_editor"])
def test_who_comments_reads_and_does_not_write(ready, people, enter, who):
    reader = enter(getattr(people, who))

    assert reader.get("packages").status_code == 200
    assert reader.get("package", ready.pk).status_code == 200
    for page, args in pages(ready):
        assert reader.get(page, *args).status_code == 404, page
    assert reader.post("write", ready.pk, *ARTICLE, seen="1", **WORDS).status_code == 404
    assert reader.post("remove", ready.pk, *ARTICLE, seen="1").status_code == 404
    assert reader.post("drop", ready.pk).status_code == 404
    assert PackageItem.objects.get().version == 1


def test_who_has_no_part_in_it_finds_no_packages(ready, people, enter):
    for page, args in [("packages", ()), ("package", (ready.pk,)), *pages(ready)]:
        assert enter(people.administrator).get(page, *args).status_code == 404, page


def test_visitors_are_led_to_the_door(ready, enter):
    for page, args in [("packages", ()), ("package", (ready.pk,))]:
        answer = enter().get(page, *args)
        assert answer.status_code == 302
        assert answer.url.startswith("/account/login/")


def test_from_an_empty_list_to_a_package_with_an_article(people, enter, words_of):
    editor = enter(people.editor)
    assert "No package was started yet" in words_of(editor.get("packages"))

    answer = editor.post("new_package", seen="0", **HEAD)
    package = AmendmentPackage.objects.get()
    assert answer.url == reverse("lawbook:package", args=[package.pk])
    assert "Add an article" in words_of(editor.get(answer.url))
    assert "Law against trafficking" in words_of(editor.get("choose_instrument", package.pk))
    chosen = editor.get("choose_article", package.pk, "law-55-2005")
    address = reverse("lawbook:write", args=[package.pk, *ARTICLE])
    assert address in chosen.text
    answer = editor.post(address, seen="0", **WORDS)
    assert answer.status_code == 302

    page = words_of(editor.get("package", package.pk))
    assert "Article 21-4. How long" in page
    assert "added: Thirty days." in page
    assert "ten days" in page
    assert "Ten are too short." in page
    assert "Erkin Invented, Invented Centre" in page
    assert "Time limit: First stay in a shelter" in page
    assert "Longer stay" in words_of(editor.get("packages"))


def test_the_number_of_a_new_article_is_taken_from_the_form(package, people, enter):
    editor = enter(people.editor)

    answer = editor.get("choose_article", package.pk, "law-55-2005", number="21-5A")

    assert answer.url == reverse("lawbook:write", args=[package.pk, "law-55-2005", "21-5a"])
    assert "this will be a new one" in editor.get(answer.url).text


@pytest.mark.parametrize("number", ["", "статья", "21/4", "a", "9" * 41, "../x"])
def test_a_number_that_no_article_can_have_is_named(package, people, enter, words_of, number):
    answer = enter(people.editor).get("choose_article", package.pk, "law-55-2005", number=number)

    assert answer.status_code == 200
    assert "There is a problem" in words_of(answer)


@pytest.mark.parametrize("place", [("law-99", "1"), ("law-55-2005", "Статья"), ("law-99", None)])
def test_what_the_lawbook_cannot_have_is_not_found(package, people, enter, place):
    instrument, article = place
    page = ("write", package.pk, instrument, article)
    if article is None:
        page = ("choose_article", package.pk, instrument)
    assert enter(people.editor).get(*page).status_code == 404


def test_a_form_with_a_fault_keeps_everything_typed(package, people, enter, words_of):
    typed = WORDS | {"text_en": "x" * 20_001, "note": ""}

    answer = enter(people.editor).post("write", package.pk, *ARTICLE, seen="0", **typed)

    assert answer.status_code == 422
    assert "There is a problem" in words_of(answer)
    for words in ("Отуз күн.", "Тридцать дней.", "x" * 20_001, "Сколько"):
        assert words in answer.text
    assert not PackageItem.objects.exists()


def test_a_wording_in_no_language_is_refused(package, people, enter, words_of):
    answer = enter(people.editor).post(
        "write", package.pk, *ARTICLE, seen="0", note="Because.", title_en="Only a title"
    )

    assert answer.status_code == 422
    assert "in one language at least" in words_of(answer)
    assert "Only a title" in answer.text


def test_a_missing_translation_is_listed(package, people, enter, words_of):
    editor = enter(people.editor)
    typed = {name: words for name, words in WORDS.items() if not name.endswith("_ky")}
    editor.post("write", package.pk, *ARTICLE, seen="0", **typed)

    page = words_of(editor.get("package", package.pk))

    assert "Translation is missing Кыргызча" in page
    assert "Before it can be adopted" in page


def test_who_was_overtaken_sees_both_wordings_and_loses_nothing(ready, people, enter, words_of):
    seen = hidden(enter(people.editor).get("write", ready.pk, *ARTICLE), "seen")
    put(ready, people, seen=1, by=people.colleague, text="Forty days.")

    editor = enter(people.editor)
    answer = editor.post("write", ready.pk, *ARTICLE, seen=seen, **WORDS)

    assert answer.status_code == 422
    assert "Somebody changed this while you were writing" in words_of(answer)
    assert "Forty days. (en)" in words_of(answer)
    assert "Thirty days." in answer.text
    assert PackageItem.objects.get().text["en"] == "Forty days. (en)"
    # Having read it, the editor saves again.
    again = editor.post("write", ready.pk, *ARTICLE, seen=hidden(answer, "seen"), **WORDS)
    assert again.status_code == 302
    assert PackageItem.objects.get().text["en"] == "Thirty days."


@pytest.mark.parametrize("seen", [{}, {"seen": "x"}, {"seen": "-1"}])
def test_a_form_that_does_not_say_what_it_saw_overwrites_nothing(ready, people, enter, seen):
    answer = enter(people.editor).post("write", ready.pk, *ARTICLE, **seen, **WORDS)

    assert answer.status_code == 422
    assert "Thirty days." in answer.text
    assert PackageItem.objects.get().version == 1


def test_title_and_reason_that_were_changed_meanwhile_are_shown(package, people, enter, words_of):
    services.describe_package(
        package.pk, in_all("Other title"), "Other reason.", seen=1, actor=people.colleague.actor
    )

    answer = enter(people.editor).post("describe", package.pk, seen="1", **HEAD)

    assert answer.status_code == 422
    assert "Other reason." in words_of(answer)
    assert "Longer stay" in answer.text


def test_title_and_reason_are_changed(package, people, enter):
    answer = enter(people.editor).post("describe", package.pk, seen="1", **HEAD)

    assert answer.status_code == 302
    package.refresh_from_db()
    assert package.title["ru"] == "Более долгий срок"


def test_a_package_without_title_or_reason_is_refused_with_what_was_typed(people, enter):
    editor = enter(people.editor)
    for gone in ("reason", "title_ky title_ru title_en"):
        typed = {name: words for name, words in HEAD.items() if name not in gone.split()}
        answer = editor.post("new_package", seen="0", **typed)
        assert answer.status_code == 422
        assert all(words in answer.text for words in typed.values())
    assert not AmendmentPackage.objects.exists()


def test_a_form_sent_twice_starts_one_package(people, enter):
    editor, key = enter(people.editor), str(uuid4())

    answers = [
        editor.post("new_package", submission_key=key, seen="0", **HEAD) for _time in range(2)
    ]

    assert answers[0].url == answers[1].url
    assert AmendmentPackage.objects.count() == 1


def test_an_article_is_taken_out(ready, people, enter, words_of):
    editor = enter(people.editor)

    answer = editor.post("remove", ready.pk, *ARTICLE, seen="1")

    assert answer.status_code == 302
    page = words_of(editor.get("package", ready.pk))
    assert "No article is in the package yet" in page
    assert "Article taken out" in page


def test_taking_out_what_somebody_changed_is_refused(ready, people, enter):
    put(ready, people, seen=1, by=people.colleague)

    assert enter(people.editor).post("remove", ready.pk, *ARTICLE, seen="1").status_code == 409
    assert PackageItem.objects.exists()


def test_a_package_is_dropped(ready, people, enter, words_of):
    editor = enter(people.editor)

    assert editor.post("drop", ready.pk).status_code == 302

    page = words_of(editor.get("package", ready.pk))
    assert "This package was dropped" in page
    assert "Add an article" not in page
    assert "Put it to consultation" not in page


def test_the_page_leads_to_consultation_once(ready, people, enter, clock):
    opening = reverse("consultation:open", args=["amendments", ready.pk])
    assert opening in enter(people.editor).get("package", ready.pk).text
    assert opening not in enter(people.officer).get("package", ready.pk).text

    propose(ready, people, clock)

    page = enter(people.editor).get("package", ready.pk)
    assert opening not in page.text
    assert "Open the consultation" in page.text


def test_while_adoption_is_proposed_the_page_says_that_nothing_changes(
    ready, people, enter, clock, words_of
):
    propose(ready, people, clock)
    editor = enter(people.editor)

    page = words_of(editor.get("package", ready.pk))
    answer = editor.post("write", ready.pk, *ARTICLE, seen="1", **WORDS)

    assert "cannot change until the proposal is taken back" in page
    assert "Add an article" not in page
    assert answer.status_code == 403
    assert PackageItem.objects.get().version == 1


def test_an_adopted_package_still_shows_what_it_changed(ready, people, enter, clock, words_of):
    adopt(ready, people, clock)

    page = words_of(enter(people.officer).get("package", ready.pk))

    assert "What it changes" in page
    assert "ten days" in page
    assert "added: A person may stay for thirty days." in page
    assert "Before it can be adopted" not in page


def test_the_law_shows_what_was_adopted(ready, people, enter, clock, words_of):
    adopt(ready, people, clock)

    reader = enter()
    before = words_of(reader.get("instrument", "law-55-2005", on="2026-03-31"))
    after = words_of(reader.get("instrument", "law-55-2005", on="2026-04-01"))

    assert "thirty days" not in before
    assert "A person may stay for thirty days. (en)" in after
    assert "Law No. 1 of an invented parliament" in after


def test_articles_stand_in_the_order_of_the_law(package, people, enter, words_of):
    for article in ("27", "3", "21-5", "21"):
        put(package, people, Place("law-55-2005", article), number=article)

    page = words_of(enter(people.officer).get("package", package.pk))

    shown = page.split("What would change")[1].split("Who changed what")[0]
    named = re.findall(r"Article ([0-9-]+)\. How long", shown)
    assert list(dict.fromkeys(named)) == ["3", "21", "21-5", "27"]


def test_the_history_says_what_was_changed(ready, people, enter, words_of):
    put(ready, people, seen=1, by=people.colleague, text="A person may stay for forty days.")

    page = words_of(enter(people.coordinator).get("package", ready.pk))

    history = page.split("Who changed what")[1]
    assert "Meerim Invented, Invented Centre" in history
    stranger = words_of(enter(people.officer).get("package", ready.pk))
    assert "Invented Centre" in stranger.split("Who changed what")[1]
    for name in ("Meerim", "Erkin"):
        assert name not in stranger
    assert re.search(r"removed: thirty .{0,20}added: forty", history)


def test_the_present_wording_is_where_writing_begins(package, people, enter, clock):
    place = Place("law-55-2005", "21-5")
    put(package, people, place, number="21-5", text="Help is free.")
    adopt(package, people, clock)
    clock.set(2026, 4, 2, 9)
    second = services.start_package(in_all("Again"), "More.", actor=people.editor.actor)

    page = enter(people.editor).get("write", second.pk, "law-55-2005", "21-5")

    assert re.search(r"<textarea[^>]*text_en[^>]*>\s*Help is free\. \(en\)", page.text)
    assert hidden(page, "seen") == "0"


def test_the_list_asks_the_same_few_questions_however_long(
    people, enter, django_assert_max_num_queries
):
    for number in range(3):
        services.start_package(in_all(f"P{number}"), "Why.", actor=people.editor.actor)
    reader = enter(people.officer)
    reader.get("packages")
    with django_assert_max_num_queries(9):
        reader.get("packages")


def test_a_package_that_is_not_there_is_not_found(people, enter):
    assert enter(people.editor).get("package", uuid4()).status_code == 404
    assert SHELTER.ref == "law-55-2005#21-4"


def test_who_writes_on_while_the_law_changes_is_shown_what_it_says_now(
    package, ready_other, people, enter, words_of, clock
):
    editor = enter(people.editor)
    stood = hidden(editor.get("write", package.pk, *ARTICLE), "stood")
    adopt(ready_other, people, clock)

    editor = enter(people.editor)
    answer = editor.post("write", package.pk, *ARTICLE, seen="0", stood=stood, **WORDS)

    assert answer.status_code == 422
    words = words_of(answer)
    assert "Somebody changed this while you were writing" in words
    assert "In force later" in words
    assert "A person may stay for thirty days. (en)" in words
    assert WORDS["text_en"] in answer.text
    again = editor.post(
        "write", package.pk, *ARTICLE, seen="0", stood=hidden(answer, "stood"), **WORDS
    )
    assert again.status_code == 302


@pytest.fixture
def ready_other(people):
    """Another package that rewords the same article."""
    other = services.start_package(in_all("Other"), "Why.", actor=people.editor.actor)
    put(other, people)
    return other


def test_a_sign_that_cannot_be_kept_is_refused_in_words(package, people, enter, words_of):
    editor = enter(people.editor)

    head = editor.post("new_package", seen="0", **{**HEAD, "reason": "Be\x01cause"})
    typed = {**WORDS, "title_en": "How \x01 long", "text_en": "Thirty \x02 days."}
    article = editor.post("write", package.pk, *ARTICLE, seen="0", **typed)

    for page in (head, article):
        assert page.status_code == 422
        assert "a sign that cannot be kept" in words_of(page)
    assert AmendmentPackage.objects.count() == 1
    assert not PackageItem.objects.exists()
