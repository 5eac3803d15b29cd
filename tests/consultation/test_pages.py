"""The pages of a consultation: what they show to whom, and what a form answers."""

from datetime import date
from urllib.parse import urlencode

import pytest

from korgoo.consultation.enums import MOST_ON_PART, AnswerKind
from korgoo.consultation.models import Comment, Consultation
from korgoo.consultation.subjects import Item
from tests.consultation.conftest import FIRST_DAY, KIND, LAST_DAY, typed_day

pytestmark = pytest.mark.django_db
SIGN = "catalogues/labour/D1.01/weight"
PAY = "views/consul.yaml/pay?"
KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"


# -- opening ----------------------------------------------------------------------------------


def test_the_editor_puts_a_draft_to_consultation(draft, people, enter, words_of):
    editor = enter(people.editor)
    assert "Guideline, edition two" in words_of(editor.get("open", KIND, draft.id))

    answers = [
        editor.post(
            "open", KIND, draft.id, submission_key=KEY, **typed_day("open_until", LAST_DAY)
        )
        for _time in range(2)
    ]

    row = Consultation.objects.get()
    assert row.open_until == LAST_DAY
    assert [answer.url for answer in answers] == [f"/consultations/{row.pk}/"] * 2


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (typed_day("open_until", date(2026, 3, 1)), "Choose today or a later day."),
        (typed_day("open_until", date(2206, 3, 20)), "Choose a day within one year."),
        ({"open_until_day": "31", "open_until_month": "2", "open_until_year": "2026"}, "valid"),
        ({"open_until_day": "soon", "open_until_month": "", "open_until_year": "x"}, "valid"),
        ({}, "required"),
    ],
)
def test_a_day_that_cannot_be_is_named_and_kept(typed, error, draft, people, enter, words_of):
    answer = enter(people.editor).post("open", KIND, draft.id, **typed)

    assert answer.status_code == 422
    words = words_of(answer)
    assert "Last day for comments – " in words
    assert error in words
    for part in typed.values():
        assert f'value="{part}"' in answer.text
    assert not Consultation.objects.exists()


def test_a_draft_in_consultation_leads_there_instead(story, enter):
    editor = enter(story.people.editor)
    page = editor.get("open", KIND, story.draft.id)
    assert "put to consultation before" in page.text
    assert f'href="/consultations/{story.row.pk}/"' in page.text
    assert "open_until_day" not in page.text

    answer = editor.post("open", KIND, story.draft.id, **typed_day("open_until", LAST_DAY))

    assert answer.status_code == 422
    assert "put to consultation before" in answer.text


def test_more_time_is_given_on_its_page(story, enter, words_of):
    editor = enter(story.people.editor)
    assert "20 March 2026" in words_of(editor.get("extend", story.row.pk))
    earlier = editor.post("extend", story.row.pk, **typed_day("open_until", LAST_DAY))
    assert earlier.status_code == 422
    assert "never taken away" in earlier.text

    later = editor.post("extend", story.row.pk, **typed_day("open_until", date(2026, 3, 27)))

    assert later.status_code == 302
    story.row.refresh_from_db()
    assert story.row.open_until == date(2026, 3, 27)


# -- the list ---------------------------------------------------------------------------------


def test_the_list_says_what_waits_for_whom(story, enter, words_of):
    for who in ("officer", "worker"):
        words = words_of(enter(getattr(story.people, who)).get("list"))
        assert "Your organisation has not commented yet" in words
        assert "18 days left" in words
    assert "has not commented" not in words_of(enter(story.people.editor).get("list"))

    story.comment()

    assert "has not commented" not in words_of(enter(story.people.officer).get("list"))
    assert "has not commented" in words_of(enter(story.people.worker).get("list"))
    assert "wait for your answer" in words_of(enter(story.people.editor).get("list"))
    assert "wait for your answer" not in words_of(enter(story.people.second).get("list"))


def test_the_list_puts_what_is_open_first_and_what_is_adopted_last(story, enter, words_of):
    reader = enter(story.people.worker)
    story.clock.set(2026, 3, 20, 12)
    assert "Today is the last day" in words_of(reader.get("list"))
    story.end()
    assert "Comments are over, not adopted yet" in words_of(enter(story.people.worker).get("list"))
    story.confirm(story.propose())
    words = words_of(enter(story.people.worker).get("list"))
    assert "Adopted drafts" in words
    assert "1 April 2026" in words
    assert "You have not read 1 notice yet" in words


def test_the_deciders_see_whose_turn_it_is(story, enter, words_of):
    story.end()
    for who in ("editor", "second"):
        assert "adoption is the next step" in words_of(
            enter(getattr(story.people, who)).get("list")
        )
    story.propose()
    waiting = "waits for a second person"
    assert waiting in words_of(enter(story.people.second).get("list"))
    assert waiting not in words_of(enter(story.people.editor).get("list"))
    assert waiting not in words_of(enter(story.people.officer).get("list"))


def test_without_a_consultation_the_list_says_so(draft, people, enter, words_of):
    assert "No draft was put to consultation yet." in words_of(enter(people.officer).get("list"))


