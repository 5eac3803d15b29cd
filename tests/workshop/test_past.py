"""What a draft would change in the past: counts that name nobody, and agreed examples."""

import pytest

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.workshop import editing, services
from tests import factories, factories_casework
from tests.workshop.test_pages import edited

pytestmark = pytest.mark.django_db
# Answers that show exploitation by one strong and one medium sign.
ANSWERS = (("D4.01", "yes"), ("D4.04", "yes"))


def cards(number, *, houses=3):
    """Read a number of cards with the same answers, in turn at some organisations."""
    members = [factories.member(Role.OFFICER) for _house in range(houses)]
    for time in range(number):
        read_by(members[time % houses])


def read_by(member):
    found = factories_casework.case(member)
    factories_casework.read_card(found, member, *ANSWERS, view="presumed-victim")


def page_next_month(draft, people, enter, words_of, clock):
    """Cards of this month are left out: look in the next one."""
    clock.forward(days=31)
    return words_of(enter(people.editor).get("past", draft.pk))


def without_signs(files):
    """Take the weight from the signs that were answered."""
    for code in ("D4.01", "D4.04"):
        for profile in ("adult_labour", "child_labour"):
            files = editing.set_weight(files, "ilo-labour", code, profile=profile, weight="weak")
    return files


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (0, "There are too few cards to show a count."),
        (4, "There are too few cards to show a count."),
        (6, "About 5 cards were read again."),
    ],
)
def test_counts_are_shown_only_when_they_point_at_nobody(
    number, says, draft, people, enter, words_of, clock
):
    cards(number)
    edited(draft, without_signs, people)

    words = page_next_month(draft, people, enter, words_of, clock)

    assert says in words
    is_shown = "About 5 of them would be read otherwise." in words
    assert is_shown == (number >= 5)
    assert ("From which reading to which, and why" in words) == (number >= 5)
    assert "Invented Person" not in words


def test_cards_of_few_organisations_of_this_month_and_of_the_readers_own_do_not_count(
    draft, people, enter, words_of, clock
):
    """Nobody can pad a count with cards of their own until it tells of a stranger's."""
    edited(draft, without_signs, people)
    house = factories.organisation(Mandate.COORDINATE, Mandate.PRESUME)
    editor = factories.member(Role.CONTENT_EDITOR, at=house)
    officer = factories.member(Role.OFFICER, at=house)
    cards(10, houses=2)
    for _time in range(5):
        read_by(officer)
    none = "Too few of them to show, or none, would be read otherwise."

    clock.forward(days=31)
    assert none in words_of(enter(editor).get("past", draft.pk))

    cards(6)  # of this month: the page does not move
    assert none in words_of(enter(editor).get("past", draft.pk))

    clock.forward(days=31)
    page = words_of(enter(editor).get("past", draft.pk))
    assert "About 15 of them would be read otherwise." in page


def test_each_try_leaves_a_row(draft, people, enter):
    before = AuditEvent.objects.filter(event=Event.DRAFT_TRIED).count()

    enter(people.editor).get("past", draft.pk)

    assert AuditEvent.objects.filter(event=Event.DRAFT_TRIED).count() == before + 1


def test_a_draft_that_changes_no_reading_says_so(draft, people, enter, words_of):
    words = words_of(enter(people.editor).get("past", draft.pk))

    assert "agreed examples are read as before" in words
    assert "Too few of them to show, or none, would be read otherwise." in words


def test_a_faulty_draft_is_not_tried(draft, people, enter, words_of):
    edited(draft, lambda f: editing.remove_indicator(f, "ilo-labour", "D4.01"), people)

    words = words_of(enter(people.editor).get("past", draft.pk))

    assert "cannot be tried yet" in words


def test_an_example_read_otherwise_than_agreed_stands_out(small_draft, people, enter, words_of):
    def weaken(files):
        for code in ("D4.01", "D4.02"):
            files = editing.set_weight(
                files, "labour", code, profile="adult_labour", weight="medium"
            )
        record = files["catalogues/labour/indicators/rest.yaml"]["indicators"][0]
        for number in ("03", "04"):
            new = record | {"code": f"D4.{number}", "dimension": "D4"}
            files = editing.add_indicator(
                files, "labour", new | {"provenance": {"as_of": "unknown"}}
            )
        return files

    edit = services.Edit(weaken)
    services.change_draft(small_draft.pk, edit, version=1, actor=people.editor.actor)

    words = words_of(enter(people.editor).get("past", small_draft.pk))

    assert "Locked in and deceived" in words
    assert "Otherwise than agreed" in words
    assert "agreed “Strong indications”" in words
