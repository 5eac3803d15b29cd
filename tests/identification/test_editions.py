"""Editions of the guideline: which one holds on which day, and how one comes into force."""

import hashlib
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import translation

from korgoo.access import trail
from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.countrypack import api as packs
from korgoo.identification import api as identification
from korgoo.identification import editions, services
from korgoo.identification.models import GuidelineEdition
from korgoo.lib.errors import DomainError, NotFound
from tests import factories
from tests import factories_casework as make
from tests.guards import guards_lifted
from tests.identification import changed

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


def names():
    return [edition.name for edition in identification.list_editions()]


def adopt(people, *, day=TODAY, **more):
    return changed.adopt(changed.without_weight(), by=people.coordinator, day=day, **more)


def rows(event):
    return list(AuditEvent.objects.filter(event=event).values_list("target", "detail"))


# The edition of the pack


def test_the_packs_edition_holds_from_the_beginning(db):
    for day in (date.min, date(2020, 6, 1), TODAY, date(2099, 12, 31)):
        edition = identification.edition_on(day)
        assert (edition.name, edition.origin, edition.valid_from) == ("2026-1", "pack", None)
    assert identification.current_edition().valid_to is None
    assert names() == ["2026-1"]


def test_looking_at_editions_keeps_none(db):
    assert identification.current_edition().id is None

    assert not GuidelineEdition.objects.exists()


def test_the_packs_edition_is_kept_whole_when_the_first_card_is_begun(people):
    make.card(make.case(people.officer), people.officer)

    row = GuidelineEdition.objects.get()
    assert row.files == editions.of_the_pack()[0]
    assert editions.digest_of(row.files) == row.digest == identification.current_edition().digest
    assert identification.edition(row.pk).data == packs.read_guideline(
        row.files, languages=packs.current().languages
    )
    assert rows(Event.EDITION_KEPT) == [
        (f"identification.GuidelineEdition:{row.pk}", row.digest[:32])
    ]


def test_an_edition_that_comes_back_from_the_database_keeps_its_order(people):
    adopted = identification.edition(adopt(people).pk).data
    pack = identification.edition_on(date.min).data

    assert list(adopted.catalogues) == list(pack.catalogues)
    assert list(adopted.views) == list(pack.views)
    assert adopted.views == pack.views
    for key, catalogue in adopted.catalogues.items():
        codes = [sign.code for sign in catalogue.indicators]
        assert codes == [sign.code for sign in pack.catalogues[key].indicators]


def test_two_who_begin_at_once_keep_one_edition(people):
    seen_by_both = identification.current_edition()

    first = services.keep_edition(seen_by_both, actor=people.officer.actor)
    second = services.keep_edition(seen_by_both, actor=people.stranger.actor)

    assert first == second
    assert len(rows(Event.EDITION_KEPT)) == 1


def test_the_database_keeps_no_edition_twice(people):
    row = services.keep_edition(identification.current_edition(), actor=None)

    row.pk, row._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_an_edition_is_found_by_its_key_and_by_the_beginning_of_its_digest(people):
    row = adopt(people)

    assert identification.edition(row.pk).name == "2026-2"
    assert identification.edition_by_digest(row.digest[:8]).id == row.pk
    assert identification.edition_by_digest(row.digest).id == row.pk


def test_an_edition_that_is_not_there_is_not_found(people):
    row = adopt(people)

    for digest in ("", row.digest[:7], "0" * 8, row.digest + "0"):
        with pytest.raises(NotFound):
            identification.edition_by_digest(digest)
    with pytest.raises(NotFound):
        identification.edition(make.case(people.officer).pk)