# -- the page of one --------------------------------------------------------------------------


def test_every_part_stands_there_as_it_is_and_as_it_would_be(story, enter, words_of):
    page = enter(story.people.officer).get("consultation", story.row.pk)
    words = words_of(page)
    for expected in (
        "Guideline, edition two",
        "20 March 2026",
        "Invented Centre",
        "Sign D1.01 In force now Weight 1 Proposed Weight 2",
        "Nothing: this is new. Proposed Who holds your pay?",
        "About the draft as a whole",
    ):
        assert expected in words
    assert 'href="/a/draft/"' in page.text
    for key in ("*", SIGN, PAY):
        assert f"/consultations/{story.row.pk}/items/?{urlencode({'item': key})}" in page.text


def test_comments_and_answers_stand_at_their_part_for_everybody(story, enter, words_of):
    comment = story.comment("One is <b>enough</b>.\nReally.", SIGN)
    story.answer(comment, AnswerKind.IN_PART, "Half of it.\nThe first.")
    page = enter(story.people.worker).get("consultation", story.row.pk)

    part = page.text.partition('id="part-1"')[2].partition('id="part-2"')[0]
    assert "Invented Police" in part
    assert "One is &lt;b&gt;enough&lt;/b&gt;.<br>Really." in part
    assert "Accepted in part" in part
    assert "Half of it.<br>The first." in part
    assert "One is" not in page.text.replace(part, "")


def test_a_comment_on_a_part_that_is_gone_is_not_lost(story, enter, words_of):
    comment = story.comment("Keep this sign.", SIGN)
    story.draft.items = (Item("other", "Another sign", "a", "b"),)
    editor = enter(story.people.editor)

    words = words_of(editor.get("consultation", story.row.pk))
    assert f"No longer in the draft: {SIGN}" in words
    assert "Keep this sign." in words
    assert editor.get("item", story.row.pk, item=SIGN).status_code == 404
    answer = editor.post("answer", comment.pk, verdict="accepted", reason="", seen="")
    assert answer.url.endswith("#part-2")


def test_who_must_approve_is_named(story, enter, words_of):
    words = words_of(enter(story.people.worker).get("consultation", story.row.pk))
    approval = words.partition("Who must approve")[2]
    assert "Co-ordinator, Content editor" in approval
    assert "In these organisations: Invented Centre" in approval
    assert "Done" not in approval

    story.end()
    story.propose()

    words = words_of(enter(story.people.worker).get("consultation", story.row.pk))
    assert "Done Invented Centre" in words.partition("Who must approve")[2]


def test_only_who_may_sees_the_ways_on(story, enter):
    address = f"/consultations/{story.row.pk}"
    page = enter(story.people.editor).get("consultation", story.row.pk).text
    assert f"{address}/extend/" in page
    assert f"{address}/adoption/" in page
    page = enter(story.people.officer).get("consultation", story.row.pk).text
    assert f"{address}/extend/" not in page
    assert f"{address}/adoption/" not in page


# -- comments ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "kept"), [(SIGN, SIGN), (PAY, PAY), ("*", ""), ("", "")])
def test_a_member_comments_on_a_part_once(key, kept, story, enter):
    officer = enter(story.people.officer)
    assert officer.get("item", story.row.pk, item=key).status_code == 200
    typed = {"item": key, "text": "Three lines:\r\nand a second"}

    answers = [
        officer.post("item", story.row.pk, submission_key=KEY, **typed) for _time in range(2)
    ]

    comment = Comment.objects.get()
    assert comment.item == kept
    assert comment.text == "Three lines:\nand a second"
    assert answers[0].status_code == 302
    assert answers[0].url == answers[1].url
    assert answers[0].url.startswith(f"/consultations/{story.row.pk}/#part-")


@pytest.mark.parametrize("key", ["catalogues/labour", "\x00", "**", SIGN + "/"])
def test_a_part_that_is_not_there_is_not_found(key, story, enter):
    officer = enter(story.people.officer)
    assert officer.get("item", story.row.pk, item=key).status_code == 404
    assert officer.post("item", story.row.pk, item=key, text="Hm.").status_code == 404


@pytest.mark.parametrize(
    ("text", "error"), [("", "Write your comment."), (" \n ", "Write"), ("a" * 4001, "4000")]
)
def test_a_comment_that_cannot_be_taken_is_named_and_kept(text, error, story, enter, words_of):
    answer = enter(story.people.officer).post("item", story.row.pk, item=SIGN, text=text)

    assert answer.status_code == 422
    assert "What does your organisation say? – " in words_of(answer)
    assert error in words_of(answer)
    assert text in answer.text
    assert f'name="item" value="{SIGN}"' in answer.text
    assert not Comment.objects.exists()


def test_a_line_break_counts_as_one_character(story, enter):
    text = "a\r\n" * 2000
    answer = enter(story.people.officer).post("item", story.row.pk, item="*", text=text)
    assert answer.status_code == 302


