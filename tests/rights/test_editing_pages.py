"""The pages of the editors, by client: once per answer, and who finds no page."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from korgoo.access.models import KeptForm
from korgoo.rights import api, services
from korgoo.rights.enums import Sort, VersionState
from korgoo.rights.models import ContentFile, ItemVersion
from korgoo.rights.services import Place, Reading
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
V = VersionState
DAY = {"review_by_day": "1", "review_by_month": "5", "review_by_year": "2026"}


@pytest.fixture
def draft(told, people):
    content = made.content()
    return services.start_statement(Place("russia", Sort.LAW), content, actor=people.editor.actor)


@pytest.fixture
def waiting(draft, people):
    return services.send(draft.item.key, 1, seen=1, actor=people.editor.actor)


def of(version):
    return version.item.key, version.number


def now(version):
    return ItemVersion.objects.get(pk=version.pk)


def test_the_desk_shows_what_waits_and_leads_there(waiting, people, enter, words_of):
    api.load(made.information(made.item(text=made.words("Newer words."))))
    page = enter(people.second).get("desk")
    text = words_of(page)
    assert "Waiting for a second reader" in text
    assert "Written title." in text
    assert "Title of ru-unverified" in text.partition("To be verified")[2]
    assert "Title of ru-stale" in text.partition("To be looked at again")[2]
    assert "Title of ru-passport" in text.partition("Drafts")[2]
    assert reverse("rights:version", args=of(waiting)) in page.text


def test_the_desk_is_narrowed_by_place_and_sort(waiting, people, enter, words_of):
    editor = enter(people.second)
    assert "Written title." not in words_of(editor.get("desk", destination="kazakhstan"))
    assert "Written title." in words_of(editor.get("desk", destination="russia", sort="law"))
    assert "Written title." not in words_of(editor.get("desk", sort="advice"))
    all_told = words_of(editor.get("desk", what="published"))
    assert "Title of kz-days" in all_told
    assert "Written title." not in all_told
    assert "Nothing waits here." in words_of(editor.get("desk", destination="korea"))


def test_the_desk_asks_no_more_when_there_is_more(told, people, enter):
    editor = enter(people.editor)
    few = _queries(editor)
    api.load(made.information(*(made.stale(f"late-{n}") for n in range(15))))
    assert _queries(editor) <= few


def _queries(editor):
    with CaptureQueriesContext(connection) as caught:
        editor.get("desk")
    return len(caught)


def test_several_are_confirmed_in_one_form(told, people, enter, words_of):
    rows = ItemVersion.objects.filter(item__key__in=["ru-stale", "ru-passport"])
    editor = enter(people.editor)
    answer = editor.post("confirm_many", chosen=[row.pk for row in rows], looked_at="the site")
    assert answer["Location"] == reverse("rights:desk")
    assert "2 statements are still true" in words_of(editor.get("desk"))
    assert api.statement("ru-stale", "en").is_told


def test_a_confirmation_without_a_source_is_refused_and_ticks_are_kept(
    told, people, enter, words_of
):
    row = ItemVersion.objects.get(item__key="ru-stale")
    answer = enter(people.editor).post("confirm_many", chosen=[row.pk], looked_at="")
    assert answer.status_code == 422
    assert "Which source did you look at? – Write something here." in words_of(answer)
    assert f'value="{row.pk}" checked' in answer.text


def test_a_new_statement_is_written_sent_and_approved_on_pages(told, people, enter, words_of):
    editor = enter(people.editor)
    chosen = editor.get("choose_place", destination="russia", sort="law")
    assert chosen["Location"] == reverse("rights:write_new", args=["russia", "law"])
    saved = editor.post("write_new", "russia", "law", **made.typed(numbers=["embassy-ru"]))
    version = ItemVersion.objects.get(written_by=people.editor.user)
    assert saved["Location"] == reverse("rights:version", args=of(version))
    assert version.content() == made.content(numbers=["embassy-ru"])
    assert "Not written yet" not in words_of(editor.get("version", *of(version)))
    editor.post("send", *of(version), seen="1")
    second = enter(people.second)
    page = second.get("approve", *of(version))
    assert "Written text." in words_of(page)
    done = second.post("approve", *of(version), seen="2", looked_at="the decree", **DAY)
    assert done["Location"] == reverse("rights:desk")
    one = api.statement(version.item.key, "en")
    assert (one.text, one.review_by) == ("Written text.", date(2026, 5, 1))


def test_the_writer_finds_no_button_to_approve_and_is_refused(waiting, people, enter, words_of):
    editor = enter(people.editor)
    page = editor.get("version", *of(waiting))
    assert reverse("rights:approve", args=of(waiting)) not in page.text
    assert "Somebody else than the writer must check it." in words_of(page)
    assert "<form action" not in editor.get("approve", *of(waiting)).text.partition("<main")[2]
    answer = editor.post("approve", *of(waiting), seen="2", looked_at="the decree", **DAY)
    assert answer.status_code == 422
    assert "Somebody else than the writer must check it." in words_of(answer)
    assert 'value="the decree"' in answer.text
    assert now(waiting).state == V.WAITING


def test_who_comes_second_reads_that_somebody_was_faster(waiting, people, enter, words_of):
    services.approve(
        *of(waiting), Reading("it", date(2026, 5, 1)), seen=2, actor=people.second.actor
    )
    answer = enter(people.second).post(
        "approve", *of(waiting), seen="2", looked_at="the decree", **DAY
    )
    assert answer.status_code == 422
    assert "Somebody was faster: it is published already." in words_of(answer)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text_ru": "слово " * 61}, "Text (Русский) – Words: 61. At most: 60."),
        ({"sms_ky": "ө" * 135}, "Text message (Кыргызча) – Letters: 135. At most: 134."),
        ({"sms_en": "a" * 161}, "Text message (English) – Letters: 161. At most: 160."),
        (dict.fromkeys(("title_ky", "title_ru", "title_en"), ""), "Give it a title in one"),
        ({"address": "embassy"}, "Write the whole address"),
        ({"as_of_year": "2027"}, "Choose today or a day that has passed."),
        ({"source": ""}, "Source – Write something here."),
        ({"questions": ["no-such"]}, "One of them is not there any more."),
        (
            {
                "valid_from_day": "2",
                "valid_from_month": "3",
                "valid_from_year": "2026",
                "valid_to_day": "1",
                "valid_to_month": "3",
                "valid_to_year": "2026",
            },
            "The rule cannot end before it begins.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_language_and_all_is_kept(
    draft, people, enter, words_of, changes, message
):
    sent = made.typed(applies_to_ky="өтө сейрек сөз") | changes
    answer = enter(people.editor).post("write", *of(draft), seen="1", **sent)
    assert answer.status_code == 422
    assert message in words_of(answer)
    assert "өтө сейрек сөз" in answer.text
    assert now(draft).revision == 1


def test_words_are_counted_without_saving(draft, people, enter, words_of):
    sent = made.typed(text_en="one two three", count="1")
    answer = enter(people.editor).post("write", *of(draft), seen="1", **sent)
    assert answer.status_code == 200
    assert "Words: 3. At most: 60." in words_of(answer)
    assert now(draft).text["en"] == "Written text."


def test_a_language_may_stay_empty_for_now_and_is_named_before_sending(
    told, people, enter, words_of
):
    editor = enter(people.editor)
    editor.post("write_new", "russia", "law", **made.typed(text_en="", sms_en=""))
    version = ItemVersion.objects.get(written_by=people.editor.user)
    text = words_of(editor.get("version", *of(version)))
    assert "Not written yet: Text (English)." in text
    answer = editor.post("send", *of(version), seen="1")
    assert answer.status_code == 422
    assert now(version).state == V.DRAFT
    assert version.item.key not in api.export()


def test_who_was_overtaken_sees_the_other_words_and_keeps_their_own(
    draft, people, enter, words_of
):
    services.change_version(
        *of(draft), made.content(text=made.words("Theirs.")), seen=1, actor=people.second.actor
    )
    editor = enter(people.editor)
    answer = editor.post("write", *of(draft), seen="1", **made.typed(text_en="Mine."))
    assert answer.status_code == 422
    text = words_of(answer)
    assert "Somebody changed this since you opened the page." in text
    assert "Theirs." in text
    assert "Mine." in answer.text
    assert 'name="seen" value="2"' in answer.text
    assert editor.post("write", *of(draft), seen="2", **made.typed()).status_code == 302


def test_a_new_version_begins_with_what_is_published(told, people, enter, words_of):
    editor = enter(people.editor)
    assert "Words of ru-passport." in editor.get("write_version", "ru-passport").text
    editor.post("write_version", "ru-passport", seen="1", **made.typed())
    late = editor.post("write_version", "ru-passport", seen="1", **made.typed(text_en="Late."))
    assert late.status_code == 422
    assert "Somebody changed this" in words_of(late)
    assert ItemVersion.objects.filter(item__key="ru-passport").count() == 2


def test_a_draft_stands_beside_what_is_published_word_by_word(told, people, enter, words_of):
    api.load(made.information(made.item(text=made.words("Words of the embassy."))))
    page = enter(people.editor).get("version", "ru-passport", 2)
    assert "removed: </span>ru-passport" in page.text
    assert "added: </span>the embassy" in page.text
    text = words_of(page)
    for language in ("Кыргызча", "Русский", "English"):
        assert f"Text ({language})" in text
    assert "Unchanged" in text


@pytest.mark.parametrize(
    ("page", "state", "says"),
    [
        ("give_back", V.DRAFT, "It is a draft again."),
        ("drop", V.DROPPED, "The draft is dropped."),
    ],
)
def test_a_draft_goes_back_or_is_dropped_with_a_remark(
    waiting, people, enter, words_of, page, state, says
):
    second = enter(people.second)
    empty = second.post(page, *of(waiting), seen="2", remark="")
    assert empty.status_code == 422
    assert now(waiting).state == V.WAITING
    second.post(page, *of(waiting), seen="2", remark="The decree says seven days.")
    assert now(waiting).state == state
    assert says in words_of(second.get("desk"))
    life = words_of(second.get("life", waiting.item.key))
    assert "The decree says seven days." in life
    assert "Editor Two, Invented Ministry" in life


def test_what_no_longer_holds_is_ended_on_a_page_and_stays_as_history(
    told, people, enter, words_of
):
    editor = enter(people.editor)
    editor.post("withdraw", "ru-passport", 1, seen="1", remark="The rule was lifted.")
    assert not api.statement("ru-passport", "en").is_told
    assert "The rule was lifted." in words_of(editor.get("item_history", "ru-passport"))


def test_what_is_still_true_is_said_on_its_page(told, people, enter):
    editor = enter(people.editor)
    editor.post("confirm", "ru-stale", 1, seen="1", looked_at="the law")
    assert api.statement("ru-stale", "en").is_told


def test_what_is_published_later_says_when(waiting, people, enter, words_of):
    later = {"publish_on_day": "1", "publish_on_month": "4", "publish_on_year": "2026"}
    second = enter(people.second)
    second.post("approve", *of(waiting), seen="2", looked_at="the decree", **DAY, **later)
    assert "Approved for a later day" in words_of(second.get("version", *of(waiting)))
    assert now(waiting).publish_on == date(2026, 4, 1)


def test_who_did_what_is_listed_newest_first_and_page_by_page(waiting, people, enter, words_of):
    editor = enter(people.editor)
    for number in range(30):
        version = services.start_statement(
            Place("kazakhstan", Sort.LAW),
            made.content(title=made.words(f"Number {number}")),
            actor=people.editor.actor,
        )
        services.drop(*of(version), "no", seen=1, actor=people.editor.actor)
    first = editor.get("log")
    text = words_of(first)
    assert text.index("Number 29") < text.index("Number 20")
    assert "Written title." not in text
    older = first.text.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    assert "Written title." in words_of(editor.client.get(older.replace("&amp;", "&")))
    assert "Number 2" not in words_of(editor.get("log", destination="russia"))
    assert "Written title." in words_of(editor.get("log", destination="russia", before="x"))


def test_the_home_page_counts_what_waits_for_an_editor(waiting, people, enter, words_of):
    text = words_of(enter(people.second).get(reverse("web:home")))
    assert "1 statement waits for a second reader" in text
    assert "is to be looked at again" in text
    own = words_of(enter(people.editor).get(reverse("web:home")))
    assert "waits for a second reader" not in own
    assert "to be called" not in words_of(enter(people.worker).get(reverse("web:home")))


# ---- files


def bring(editor, text, name="told.yaml"):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return editor.post("files", file=SimpleUploadedFile(name, text.encode()))


def test_a_file_is_looked_at_and_then_taken_in_as_drafts(told, people, enter, words_of):
    text = api.export().replace("Words of ru-passport.", "Better words.")
    text = text.replace("key: ru-advice", "key: ru-brought")
    editor = enter(people.editor)
    page = bring(editor, text)
    shown = words_of(editor.client.get(page["Location"]))
    assert "ru-passport" in shown.partition("with other words")[2]
    assert "ru-brought" in shown.partition("New statements")[2]
    assert ItemVersion.objects.filter(written_by=people.editor.user).count() == 0
    row = ContentFile.objects.get()
    editor.post("take_file", row.pk)
    drafts = ItemVersion.objects.filter(written_by=people.editor.user)
    assert sorted(drafts.values_list("item__key", "state")) == [
        ("ru-brought", V.DRAFT),
        ("ru-passport", V.DRAFT),
    ]
    assert "2 drafts wait" in words_of(editor.get("content_file", row.pk))
    row.refresh_from_db()
    assert (row.text, row.state, row.drafts) == ("", "taken", 2)
    assert editor.post("take_file", row.pk).status_code == 403
    assert drafts.count() == 2


def test_faults_are_named_by_line_and_rule_and_nothing_is_kept(told, people, enter, words_of):
    text = api.export().replace("destination: kazakhstan", "destination: kazakstan")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "kazakstan" in row)
    editor = enter(people.editor)
    shown = words_of(editor.client.get(bring(editor, text)["Location"]))
    assert f"{line} The country pack has no such place. unknown-destination" in shown
    row = ContentFile.objects.get()
    assert (row.text, row.state) == ("", "refused")
    assert editor.post("take_file", row.pk).status_code == 403


@pytest.mark.parametrize("text", ["", "numbers: [", "\x00", "items: &a [*a]"])
def test_what_is_no_such_file_is_refused_in_words(told, people, enter, text):
    editor = enter(people.editor)
    answer = bring(editor, text)
    if answer.status_code == 302:
        assert ContentFile.objects.get().state == "refused"
    else:
        assert answer.status_code == 422


def test_a_file_that_nobody_took_in_is_thrown_away(told, people, enter, clock):
    editor = enter(people.editor)
    bring(editor, api.export())
    bring(editor, api.export())
    first, _second = ContentFile.objects.all()
    editor.post("drop_file", first.pk)
    clock.forward(hours=25)
    assert (api.sweep_files(), api.sweep_files()) == (1, 0)
    assert set(ContentFile.objects.values_list("state", "text")) == {("dropped", "")}


def test_everything_or_one_place_is_written_out(told, people, enter):
    editor = enter(people.editor)
    whole = editor.get("export")
    assert whole.content.decode() == api.export()
    assert 'filename="advice-all.yaml"' in whole["Content-Disposition"]
    some = editor.get("export", destination="kazakhstan").content.decode()
    assert "kz-days" in some
    assert "ru-passport" not in some
    assert not api.load_file(some.encode(), name="some.yaml").has_changed


# ---- who finds no page


PAGES = [
    ("desk",),
    ("log",),
    ("choose_place",),
    ("write_new", "russia", "law"),
    ("life", "ru-passport"),
    ("write_version", "ru-passport"),
    *((name, "ru-passport", 1) for name in ("version", "write", "approve", "give_back")),
    *((name, "ru-passport", 1) for name in ("drop", "withdraw", "confirm")),
    ("numbers",),
    ("check",),
    ("add_number",),
    ("number", "embassy-ru"),
    ("correct", "embassy-ru"),
    ("files",),
    ("export",),
]
POSTS = [("confirm_many",), ("send", "ru-passport", 1), ("keep_number", "embassy-ru")]


@pytest.mark.parametrize("who", ["worker", "elsewhere", "administrator"])
def test_for_everybody_else_there_is_no_page(told, people, enter, who):
    browser = enter(getattr(people, who))
    for page in PAGES:
        assert browser.get(*page).status_code == 404, page
    for page in [*PAGES, *POSTS]:
        if page[0] not in {"desk", "log", "choose_place", "life", "numbers", "number", "export"}:
            assert browser.post(*page).status_code in {404, 405}, page


def test_every_page_opens_for_an_editor_and_writes_nothing(told, people, enter):
    editor = enter(people.editor)
    for page in PAGES:
        with CaptureQueriesContext(connection) as caught:
            assert editor.get(*page).status_code == 200, page
        written = [row["sql"] for row in caught if "rights_" in row["sql"].partition("WHERE")[0]]
        assert not [sql for sql in written if sql.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_what_is_not_there_is_not_found(told, people, enter):
    editor = enter(people.editor)
    missing = [
        ("version", "ru-passport", 9),
        ("life", "none"),
        ("write_new", "nowhere", "law"),
        ("write_new", "russia", "rumour"),
        ("number", "none"),
        ("content_file", "00000000-0000-4000-8000-000000000000"),
    ]
    for page in missing:
        assert editor.get(*page).status_code == 404, page


def test_a_locked_session_keeps_what_was_typed(draft, people, enter):
    editor = enter(people.editor)
    page = editor.get("write", *of(draft)).text
    token = page.partition('name="kept_for" value="')[2].partition('"')[0]
    visitor = Client()
    address = editor.address("write", *of(draft))
    answer = visitor.post(address, {**made.typed(), "kept_for": token, "seen": "1"})
    assert answer.status_code in {302, 401}
    assert KeptForm.objects.filter(user=people.editor.user, path=address).count() == 1
    assert "Written text" not in answer.text