def test_the_digest_says_what_is_in_the_files_whatever_their_order():
    files = changed.files()
    other = dict(reversed(files.items()))
    other["guideline.yaml"] = dict(reversed(files["guideline.yaml"].items()))

    assert editions.digest_of(files) == editions.digest_of(other)
    assert editions.digest_of(files) == editions.of_the_pack()[1]
    assert editions.digest_of({"ү": ["Ң"], "b": 1}) == (
        hashlib.sha256('{"b":1,"ү":["Ң"]}'.encode()).hexdigest()
    )
    changed.sign(files, "D4.01")["weights"]["adult_labour"] = "weak"
    assert editions.digest_of(files) != editions.of_the_pack()[1]


# Adoption


def test_an_edition_adopted_for_today_holds_today_and_not_yesterday(people):
    row = adopt(people)

    assert identification.current_edition().id == row.pk
    assert identification.edition_on(TODAY).name == "2026-2"
    assert identification.edition_on(TODAY - timedelta(days=1)).name == "2026-1"
    assert names() == ["2026-1", "2026-2"]


def test_an_edition_adopted_for_a_later_day_holds_from_that_day(people, clock):
    adopt(people, day=date(2026, 9, 1))

    assert identification.current_edition().name == "2026-1"
    assert identification.edition_on(date(2026, 8, 31)).name == "2026-1"
    assert identification.edition_on(date(2026, 9, 1)).name == "2026-2"
    clock.set(2026, 8, 31, 23, 59)
    assert identification.current_edition().name == "2026-1"
    clock.set(2026, 9, 1, 0, 0)
    assert identification.current_edition().name == "2026-2"


def test_an_edition_ends_on_the_day_before_the_next_one(people):
    adopt(people, day=date(2026, 9, 1))
    adopt(people, day=date(2026, 6, 1), name="2026-summer")

    found = [(e.name, e.valid_from, e.valid_to) for e in identification.list_editions()]
    assert found == [
        ("2026-1", None, date(2026, 5, 31)),
        ("2026-summer", date(2026, 6, 1), date(2026, 8, 31)),
        ("2026-2", date(2026, 9, 1), None),
    ]


def test_of_two_that_begin_on_one_day_the_one_adopted_last_holds(people, clock):
    adopt(people, day=date(2026, 6, 1))
    clock.forward(hours=1)
    adopt(people, day=date(2026, 6, 1), name="2026-3")

    assert identification.edition_on(date(2026, 6, 1)).name == "2026-3"
    assert identification.edition_on(date(2026, 5, 31)).name == "2026-1"


def test_adopting_keeps_the_edition_before_and_what_was_decided(people):
    row = adopt(people)

    assert set(GuidelineEdition.objects.values_list("name", "origin")) == {
        ("2026-1", "pack"),
        ("2026-2", "adopted"),
    }
    assert row.adopted_by_id == people.coordinator.user.pk
    assert rows(Event.EDITION_ADOPTED) == [
        (f"identification.GuidelineEdition:{row.pk}", f"2026-03-02 {row.digest[:32]}")
    ]


def test_the_files_of_an_adopted_edition_say_its_name_its_day_and_its_basis(people):
    row = adopt(people)

    head = identification.edition(row.pk).data.head
    assert (head.edition, head.valid_from) == ("2026-2", TODAY)
    assert head.legal_basis.in_language("ru") == "An invented order No. 1"
    assert editions.digest_of(row.files) == row.digest


def test_adopting_changes_no_file_of_who_asked(people):
    given = changed.without_weight()
    before = editions.digest_of(given)

    changed.adopt(given, by=people.coordinator, day=TODAY)

    assert editions.digest_of(given) == before


def test_a_past_day_is_refused(people):
    with pytest.raises(DomainError, match="in the past"):
        adopt(people, day=TODAY - timedelta(days=1))

    assert not GuidelineEdition.objects.exists()


@pytest.mark.parametrize("name", ["2026-1", "2026-2"])
def test_a_name_that_an_edition_has_already_is_refused(name, people):
    adopt(people)

    with pytest.raises(DomainError, match="of this name"):
        adopt(people, name=name, day=date(2026, 9, 1))

    assert names() == ["2026-1", "2026-2"]


