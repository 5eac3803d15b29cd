"""The pages of an adoption: proposed by one, confirmed by another, or taken back."""

from datetime import date

import pytest

from korgoo.consultation.models import Adoption
from korgoo.lib.verdict import ALLOWED, Verdict
from tests.consultation.conftest import BASIS, FIRST_DAY, Broken, typed_day

pytestmark = pytest.mark.django_db
KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"
OTHER_KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a004"
TYPED = {"legal_basis": BASIS, **typed_day("takes_effect", FIRST_DAY)}


def test_two_members_adopt_a_draft_by_its_pages(story, enter, words_of):
    story.end()
    editor = enter(story.people.editor)
    assert "legal_basis" in editor.get("propose", story.row.pk).text
    answers = [
        editor.post("propose", story.row.pk, submission_key=KEY, **TYPED) for _time in range(2)
    ]
    adoption = Adoption.objects.get()
    assert [a.url for a in answers] == [f"/consultations/adoptions/{adoption.pk}/"] * 2

    second = enter(story.people.second)
    words = words_of(second.get("adoption", adoption.pk))
    for expected in (BASIS, "1 April 2026", "Erkin Invented", "Sign D1.01", "Weight 2"):
        assert expected in words
    answers = [
        second.post("adoption", adoption.pk, submission_key=OTHER_KEY) for _time in range(2)
    ]

    assert [a.url for a in answers] == [f"/consultations/{story.row.pk}/"] * 2
    assert len(story.draft.adopted) == 1
    words = words_of(second.get("consultation", story.row.pk))
    assert "Adopted" in words
    assert words.count("Done Invented Centre") == 2
    assert BASIS in words


def test_obstacles_stand_in_place_of_the_form(story, enter, words_of):
    comment = story.comment()
    story.draft.obstacles = ["A text has no Kyrgyz.", "A weight is <wrong>."]
    editor = enter(story.people.editor)

    page = editor.get("propose", story.row.pk)

    words = words_of(page)
    assert "Organisations can comment until 20 March 2026." in words
    assert "1 comment has no answer." in words
    assert "A text has no Kyrgyz." in words
    assert "A weight is &lt;wrong&gt;." in page.text
    assert "legal_basis" not in page.text
    story.answer(comment)
    story.draft.obstacles = []
    story.end()
    assert "legal_basis" in enter(story.people.editor).get("propose", story.row.pk).text


def test_who_may_not_decide_on_this_draft_reads_why_in_place_of_the_form(story, enter, words_of):
    story.end()
    story.draft.decision = Verdict("Another organisation decides on this.")
    editor = enter(story.people.editor)

    page = editor.get("propose", story.row.pk)

    assert "Another organisation decides on this." in words_of(page)
    assert "legal_basis" not in page.text
    assert editor.post("propose", story.row.pk, **TYPED).status_code == 422
    assert not Adoption.objects.exists()
    assert "/propose/" not in editor.get("consultation", story.row.pk).text

    story.draft.decision = ALLOWED
    adoption = story.propose()
    story.draft.decision = Verdict("Another organisation decides on this.")
    second = enter(story.people.second)
    page = second.get("adoption", adoption.pk)
    assert "Another organisation decides on this." in words_of(page)
    assert "Confirm and adopt" not in page.text
    assert second.post("adoption", adoption.pk).status_code == 403
    assert story.draft.adopted == []


def test_an_obstacle_that_came_up_meanwhile_loses_no_text(story, enter):
    story.end()
    story.draft.obstacles = ["A text has no Kyrgyz."]

    answer = enter(story.people.editor).post("propose", story.row.pk, **TYPED)

    assert answer.status_code == 422
    assert "A text has no Kyrgyz." in answer.text
    assert BASIS in answer.text
    assert not Adoption.objects.exists()


@pytest.mark.parametrize(
    ("typed", "named", "error"),
    [
        ({"legal_basis": ""}, "Legal basis", "required"),
        ({"legal_basis": "c" * 501}, "Legal basis", "500"),
        (typed_day("takes_effect", date(2026, 3, 20)), "First day in force", "Choose today"),
        ({"takes_effect_day": "32"}, "First day in force", "valid"),
        ({"takes_effect_year": ""}, "First day in force", "valid"),
    ],
)
def test_what_cannot_be_is_named_and_kept(typed, named, error, story, enter, words_of):
    story.end()

    answer = enter(story.people.editor).post("propose", story.row.pk, **TYPED | typed)

    assert answer.status_code == 422
    assert f"{named} – " in words_of(answer)
    assert error in words_of(answer)
    for value in (TYPED | typed).values():
        assert str(value) in answer.text
    assert not Adoption.objects.exists()


def test_who_proposed_is_told_why_they_cannot_confirm(story, enter, words_of):
    story.end()
    adoption = story.propose()
    editor = enter(story.people.editor)
    page = editor.get("adoption", adoption.pk)
    assert "You proposed this adoption." in words_of(page)
    assert f'action="/consultations/adoptions/{adoption.pk}/"' not in page.text

    answer = editor.post("adoption", adoption.pk)

    assert answer.status_code == 403
    assert "You proposed this adoption." in answer.text
    assert story.draft.adopted == []


def test_obstacles_stop_the_second_person_too(story, enter):
    story.end()
    adoption = story.propose()
    story.clock.set(2026, 4, 2, 9)
    story.draft.obstacles = ["A fault came up."]
    second = enter(story.people.second)
    page = second.get("adoption", adoption.pk)
    assert "A fault came up." in page.text
    assert "1 April 2026, has passed" in page.text
    assert f'action="/consultations/adoptions/{adoption.pk}/"' not in page.text

    answer = second.post("adoption", adoption.pk)

    assert answer.status_code == 409
    assert "A fault came up." in answer.text
    assert story.draft.adopted == []


def test_what_the_mission_refuses_is_told_and_undoes_the_confirmation(story, enter):
    story.end()
    adoption = story.propose()
    story.draft.breaks = Broken("The draft does not fit any more.")

    answer = enter(story.people.second).post("adoption", adoption.pk)

    assert answer.status_code == 409
    assert "The draft does not fit any more." in answer.text
    adoption.refresh_from_db()
    assert adoption.confirmed_at is None


def test_a_proposal_is_taken_back_and_made_anew(story, enter, words_of):
    story.end()
    adoption = story.propose()
    second = enter(story.people.second)

    assert second.post("withdraw", adoption.pk).url == f"/consultations/{story.row.pk}/"

    assert "This proposal was taken back." in words_of(second.get("adoption", adoption.pk))
    assert second.post("adoption", adoption.pk).status_code == 403
    assert second.post("withdraw", adoption.pk).status_code == 403
    assert second.post("propose", story.row.pk, **TYPED).status_code == 302


def test_while_a_proposal_stands_its_page_is_offered(story, enter):
    story.end()
    adoption = story.propose()
    second = enter(story.people.second)
    page = second.get("propose", story.row.pk)
    assert f'href="/consultations/adoptions/{adoption.pk}/"' in page.text
    assert "legal_basis" not in page.text

    answer = second.post("propose", story.row.pk, **TYPED)

    assert answer.status_code == 422
    assert "Adoption of this draft was proposed." in answer.text


def test_after_adoption_the_page_only_tells(story, enter, words_of):
    adoption = story.adopt()
    story.draft.obstacles = ["Nobody asks any more."]
    page = enter(story.people.second).get("adoption", adoption.pk)
    words = words_of(page)
    assert "This draft was adopted." in words
    assert "Nobody asks any more." not in words
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]
