"""Adoption by two persons: what stands in its way, and that all of it happens or nothing."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.consultation import api, services
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.errors import Obstructed
from korgoo.consultation.models import Adoption, Notice
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories
from tests.consultation.conftest import BASIS, FIRST_DAY, KIND, Broken
from tests.members import at_once

pytestmark = pytest.mark.django_db


def test_two_persons_adopt_a_draft(story):
    story.end()
    adoption = story.propose()
    assert story.draft.adopted == []

    story.confirm(adoption)

    second = story.people.second.user.pk
    assert story.draft.adopted == [(story.draft.id, BASIS, FIRST_DAY, second)]
    story.row.refresh_from_db()
    adoption.refresh_from_db()
    assert story.row.closed_at is not None
    assert adoption.proposed_by_id == story.people.editor.user.pk
    assert adoption.confirmed_by_id == second
    assert adoption.confirming_organisation == story.people.centre
    found = AuditEvent.objects.filter(event__startswith="consultation:").order_by("seq")
    assert [event.event for event in found] == [
        Event.CONSULTATION_OPENED,
        Event.ADOPTION_PROPOSED,
        Event.NOTICE_SENT,
        Event.CONSULTATION_CLOSED,
        Event.ADOPTION_CONFIRMED,
    ]


def test_who_proposed_cannot_confirm(story):
    story.end()
    adoption = story.propose()
    with pytest.raises(Forbidden, match="second person"):
        story.confirm(adoption, by=story.people.editor)
    assert story.draft.adopted == []


def test_the_database_refuses_one_person_for_two(story):
    story.end()
    adoption = story.propose()
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.filter(pk=adoption.pk).update(
            confirmed_by_id=adoption.proposed_by_id,
            confirmed_at=adoption.proposed_at,
            confirming_organisation_id=adoption.organisation_id,
        )


def test_the_database_refuses_two_live_adoptions(story):
    story.end()
    adoption = story.propose()
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.create(
            consultation=story.row,
            legal_basis=BASIS,
            takes_effect=FIRST_DAY,
            proposed_by_id=1,
            proposed_at=adoption.proposed_at,
            organisation=story.people.centre,
        )


@pytest.mark.parametrize("who", ["officer", "foreign_editor", "protector"])
def test_others_take_no_step(who, story):
    story.end()
    other = getattr(story.people, who)
    with pytest.raises((Forbidden, NotFound)):
        story.propose(by=other)
    adoption = story.propose()
    for step in (services.confirm, services.withdraw):
        with pytest.raises(NotFound):
            step(adoption.pk, actor=other.actor)


def test_nothing_is_proposed_while_comments_are_open(story):
    story.clock.set(2026, 3, 20, 23, 59)
    with pytest.raises(Obstructed):
        story.propose()


def test_every_comment_is_answered_first(story):
    comment = story.comment()
    story.end()
    with pytest.raises(Obstructed):
        story.propose()

    story.answer(comment, AnswerKind.NOT_ACCEPTED, "Because.")

    assert story.propose().pk


def test_what_the_mission_says_stops_both_steps(story):
    story.end()
    story.draft.obstacles = ["Two texts have no Kyrgyz."]
    with pytest.raises(Obstructed):
        story.propose()
    story.draft.obstacles = []
    adoption = story.propose()
    story.draft.obstacles = ["A fault came up."]
    with pytest.raises(Obstructed):
        story.confirm(adoption)
    assert story.draft.adopted == []


def test_a_draft_takes_effect_today_at_the_earliest(story):
    story.end()
    with pytest.raises(Obstructed):
        story.propose(takes_effect=date(2026, 3, 20))
    assert story.propose(takes_effect=date(2026, 3, 21)).pk


def test_a_day_of_effect_that_has_passed_is_proposed_anew(story):
    story.end()
    adoption = story.propose()
    story.clock.set(2026, 4, 2, 0, 0)
    with pytest.raises(Obstructed):
        story.confirm(adoption)

    services.withdraw(adoption.pk, actor=story.people.second.actor)

    assert story.confirm(story.propose(takes_effect=date(2026, 4, 2))).confirmed_at


@pytest.mark.parametrize("who", ["editor", "second"])
def test_both_may_take_a_proposal_back(who, story):
    story.end()
    adoption = story.propose()
    assert api.is_frozen(KIND, story.draft.id)

    services.withdraw(adoption.pk, actor=getattr(story.people, who).actor)

    assert not api.is_frozen(KIND, story.draft.id)
    with pytest.raises(Forbidden, match="taken back"):
        story.confirm(adoption)
    assert story.propose().pk != adoption.pk


def test_while_a_proposal_stands_nothing_else_is_decided(story):
    story.end()
    story.propose()
    with pytest.raises(Forbidden):
        story.propose(by=story.people.second)
    with pytest.raises(Forbidden):
        services.extend(
            story.row.pk, open_until=date(2026, 4, 20), actor=story.people.editor.actor
        )


def test_after_adoption_nothing_moves(story):
    adoption = story.adopt()
    with pytest.raises(Forbidden, match="adopted"):
        story.confirm(adoption)
    with pytest.raises(Forbidden, match="adopted"):
        services.withdraw(adoption.pk, actor=story.people.second.actor)
    with pytest.raises(Forbidden):
        story.propose()
    with pytest.raises(Forbidden):
        story.comment()
    assert len(story.draft.adopted) == 1


@pytest.mark.parametrize("trouble", [Broken("The draft changed."), RuntimeError("disk")])
def test_what_breaks_in_the_mission_leaves_nothing_half_done(trouble, story):
    story.end()
    adoption = story.propose()
    story.draft.breaks = trouble
    events = AuditEvent.objects.count()

    with pytest.raises(type(trouble)):
        story.confirm(adoption)

    adoption.refresh_from_db()
    story.row.refresh_from_db()
    assert adoption.confirmed_at is None
    assert story.row.closed_at is None
    assert not Notice.objects.exists()
    assert AuditEvent.objects.count() == events


def test_a_proposal_without_a_legal_basis_is_none(story):
    story.end()
    with pytest.raises(DomainError):
        services.propose(
            story.row.pk, legal_basis="", takes_effect=FIRST_DAY, actor=story.people.editor.actor
        )


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_adopt_once(story):
    story.end()
    adoption = story.propose()
    third = factories.member(Role.COORDINATOR, at=story.people.centre)

    outcomes = at_once(
        *(partial(story.confirm, adoption, by=one) for one in (story.people.second, third))
    )

    assert sorted(isinstance(one, Forbidden) for one in outcomes) == [False, True]
    assert sorted(isinstance(one, Adoption) for one in outcomes) == [False, True]
    assert len(story.draft.adopted) == 1
    assert Notice.objects.count() == 1