def missing_text(files):
    del changed.sign(files, "D4.01")["title"]["ky"]


def wrong_weight(files):
    changed.sign(files, "D4.01")["weights"]["adult_labour"] = "enormous"


def no_head(files):
    del files["guideline.yaml"]


def head_of_words(files):
    files["guideline.yaml"] = "a word"


def lost_list(files):
    del files["catalogues/ilo-labour/catalogue.yaml"]


@pytest.mark.parametrize(
    "break_it", [missing_text, wrong_weight, no_head, head_of_words, lost_list, dict.clear]
)
def test_files_with_faults_are_refused_and_nothing_is_kept(break_it, people):
    files = changed.files()
    break_it(files)

    with pytest.raises(packs.PackError) as refused:
        changed.adopt(files, by=people.coordinator, day=TODAY)

    assert refused.value.faults
    assert not GuidelineEdition.objects.exists()
    assert rows(Event.EDITION_KEPT) == rows(Event.EDITION_ADOPTED) == []
    assert names() == ["2026-1"]


@pytest.mark.parametrize("lost", [{"legal_basis": ""}, {"valid_from": None}])
def test_the_database_holds_no_adopted_edition_without_basis_and_day(lost, people):
    row = adopt(people)
    row.pk, row.digest = uuid4(), "0" * 64
    for name, value in lost.items():
        setattr(row, name, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_an_edition_says_the_same_in_every_language(people):
    row = adopt(people)
    title = {}
    for language in ("ky", "ru", "en"):
        with translation.override(language):
            title[language] = identification.title_of("labour-inspector")

    assert len(set(title.values())) == 3
    assert identification.edition(row.pk).legal_basis == "An invented order No. 1"


def test_a_view_that_no_edition_has_any_more_stands_for_itself(people):
    assert identification.title_of("gone-for-good") == "gone-for-good"


def test_a_view_keeps_its_name_when_the_newest_edition_dropped_it(people):
    files = changed.files()
    del files["views/teacher.yaml"]
    changed.adopt(files, by=people.coordinator, day=TODAY)

    assert "teacher" not in identification.current_edition().data.views
    assert identification.title_of("teacher") == "What a teacher notices"


def test_an_edition_cannot_be_changed_or_taken_away(people):
    make.card(make.case(people.officer), people.officer)
    kept = GuidelineEdition.objects.all()

    for deed in (lambda: kept.update(name="other"), lambda: kept.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()

    assert kept.get().name == "2026-1"


def test_an_edition_changed_behind_the_platforms_back_is_not_read(people, settings):
    row = adopt(people)
    with guards_lifted():
        GuidelineEdition.objects.filter(pk=row.pk).update(files=changed.files())
    editions._contents.cache_clear()

    with pytest.raises(RuntimeError, match="was changed in the database"):
        identification.edition(row.pk)


def test_a_look_from_outside_stands_in_the_trail_of_the_cards_owner(people):
    officer = people.officer
    watcher = factories.member(Role.DATA_PROTECTION_OFFICER, at=officer.organisation)
    stranger = factories.member(Role.DATA_PROTECTION_OFFICER, at=people.stranger.organisation)
    card = make.read_card(make.case(officer), officer, ("documents", "kept"))
    services.look_at(card.id, actor=people.coordinator.actor)
    services.look_again(card.id, edition="0123456789", actor=people.coordinator.actor)

    seen = trail.read(trail.Search(), actor=watcher.actor).events
    looks = [row for row in seen if row.user_id == people.coordinator.user.pk]
    assert [(row.event, trail.plain_detail(row)) for row in looks] == [
        (Event.SCREENING_REREAD, "01234567"),
        (Event.SCREENING_VIEWED, ""),
    ]
    others = trail.read(trail.Search(), actor=stranger.actor).events
    assert people.coordinator.user.pk not in {row.user_id for row in others}
