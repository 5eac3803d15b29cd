"""What is written on a card goes into a sealed part of its case, or nowhere."""

from uuid import uuid4

import pytest

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent, OrganisationKey
from korgoo.casework import card_words, services
from korgoo.casework.models import SealedFacet, TimelineEntry
from korgoo.identification import sealed_words
from korgoo.lib.errors import DomainError, Locked, NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
LINES = [("Where are you?", "Behind the blue kiosk."), ("Who is there?", "Boss Invented.")]


@pytest.fixture
def case(people):
    return make.case(people.officer)


def test_casework_is_who_seals_the_words_of_cards(case, people):
    sealed_words.write(case.pk, "contact", LINES, actor=people.officer.actor)

    [note] = services.open_facet(case.pk, Facet.CONTACT, actor=people.officer.actor)["notes"]
    assert note["text"] == ("Where are you? Behind the blue kiosk.\nWho is there? Boss Invented.")
    assert (note["kind"], note["by"]) == ("card", people.officer.user.pk)


@pytest.mark.parametrize("kind", Facet)
def test_each_part_can_be_written_to(kind, case, people):
    card_words.write(case.pk, kind.value, LINES, actor=people.officer.actor)

    assert set(SealedFacet.objects.values_list("kind", flat=True)) == {kind}


def test_a_part_that_no_case_has_is_refused(case, people):
    with pytest.raises(ValueError, match="diary"):
        card_words.write(case.pk, "diary", LINES, actor=people.officer.actor)


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_nobody_writes_into_the_case_of_another_organisation(who, case, people):
    make.share(case, people.shelter, make.Scope.CONTACT, by=people.officer)

    with pytest.raises(NotFound):
        card_words.write(case.pk, "contact", LINES, actor=getattr(people, who).actor)

    assert not SealedFacet.objects.exists()


def test_words_for_no_case_are_refused(people):
    with pytest.raises(NotFound):
        card_words.write(uuid4(), "contact", LINES, actor=people.officer.actor)


def test_a_locked_session_adds_nothing_to_what_is_sealed(case, people):
    card_words.write(case.pk, "story", LINES, actor=people.officer.actor)

    with pytest.raises(Locked):
        card_words.write(case.pk, "story", LINES, actor=factories.locked(people.officer))

    story = services.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    assert len(story["notes"]) == 1


def test_without_a_key_of_the_organisation_nothing_is_taken(case, people):
    OrganisationKey.objects.filter(organisation=people.officer.organisation).update(
        retired_at="2026-01-01T00:00:00Z"
    )

    with pytest.raises(DomainError, match="no key yet"):
        card_words.write(case.pk, "contact", LINES, actor=people.officer.actor)

    assert not SealedFacet.objects.exists()


def test_the_history_says_that_a_part_was_written_and_not_what(case, people):
    card_words.write(case.pk, "contact", LINES, actor=people.officer.actor)

    assert TimelineEntry.objects.filter(case=case, event=Event.FACET_WRITTEN).exists()
    for text in AuditEvent.objects.values_list("detail", flat=True):
        assert "kiosk" not in text
