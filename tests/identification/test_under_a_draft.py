"""An old card read again under a draft: the draft shows what it would mean, the card stays."""

from functools import partial

import pytest
from django.urls import reverse

from korgoo.access.enums import Mandate, Role
from korgoo.identification import api as identification
from korgoo.identification.models import Screening
from korgoo.workshop import editing
from korgoo.workshop import services as workshop
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
CARD = (("pay", "less"), ("housing", "on-site-bad"), ("documents", "mine"), ("age", "adult"))


@pytest.fixture
def card(people):
    return make.read_card(make.case(people.officer), people.officer, *CARD)


@pytest.fixture
def editor(db):
    return factories.member(Role.CONTENT_EDITOR, at=factories.organisation(Mandate.COORDINATE))


def draft_of(editor, edit):
    base = identification.current_edition().digest
    row = workshop.start_draft("Heavier pay", edition="2099-1", base=base, actor=editor.actor)
    return workshop.change_draft(
        row.pk, workshop.Edit(edit), version=row.version, actor=editor.actor
    )


def heavier(files):
    return editing.set_weight(
        files, "ilo-labour", "D4.04", profile="adult_labour", weight="strong"
    )


def where(card):
    return reverse("identification:again", args=[card.id])


def test_the_same_answers_mean_more_under_the_draft_and_the_card_stays(
    card, editor, people, enter, words_of
):
    draft = draft_of(editor, heavier)
    before = Screening.objects.values().get(pk=card.id)
    officer = enter(people.officer)
    assert "Draft: Heavier pay" in words_of(officer.get(where(card)))

    page = words_of(officer.get(where(card), edition=f"draft-{draft.pk}"))

    assert "Under the other edition Draft: Heavier pay Labour-rights problem indicated" in page
    assert Screening.objects.values().get(pk=card.id) == before


def test_a_draft_with_faults_says_so_and_nothing_is_read(card, editor, people, enter):
    remove = partial(editing.remove_indicator, catalogue="ilo-labour", code="D5.01")
    draft = draft_of(editor, remove)

    answer = enter(people.officer).get(where(card), edition=f"draft-{draft.pk}")

    assert answer.status_code == 422
    assert "This draft has faults" in answer.text


@pytest.mark.parametrize(
    "key", ["draft-", "draft-x", "draft-0e0f0b0e-0000-4000-8000-000000000001"]
)
def test_a_draft_that_is_not_there_is_no_choice(key, card, people, enter):
    assert enter(people.officer).get(where(card), edition=key).status_code == 422


def test_a_dropped_draft_is_no_choice(card, editor, people, enter):
    draft = draft_of(editor, heavier)
    workshop.drop_draft(draft.pk, actor=editor.actor)

    answer = enter(people.officer).get(where(card), edition=f"draft-{draft.pk}")

    assert answer.status_code == 422
    assert "Heavier pay" not in answer.text
