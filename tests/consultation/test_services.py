"""Opening, comments and answers: what is kept, and what is refused."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.consultation import services
from korgoo.consultation.enums import MOST_ON_DRAFT, MOST_ON_PART, AnswerKind
from korgoo.consultation.models import Comment, Consultation
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests.consultation.conftest import KIND, LAST_DAY

pytestmark = pytest.mark.django_db
SIGN = "catalogues/labour/D1.01/weight"


def events():
    return list(AuditEvent.objects.filter(event__startswith="consultation:").order_by("seq"))


def test_a_draft_is_put_to_consultation_and_leaves_a_trace(story):
    assert story.row.open_until == LAST_DAY
    assert story.row.organisation == story.people.centre
    (event,) = events()
    assert (event.event, event.detail) == (Event.CONSULTATION_OPENED, KIND)
    assert event.user_id == story.people.editor.user.pk


def test_a_draft_is_put_to_consultation_once(story):
    with pytest.raises(DomainError, match="before"):
        services.open_consultation(
            KIND, story.draft.id, open_until=LAST_DAY, actor=story.people.editor.actor
        )
    assert Consultation.objects.count() == 1


def test_a_draft_that_nobody_knows_cannot_be_opened(draft, people):
    for kind, subject_id in ((KIND, uuid4()), ("nothing", draft.id)):
        with pytest.raises(NotFound):
            services.open_consultation(
                kind, subject_id, open_until=LAST_DAY, actor=people.editor.actor
            )
    assert not Consultation.objects.exists()


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2027, 3, 4)])
def test_comments_are_not_open_until_the_past_nor_for_years(day, draft, people):
    with pytest.raises(DomainError):
        services.open_consultation(KIND, draft.id, open_until=day, actor=people.editor.actor)
    assert not Consultation.objects.exists()


@pytest.mark.parametrize("who", ["second", "officer", "foreign_editor", "protector"])
def test_only_the_editor_of_the_centre_opens(who, draft, people):
    with pytest.raises(Forbidden):
        services.open_consultation(
            KIND, draft.id, open_until=LAST_DAY, actor=getattr(people, who).actor
        )


def test_time_is_given_and_never_taken(story):
    editor = story.people.editor.actor
    for day in (LAST_DAY, LAST_DAY - timedelta(days=1)):
        with pytest.raises(DomainError):
            services.extend(story.row.pk, open_until=day, actor=editor)
    later = LAST_DAY + timedelta(days=5)

    services.extend(story.row.pk, open_until=later, actor=editor)

    story.row.refresh_from_db()
    assert story.row.open_until == later
    assert events()[-1].detail == "extended"


def test_time_given_after_the_last_day_lets_organisations_comment_again(story):
    story.end()
    with pytest.raises(Forbidden):
        story.comment()
    services.extend(story.row.pk, open_until=date(2026, 3, 25), actor=story.people.editor.actor)

    assert story.comment().text == "Too strict."


def test_a_comment_speaks_for_the_organisation_of_its_writer(story):
    comment = story.comment("Too strict.\nThink again.", SIGN)

    assert comment.organisation == story.people.police
    assert comment.written_by_id == story.people.officer.user.pk
    assert comment.item == SIGN
    assert comment.text == "Too strict.\nThink again."
    assert events()[-1].event == Event.COMMENT_WRITTEN


def test_a_part_that_the_draft_does_not_have_takes_no_comment(story):
    with pytest.raises(NotFound):
        story.comment(item="catalogues/other")
    assert not Comment.objects.exists()


def test_comments_are_taken_until_midnight_of_the_last_day_in_the_country(story):
    story.clock.set(2026, 3, 20, 23, 59)
    story.comment()

    story.clock.set(2026, 3, 21, 0, 0)

    with pytest.raises(Forbidden, match="over"):
        story.comment()
    assert Comment.objects.count() == 1


def test_an_answer_is_kept_with_who_gave_it_and_when(story):
    comment = story.answer(story.comment(), AnswerKind.IN_PART, "The second half.")

    comment.refresh_from_db()
    assert (comment.verdict, comment.reason) == ("in_part", "The second half.")
    assert comment.answered_by_id == story.people.editor.user.pk
    assert comment.answered_at is not None
    assert (events()[-1].event, events()[-1].detail) == (Event.COMMENT_ANSWERED, "in_part")


@pytest.mark.parametrize("kind", [AnswerKind.IN_PART, AnswerKind.NOT_ACCEPTED])
def test_a_no_needs_its_reason(kind, story):
    comment = story.comment()
    with pytest.raises(DomainError, match="why"):
        story.answer(comment, kind)
    comment.refresh_from_db()
    assert comment.verdict == ""


def test_an_answer_can_be_corrected_by_who_has_seen_it(story):
    comment = story.answer(story.comment())
    story.clock.forward(hours=1)
    with pytest.raises(DomainError, match="meanwhile"):
        story.answer(comment, AnswerKind.NOT_ACCEPTED, "No.", seen="")

    story.answer(comment, AnswerKind.NOT_ACCEPTED, "No.", seen=comment.answer_mark)

    comment.refresh_from_db()
    assert comment.verdict == "not_accepted"


def test_answers_stand_still_once_adoption_is_proposed(story):
    comment = story.answer(story.comment())
    story.end()
    story.propose()
    with pytest.raises(Forbidden):
        story.answer(comment, AnswerKind.NOT_ACCEPTED, "No.", seen=comment.answer_mark)


@pytest.mark.parametrize("who", ["second", "officer", "foreign_editor", "protector"])
def test_others_answer_nothing(who, story):
    comment = story.comment()
    with pytest.raises(NotFound):
        services.answer_comment(
            comment.pk,
            AnswerKind.ACCEPTED,
            "",
            seen="",
            actor=getattr(story.people, who).actor,
        )


@pytest.mark.parametrize(
    "broken",
    [
        {"text": ""},
        {"verdict": "accepted"},
        {"reason": "Because."},
        {"verdict": "not_accepted", "answered_by_id": 1, "answered_at": "2026-03-02T09:00Z"},
    ],
)
def test_the_database_refuses_half_a_comment(broken, story):
    comment = story.comment()
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**broken)


def test_one_organisation_does_not_flood_a_part(story):
    for number in range(MOST_ON_PART):
        story.comment(f"Comment {number}", SIGN)

    with pytest.raises(DomainError, match="10 comments on this part"):
        story.comment("One more", SIGN)

    assert story.comment("On the whole")
    assert story.comment("Of another organisation", SIGN, by=story.people.worker)


def test_one_organisation_does_not_flood_a_draft(story):
    officer = story.people.officer
    Comment.objects.bulk_create(
        Comment(
            consultation=story.row,
            item=f"gone/{number}",
            organisation=officer.organisation,
            written_by_id=officer.user.pk,
            text="One of very many.",
            at=story.row.opened_at,
        )
        for number in range(MOST_ON_DRAFT)
    )

    with pytest.raises(DomainError, match="200 comments on this draft"):
        story.comment("One more", SIGN)

    assert story.comment("Of another organisation", SIGN, by=story.people.worker)
