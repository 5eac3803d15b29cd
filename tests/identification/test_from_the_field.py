"""A card filled elsewhere is read as if it had been typed in, under the edition of its form."""

from datetime import UTC, date, datetime

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.identification import api as identification
from korgoo.identification import editions
from korgoo.identification.enums import AgeCheck, Moved, Opinion, Talk
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import GuidelineEdition, Screening
from korgoo.lib.errors import DomainError, NotFound
from tests import factories_casework as make
from tests.identification import changed

pytestmark = pytest.mark.django_db
ASKED_AT = datetime(2026, 2, 20, 6, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


@pytest.fixture
def case(people):
    return make.case(people.officer)


@pytest.fixture
def pack_digest():
    return editions.of_the_pack()[1][:12]


def fill(case, member, digest, **more):
    given = {
        "view": "labour-inspector",
        "talk": Talk.ALONE,
        "choices": changed.SOME,
        "opinion": Opinion.LABOUR_RIGHTS,
        "asked_at": ASKED_AT,
    }
    card = identification.fill_from_field(
        case.pk, edition_digest=digest, actor=member.actor, **{**given, **more}
    )
    return Screening.objects.get(pk=card.id)


def test_it_is_read_like_a_card_that_was_typed_in(case, people, pack_digest):
    card = fill(case, people.officer, pack_digest)
    typed = make.read_card(case, people.officer, *[(c.question, c.option) for c in changed.SOME])

    same = Screening.objects.get(pk=typed.id)
    assert (card.reading, card.others) == (same.reading, same.others)
    assert card.answers["D5.14"] == {"value": "present", "source": "document"}
    assert (card.opinion, card.started_by_id) == ("labour_rights", people.officer.user.pk)


def test_it_was_asked_when_the_form_says_and_read_now(case, people, pack_digest, clock):
    card = fill(case, people.officer, pack_digest)

    assert card.started_at == ASKED_AT
    assert card.read_at == card.opinion_at == clock.now


def test_it_is_read_under_the_edition_of_its_form_whichever_holds_now(case, people, pack_digest):
    row = changed.adopt(changed.without_weight(), by=people.coordinator, day=date(2026, 3, 2))

    old = fill(case, people.officer, pack_digest)
    new = fill(case, people.officer, row.digest[:8])

    assert editions.of(old).name == "2026-1"
    assert (old.reading["outcome"], old.version) == ("some", "2009-09")
    assert new.edition_id == row.pk
    assert (new.reading["outcome"], new.version) == ("not_enough", "2009-09, other weights")


def test_a_form_whose_view_the_edition_in_force_dropped_can_still_be_brought_in(
    case, people, pack_digest
):
    files = changed.files()
    del files["views/labour-inspector.yaml"]
    row = changed.adopt(files, by=people.coordinator, day=date(2026, 3, 2))

    card = fill(case, people.officer, pack_digest)

    assert editions.of(card).name == "2026-1"
    assert card.reading["outcome"] == "some"
    with pytest.raises(DomainError, match="does not have this card"):
        fill(case, people.officer, row.digest)


def test_the_first_card_from_the_field_keeps_the_edition(case, people, pack_digest):
    card = fill(case, people.officer, pack_digest)

    assert card.edition == GuidelineEdition.objects.get()


def test_the_age_of_the_form_chooses_the_list(case, people, pack_digest):
    answers = [*changed.SOME, Choice("age", "doubt", "told")]

    card = fill(case, people.officer, pack_digest, choices=answers)

    assert card.age_check == AgeCheck.DOUBT
    assert card.reading["profile"] == "child_labour"


def test_what_the_case_says_of_the_age_holds_where_the_form_does_not(case, people, pack_digest):
    card = fill(case, people.officer, pack_digest, age_check=AgeCheck.CHILD)

    assert card.reading["profile"] == "child_labour"


@pytest.mark.parametrize(("moved", "lists"), [("no", 2), ("yes", 1), ("unknown", 1), (None, 1)])
def test_forced_labour_is_read_beside_where_the_form_says_that_nobody_left_home(
    moved, lists, case, people, pack_digest
):
    card = fill(case, people.officer, pack_digest, moved=Moved(moved) if moved else None)

    assert len([card.reading, *card.others]) == lists


@pytest.mark.parametrize("digest", ["", "0" * 12, "short"])
def test_a_form_of_no_edition_is_refused(digest, case, people):
    with pytest.raises(NotFound):
        fill(case, people.officer, digest)


@pytest.mark.parametrize("view", ["no-such-card", "full--no-such-list"])
def test_a_form_of_no_view_is_refused(view, case, people, pack_digest):
    with pytest.raises(DomainError, match="does not have this card"):
        fill(case, people.officer, pack_digest, view=view)


def test_a_card_to_carry_cannot_be_brought_in(case, people, pack_digest):
    with pytest.raises(NotFound):
        fill(case, people.officer, pack_digest, view="border-pocket", choices=[])

    assert not Screening.objects.exists()


@pytest.mark.parametrize("who", ["shelter", "coordinator"])
def test_who_fills_no_cards_brings_none_in(who, case, people, pack_digest):
    with pytest.raises(NotFound):
        fill(case, getattr(people, who), pack_digest)

    assert not Screening.objects.exists()


def test_each_step_leaves_its_row(case, people, pack_digest):
    card = fill(case, people.officer, pack_digest)

    rows = AuditEvent.objects.filter(target=f"identification.Screening:{card.pk}").order_by("seq")
    assert list(rows.values_list("event", "detail")) == [
        (Event.SCREENING_STARTED, "labour-inspector"),
        (Event.SCREENING_ANSWERED, ""),
        (Event.SCREENING_OPINION_GIVEN, "labour_rights"),
        (Event.SCREENING_ANSWERED, "field"),
    ]
