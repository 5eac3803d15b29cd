"""A draft from its start to its end: who changed what, what is refused, and what is kept."""

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.identification import api as identification
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.workshop import editing, selectors, services
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.enums import DraftState, How
from korgoo.workshop.errors import Stale
from korgoo.workshop.models import DraftChange
from korgoo.workshop.services import Edit
from tests.workshop.guidelines import PROVENANCE, small, text, weighted

pytestmark = pytest.mark.django_db
REST = "catalogues/labour/indicators/rest.yaml"


def weight(strength, code="D5.01", file=REST):
    return Edit(
        lambda files: editing.set_weight(
            files, "labour", code, profile="adult_labour", weight=strength
        ),
        file,
    )


def change(draft, edit, member, version=None):
    draft.refresh_from_db()
    return services.change_draft(
        draft.pk, edit, version=draft.version if version is None else version, actor=member.actor
    )


def last_event():
    return AuditEvent.objects.order_by("-seq").first()


def test_a_draft_starts_as_the_edition_it_follows(draft, people):
    edition = identification.current_edition()

    assert draft.files == edition.files == draft.base_files
    assert (draft.base_name, draft.base_digest) == (edition.name, edition.digest)
    assert (draft.state, draft.version) == (DraftState.EDITING, 1)
    assert (last_event().event, last_event().user_id) == (
        Event.DRAFT_STARTED,
        people.editor.user.pk,
    )


@pytest.mark.parametrize("who", ["officer", "coordinator", "foreign_editor", "overseer"])
def test_others_start_no_draft(who, people):
    base = identification.current_edition().digest
    with pytest.raises(Forbidden):
        services.start_draft("T", edition="X", base=base, actor=getattr(people, who).actor)


@pytest.mark.parametrize("name", ["2026-1", "2026-2"])
def test_the_name_of_an_edition_or_of_another_draft_is_taken(name, draft, people):
    with pytest.raises(DomainError, match="of this name"):
        services.start_draft("T", edition=name, base=draft.base_digest, actor=people.editor.actor)


def test_every_change_is_attributed(small_draft, people, clock):
    change(small_draft, weight("strong"), people.editor)
    clock.forward(hours=1)
    added = weighted("D1.04", "National", provenance=PROVENANCE)
    change(
        small_draft, Edit(lambda f: editing.add_indicator(f, "labour", added)), people.colleague
    )
    change(
        small_draft,
        Edit(lambda f: editing.remove_question(f, "inspector", "D1.01")),
        people.editor,
    )

    lines = [
        (row.version, row.user_id, row.how, row.item, row.field, row.before, row.at)
        for row in DraftChange.objects.filter(draft=small_draft)
    ]

    editor, colleague = people.editor.user.pk, people.colleague.user.pk
    nine = clock.now.replace(hour=9)
    assert lines == [
        (2, editor, How.EDITED, "D5.01", "weights.adult_labour", "medium", nine),
        (3, colleague, How.ADDED, "D1.04", "", None, clock.now),
        (4, editor, How.REMOVED, "question D1.01", "", {"indicator": "D1.01"}, clock.now),
    ]
    assert {row.organisation for row in small_draft.changes.all()} == {people.editor.organisation}
    assert (last_event().event, last_event().detail) == (Event.DRAFT_CHANGED, "4")


def test_an_edit_that_changes_nothing_leaves_nothing(small_draft, people):
    change(small_draft, weight("medium"), people.editor)

    small_draft.refresh_from_db()
    assert small_draft.version == 1
    assert not small_draft.changes.exists()


def test_who_looked_at_an_older_version_is_told_who_changed_it(small_draft, people):
    change(small_draft, weight("strong"), people.colleague)

    with pytest.raises(Stale, match=r"Editor Two \(Invented Centre\)") as stale:
        change(small_draft, weight("weak"), people.editor, version=1)

    assert [row.after for row in stale.value.changes] == ["strong"]
    small_draft.refresh_from_db()
    assert small_draft.version == 2


def test_what_others_change_elsewhere_is_in_nobodys_way(small_draft, people):
    change(small_draft, weight("strong"), people.colleague)
    first = "catalogues/labour/indicators/d1.yaml"

    change(small_draft, weight("weak", "D1.01", first), people.editor, version=1)

    assert small_draft.changes.count() == 2


def test_an_edit_that_makes_no_sense_is_refused_in_words(small_draft, people):
    with pytest.raises(DomainError, match=r"not there any more: D9.99"):
        change(small_draft, weight("weak", "D9.99"), people.editor)


def test_what_no_guideline_can_hold_is_never_written(small_draft, people):
    with pytest.raises(DomainError, match=r"weights\.adult_labour"):
        change(small_draft, weight("heavy"), people.editor)

    small_draft.refresh_from_db()
    assert small_draft.files == small()


def test_a_draft_may_be_faulty_in_between(small_draft, people):
    change(
        small_draft,
        Edit(lambda f: editing.remove_indicator(f, "labour", "D5.02")),
        people.editor,
    )

    small_draft.refresh_from_db()
    assert small_draft.version == 2


@pytest.mark.parametrize("who", ["officer", "coordinator", "foreign_editor", "overseer"])
def test_others_change_no_draft(who, small_draft, people):
    with pytest.raises(NotFound):
        change(small_draft, weight("weak"), getattr(people, who))


@pytest.mark.parametrize("who", ["editor", "coordinator", "officer", "foreign_editor"])
def test_who_works_here_reads_drafts(who, small_draft, people):
    assert selectors.get_draft(small_draft.pk, actor=getattr(people, who).actor) == small_draft


def test_the_data_protection_officer_knows_of_no_draft(small_draft, people):
    with pytest.raises(NotFound):
        selectors.get_draft(small_draft.pk, actor=people.overseer.actor)
    assert selectors.list_drafts(actor=people.overseer.actor) == []


def test_a_dropped_draft_stays_and_does_not_change(small_draft, people):
    services.drop_draft(small_draft.pk, actor=people.editor.actor)

    with pytest.raises(Forbidden, match="dropped"):
        change(small_draft, weight("weak"), people.editor)
    assert selectors.get_draft(small_draft.pk, actor=people.officer.actor).files == small()
    assert selectors.list_drafts(actor=people.editor.actor) == []


def test_a_draft_can_be_named_anew(small_draft, draft, people):
    named = services.name_draft(
        small_draft.pk, title="Other", edition="2026-9", actor=people.colleague.actor
    )

    assert (named.title, named.edition) == ("Other", "2026-9")
    with pytest.raises(DomainError, match="of this name"):
        services.name_draft(
            small_draft.pk, title="Other", edition=draft.edition, actor=people.editor.actor
        )


def test_a_text_in_one_language_is_told_as_such(small_draft, people):
    target = Target(What.VIEW, ("anybody",))
    change(
        small_draft,
        Edit(lambda f: editing.set_text(f, target, "intro", "ky", "Шашпаңыз.")),
        people.editor,
    )

    row = small_draft.changes.get()
    assert (row.field, row.before["ky"], row.after["ky"]) == (
        "intro",
        text("Take your time.")["ky"],
        "Шашпаңыз.",
    )