def test_a_comment_sent_too_late_stays_on_the_page(story, enter):
    story.end()
    officer = enter(story.people.officer)
    assert "<textarea" not in officer.get("item", story.row.pk, item="*").text

    answer = officer.post("item", story.row.pk, item="*", text="Typed before midnight.")

    assert answer.status_code == 422
    assert "The time for comments is over." in answer.text
    assert "Typed before midnight." in answer.text
    assert not Comment.objects.exists()


# -- answers ----------------------------------------------------------------------------------


def test_the_editor_answers_a_comment(story, enter, words_of):
    comment = story.comment("Too strict.", SIGN)
    editor = enter(story.people.editor)
    page = editor.get("answer", comment.pk)
    assert "Too strict." in words_of(page)
    assert "Sign D1.01" in words_of(page)

    answer = editor.post("answer", comment.pk, verdict="not_accepted", reason="Why", seen="")

    assert answer.url == f"/consultations/{story.row.pk}/#part-1"
    comment.refresh_from_db()
    assert (comment.verdict, comment.reason) == ("not_accepted", "Why")


@pytest.mark.parametrize(
    ("typed", "named", "error"),
    [
        ({"reason": "Typed."}, "What becomes of this comment?", "required"),
        ({"verdict": "maybe", "reason": "Typed."}, "What becomes of this comment?", "valid"),
        ({"verdict": "in_part", "reason": ""}, "Why?", "Say why"),
        ({"verdict": "not_accepted", "reason": "  "}, "Why?", "Say why"),
        ({"verdict": "not_accepted", "reason": "b" * 4001}, "Why?", "4000"),
    ],
)
def test_half_an_answer_is_named_and_kept(typed, named, error, story, enter, words_of):
    comment = story.comment()
    answer = enter(story.people.editor).post("answer", comment.pk, seen="", **typed)

    assert answer.status_code == 422
    assert f"{named} – " in words_of(answer)
    assert error in words_of(answer)
    assert typed["reason"] in answer.text
    comment.refresh_from_db()
    assert comment.verdict == ""


def test_an_answer_to_what_a_colleague_answered_meanwhile_is_shown_first(story, enter):
    comment = story.answer(story.comment(), AnswerKind.NOT_ACCEPTED, "A colleague's reason.")
    editor = enter(story.people.editor)

    answer = editor.post("answer", comment.pk, verdict="accepted", reason="Mine.", seen="")

    assert answer.status_code == 422
    assert "answered meanwhile" in answer.text
    assert "A colleague&#39;s reason." in answer.text
    assert "Mine." in answer.text
    again = editor.post(
        "answer", comment.pk, verdict="accepted", reason="Mine.", seen=comment.answer_mark
    )
    assert f'value="{comment.answer_mark}"' in answer.text
    assert again.status_code == 302
    comment.refresh_from_db()
    assert comment.reason == "Mine."


def test_an_answer_sent_after_adoption_was_proposed_stays_on_the_page(story, enter):
    comment = story.answer(story.comment())
    story.end()
    story.propose()
    editor = enter(story.people.editor)
    assert "<textarea" not in editor.get("answer", comment.pk).text

    answer = editor.post(
        "answer", comment.pk, verdict="in_part", reason="Late.", seen=comment.answer_mark
    )

    assert answer.status_code == 422
    assert "Adoption of this draft was proposed." in answer.text
    assert "Late." in answer.text


def test_drafts_are_read_in_one_go_however_many_comments(
    story, enter, django_assert_max_num_queries
):
    for number in range(MOST_ON_PART):
        for member in (story.people.officer, story.people.worker, story.people.editor):
            story.comment(f"Comment {number}", SIGN, by=member)
    officer = enter(story.people.officer)
    officer.get("consultation", story.row.pk)
    with django_assert_max_num_queries(20):
        officer.get("consultation", story.row.pk)


def test_who_has_said_enough_reads_so_in_place_of_the_form(story, enter, words_of):
    for number in range(MOST_ON_PART):
        story.comment(f"Comment {number}")
    officer = enter(story.people.officer)

    page = officer.get("item", story.row.pk, item="*")

    assert "10 comments on this part. There is no room for more." in words_of(page)
    assert "Send the comment" not in page.text
    answer = officer.post("item", story.row.pk, item="*", text="One more, kept on the page.")
    assert answer.status_code == 422
    assert "One more, kept on the page." in answer.text
    assert Comment.objects.count() == MOST_ON_PART


@pytest.mark.parametrize("sign", ["\x01", "\ufffe"])
def test_a_sign_that_cannot_be_kept_is_refused_in_words(sign, story, enter, words_of):
    comment = story.comment()
    editor = enter(story.people.editor)

    said = editor.post("item", story.row.pk, item="*", text=f"Too{sign}strict")
    answered = editor.post("answer", comment.pk, verdict="in_part", reason=f"Be{sign}cause")
    story.answer(comment)
    story.end()
    editor = enter(story.people.editor)
    day = typed_day("takes_effect", FIRST_DAY)
    proposed = editor.post("propose", story.row.pk, legal_basis=f"Order{sign}7", **day)

    for page in (said, answered, proposed):
        assert page.status_code == 422
        assert "a sign that cannot be kept" in words_of(page)
    assert Comment.objects.count() == 1
