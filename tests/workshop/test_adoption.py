"""Two changed weights, from the first edit to the edition in force, with two persons."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest

from korgoo.consultation import api as consultation
from korgoo.consultation import services as consulting
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.errors import Obstructed
from korgoo.consultation.models import Adoption, Comment, NoticeFor
from korgoo.identification import api as identification
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.workshop import editing, services, subject
from korgoo.workshop.difference import What
from korgoo.workshop.enums import SUBJECT_KIND, DraftState
from korgoo.workshop.services import Edit
from tests.members import at_once

pytestmark = pytest.mark.django_db
LAST_DAY = date(2026, 3, 20)
FIRST_DAY = date(2026, 4, 1)
BASIS = "Order No. 7 of an invented ministry"


def set_weight(draft, code, weight, member):
    draft.refresh_from_db()
    edit = Edit(
        lambda files: editing.set_weight(
            files, "ilo-labour", code, profile="adult_labour", weight=weight
        )
    )
    services.change_draft(draft.pk, edit, version=draft.version, actor=member.actor)


@pytest.fixture
def changed(draft, people):
    """The draft with two changed weights."""
    set_weight(draft, "D5.02", "weak", people.editor)
    set_weight(draft, "D1.02", "strong", people.colleague)
    draft.refresh_from_db()
    return draft


def consult(draft, people):
    consultation.open_consultation(
        SUBJECT_KIND, draft.pk, open_until=LAST_DAY, actor=people.editor.actor
    )
    return consultation.card_of(SUBJECT_KIND, draft.pk)


def comment(card, item, people):
    consulting.write_comment(card.id, item, "Too strong.", actor=people.officer.actor)
    return Comment.objects.get()


def propose(card, people):
    return consulting.propose(
        card.id, legal_basis=BASIS, takes_effect=FIRST_DAY, actor=people.editor.actor
    )


def test_two_weights_from_the_first_edit_to_adoption(changed, people, clock):
    before = identification.current_edition()
    items = subject.describe(changed.pk).items
    assert [item.key for item in items] == [
        "indicator/ilo-labour/D1.02:weights.adult_labour",
        "indicator/ilo-labour/D5.02:weights.adult_labour",
    ]
    card = consult(changed, people)
    said = comment(card, items[0].key, people)
    consulting.answer_comment(
        said.pk, AnswerKind.NOT_ACCEPTED, "The experts agreed.", seen=said.answer_mark,
        actor=people.editor.actor,
    )  # fmt: skip
    clock.set(2026, 3, 21, 9)
    adoption = propose(card, people)
    with pytest.raises(Forbidden):
        consulting.confirm(adoption.pk, actor=people.editor.actor)

    consulting.confirm(adoption.pk, actor=people.coordinator.actor)

    changed.refresh_from_db()
    assert changed.state == DraftState.ADOPTED
    assert identification.current_edition().digest == before.digest
    edition = identification.edition_on(FIRST_DAY)
    assert (edition.name, edition.legal_basis) == ("2026-2", BASIS)
    sign = edition.data.catalogues["ilo-labour"].indicator("D1.02")
    assert sign.weights["adult_labour"] == "strong"
    lines = NoticeFor.objects.get(organisation=people.officer.organisation).notice.lines
    assert lines or NoticeFor.objects.get(organisation=people.officer.organisation).lines
    assert [item.key for item in subject.describe(changed.pk).items] == [i.key for i in items]
    with pytest.raises(Forbidden, match="adopted"):
        set_weight(changed, "D1.02", "weak", people.editor)


def test_the_title_of_a_draft_is_asked_without_its_files(
    changed, people, django_assert_num_queries
):
    with django_assert_num_queries(1) as asked:
        assert subject.SUBJECT.name(changed.pk) == "Two weights"
    assert "files" not in asked.captured_queries[0]["sql"]
    with pytest.raises(NotFound):
        subject.SUBJECT.name(uuid4())


def test_a_proposed_draft_does_not_change(changed, people, clock):
    card = consult(changed, people)
    set_weight(changed, "D1.03", "strong", people.editor)
    clock.set(2026, 3, 21, 9)
    adoption = propose(card, people)

    with pytest.raises(Forbidden, match="Adoption of this draft was proposed"):
        set_weight(changed, "D1.03", "weak", people.editor)
    with pytest.raises(Forbidden, match="proposed"):
        services.drop_draft(changed.pk, actor=people.editor.actor)

    consulting.withdraw(adoption.pk, actor=people.coordinator.actor)
    set_weight(changed, "D1.03", "weak", people.editor)


def stop(name):
    """Make one thing stand in the way; with the words that say so."""

    def no_difference(draft):
        draft.files = draft.base_files

    def fault(draft):
        files = editing.remove_indicator(draft.files, "ilo-labour", "D1.01")
        draft.files = files

    def untranslated(draft):
        draft.files = editing.set_text(
            draft.files, editing.Target(What.INDICATOR, ("ilo-labour", "D1.02")), "title", "ky", ""
        )

    def name_taken(draft):
        draft.edition = draft.base_name

    def older(draft):
        draft.base_digest = "0" * 64

    return {
        "changes nothing": no_difference,
        "must be mended": fault,
        "missing in a language": untranslated,
        "of this name already": name_taken,
        "was adopted after this draft": older,
    }[name]


@pytest.mark.parametrize(
    "words",
    [
        "changes nothing",
        "must be mended",
        "missing in a language",
        "of this name already",
        "was adopted after this draft",
    ],
)
def test_what_stands_in_the_way_is_said(words, changed, people, clock):
    assert subject.obstacles_of(changed.pk) == []
    card = consult(changed, people)
    stop(words)(changed)
    changed.save()
    clock.set(2026, 3, 21, 9)

    assert any(words in line for line in subject.obstacles_of(changed.pk))
    with pytest.raises(Obstructed):
        propose(card, people)


def test_a_draft_is_brought_up_to_date_with_a_newer_edition(changed, people, clock):
    base = changed.base_digest
    other = services.start_draft("Other", edition="2026-5", base=base, actor=people.editor.actor)
    set_weight(other, "D1.02", "weak", people.colleague)
    set_weight(other, "D1.03", "strong", people.colleague)
    card = consult(other, people)
    clock.set(2026, 3, 21, 9)
    consulting.confirm(propose(card, people).pk, actor=people.coordinator.actor)
    assert any("2026-5" in line for line in subject.obstacles_of(changed.pk))

    conflicts = services.join_newer(changed.pk, actor=people.editor.actor)

    changed.refresh_from_db()
    assert changed.base_name == "2026-5"
    assert ["D1.02" in place for place in conflicts] == [True]
    assert subject.obstacles_of(changed.pk) == []
    found = {item.key.split("/")[-1] for item in subject.describe(changed.pk).items}
    assert found == {"D1.02:weights.adult_labour", "D5.02:weights.adult_labour"}


def test_what_cannot_be_an_edition_is_said_in_words(changed, people):
    def adopt(basis):
        subject.SUBJECT.adopt(
            changed.pk,
            legal_basis=basis,
            takes_effect=FIRST_DAY,
            actor=people.coordinator.actor,
        )

    with pytest.raises(DomainError, match="No edition can be made of this draft"):
        adopt("Order \x01 No. 7")
    adopt(BASIS)


def test_of_two_drafts_of_one_edition_the_second_is_stopped(changed, people):
    base = changed.base_digest
    other = services.start_draft("Other", edition="2026-5", base=base, actor=people.editor.actor)
    set_weight(other, "D1.03", "strong", people.colleague)
    how = {
        "legal_basis": BASIS,
        "takes_effect": FIRST_DAY,
        "actor": people.coordinator.actor,
    }
    services.adopt_draft(other.pk, **how)

    with pytest.raises(DomainError, match="stands in the way"):
        services.adopt_draft(changed.pk, **how)


def let_approve(draft, mandate):
    head = draft.base_files["guideline.yaml"]
    draft.base_files["guideline.yaml"] = head | {"approving_mandates": [mandate]}
    draft.save()


def test_the_edition_that_is_changed_says_who_must_approve(changed, people, clock):
    card = consult(changed, people)
    clock.set(2026, 3, 21, 9)
    let_approve(changed, "decide")
    with pytest.raises(Forbidden, match="must approve a change"):
        propose(card, people)
    let_approve(changed, "coordinate")
    adoption = propose(card, people)
    let_approve(changed, "decide")

    with pytest.raises(Forbidden, match="must approve a change"):
        consulting.confirm(adoption.pk, actor=people.coordinator.actor)

    changed.refresh_from_db()
    assert changed.state == DraftState.EDITING
    assert subject.may_decide(changed.pk, people.coordinator.actor).reason


def test_a_draft_does_not_say_itself_who_must_approve_it(changed, people):
    head = changed.files["guideline.yaml"]
    changed.files["guideline.yaml"] = head | {"approving_mandates": ["decide"]}
    changed.save()

    assert subject.may_decide(changed.pk, people.coordinator.actor)


def test_an_edition_without_a_head_is_approved_by_who_co_ordinates(changed, people):
    del changed.base_files["guideline.yaml"]
    changed.save()

    assert subject.may_decide(changed.pk, people.coordinator.actor)
    assert not subject.may_decide(changed.pk, people.officer.actor)
    with pytest.raises(NotFound):
        subject.may_decide(uuid4(), people.coordinator.actor)


@pytest.mark.django_db(transaction=True)
def test_two_drafts_of_the_same_moment_wait_for_each_other(changed, people, clock):
    base = changed.base_digest
    other = services.start_draft("Other", edition="2026-5", base=base, actor=people.editor.actor)
    set_weight(other, "D1.03", "strong", people.colleague)
    cards = [consult(draft, people) for draft in (changed, other)]
    clock.set(2026, 3, 21, 9)
    adoptions = [propose(card, people) for card in cards]
    second = people.coordinator.actor

    outcomes = at_once(*(partial(consulting.confirm, one.pk, actor=second) for one in adoptions))

    assert sorted(isinstance(one, DomainError) for one in outcomes) == [False, True]
    assert sorted(isinstance(one, Adoption) for one in outcomes) == [False, True]
