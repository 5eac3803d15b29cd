"""Documents and announcements: who reads them, what stays, what is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event, Mandate, OrganisationKind, Role
from korgoo.access.models import AuditEvent, Membership
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.lib.uploads import CannotTake
from korgoo.library import api, readers, selectors, services
from korgoo.library.errors import CannotPublish
from korgoo.library.models import Announcement, Document, Version
from tests import factories
from tests.factories_commitments import end
from tests.library.conftest import book

pytestmark = pytest.mark.django_db
LINK = api.VersionFacts(link="https://example.org/letter")


def add(by, *audience, titles=None, kind="letter", version=LINK, **more):
    facts = api.DocumentFacts(titles or {"en": "A letter"}, kind, audience, **more)
    return api.add_document(facts, version, actor=by.actor)


def announce(by, *audience, roles=(), title="News", **more):
    return services.announce(
        title=title,
        text="Words",
        audience=audience or [api.EVERYBODY],
        roles=roles,
        actor=by.actor,
        **more,
    )


def can_read(somebody, card):
    return card.id in {row.pk for row in selectors.list_documents(actor=somebody.actor)}


def unread(somebody):
    return [card.title for card in api.unread(actor=somebody.actor)]


@pytest.fixture
def body(monkeypatch, people):
    """A council, as a mission above registers it; its members can change."""
    monkeypatch.setattr(readers, "_registered", {})
    members = {people.shelter.pk}
    api.register_readers(
        "body",
        "Members of a council",
        organisations=lambda key: frozenset(members) if key == "7" else frozenset(),
        choices=lambda actor: [("7", "Invented council")],
    )
    return members


def test_everybody_reads_what_is_for_everybody(people):
    card = add(people.secretary, api.EVERYBODY, origin=("meeting", "m-1"))
    assert api.documents_of("meeting", "m-1", actor=people.head.actor) == [card]
    assert api.documents_of("meeting", "m-2", actor=people.head.actor) == []
    assert api.document(card.id, people.guest.actor) == card


@pytest.mark.parametrize(
    ("group", "read_by"),
    [
        (api.EVERYBODY, {"head", "guest"}),
        (api.PUBLIC, {"head", "guest"}),
        (readers.organisation_kind(OrganisationKind.NGO), {"head"}),
        (readers.organisation_kind(OrganisationKind.INTERNATIONAL), {"guest"}),
        (readers.Reader("nobody-knows", "1"), set()),
    ],
)
def test_who_reads_follows_from_the_groups(people, group, read_by):
    card = add(people.secretary, group)
    everyone = {name: getattr(people, name) for name in ("head", "guest")}
    assert {name for name, one in everyone.items() if can_read(one, card)} == read_by
    assert can_read(people.secretary, card)
    assert not can_read(people.administrator, card)


def test_one_organisation_reads_and_after_it_its_successor(people, clock):
    card = add(people.secretary, readers.organisation(people.donor.pk))
    heir = factories.organisation(Mandate.TAKE_PART)
    speaker = factories.member(Role.SECRETARY, at=heir)
    assert can_read(people.guest, card)
    assert not can_read(speaker, card)
    end(people.donor, date(2026, 3, 9), heir)
    clock.set(2026, 3, 10, 9)
    assert can_read(speaker, card)


def test_the_successor_changes_what_the_organisation_before_it_put_in(people, clock):
    card = add(people.guest, api.EVERYBODY)
    heir = factories.organisation(Mandate.TAKE_PART)
    speaker = factories.member(Role.SECRETARY, at=heir)
    end(people.donor, date(2026, 3, 9), heir)
    clock.set(2026, 3, 10, 9)
    api.add_version(card.id, api.VersionFacts(link="https://example.org/2"), actor=speaker.actor)
    assert Version.objects.count() == 2


def test_members_of_a_council_read_as_long_as_they_are_members(people, body):
    card = add(people.secretary, api.Reader("body", "7"))
    assert can_read(people.head, card)
    assert not can_read(people.guest, card)
    body.clear()
    assert not can_read(people.head, card)


def test_what_is_not_for_somebody_is_not_found(people):
    card = add(people.secretary, readers.organisation(people.donor.pk))
    with pytest.raises(NotFound):
        api.document(card.id, people.head.actor)
    with pytest.raises(NotFound):
        selectors.get_version(card.id, 1, actor=people.head.actor)


def test_a_new_version_counts_and_the_old_one_stays(people):
    card = add(people.secretary, api.EVERYBODY, version=api.VersionFacts(content=book("One")))
    card = api.add_version(
        card.id, api.VersionFacts(content=book("Two"), note="Two"), actor=people.secretary.actor
    )
    assert [v.number for v in card.versions] == [2, 1]
    assert card.current.note == "Two"
    old = selectors.get_version(card.id, 1, actor=people.head.actor)
    assert old.size == len(bytes(old.content)) > 0


def test_the_same_file_again_is_no_version(people):
    card = add(people.secretary, api.EVERYBODY, version=api.VersionFacts(content=book()))
    with pytest.raises(CannotPublish):
        api.add_version(card.id, api.VersionFacts(content=book()), actor=people.secretary.actor)
    assert Version.objects.count() == 1


@pytest.mark.parametrize(
    "version",
    [
        api.VersionFacts(),
        api.VersionFacts(content=b"x", link="https://example.org/"),
        api.VersionFacts(content=b"MZ a program"),
        api.VersionFacts(content=b"PK\x03\x04 no archive"),
    ],
)
def test_what_is_no_document_is_refused(people, version):
    with pytest.raises((CannotPublish, CannotTake)):
        add(people.secretary, api.EVERYBODY, version=version)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"titles": {"en": " "}}, {"issued_on": date(2026, 3, 3)}], ids=["title", "day"]
)
def test_a_document_needs_a_title_and_no_day_to_come(people, wrong):
    with pytest.raises(CannotPublish):
        add(people.secretary, api.EVERYBODY, **wrong)


def test_a_document_needs_readers(people):
    with pytest.raises(CannotPublish):
        add(people.secretary)


def test_only_a_secretary_publishes_and_changes_their_own(people):
    with pytest.raises(Forbidden):
        add(people.head, api.EVERYBODY)
    card = add(people.secretary, api.EVERYBODY)
    with pytest.raises(Forbidden):
        services.withdraw_document(card.id, "Why", actor=people.guest.actor)


def test_what_was_taken_out_only_its_organisation_reads(people):
    card = add(people.secretary, api.EVERYBODY, api.PUBLIC, origin=("meeting", "m-1"))
    with pytest.raises(CannotPublish):
        services.withdraw_document(card.id, " ", actor=people.secretary.actor)
    services.withdraw_document(card.id, "Wrong paper", actor=people.secretary.actor)
    assert not can_read(people.head, card)
    assert can_read(people.secretary, card)
    assert api.documents_of("meeting", "m-1", actor=people.secretary.actor) == []
    assert selectors.list_public() == []
    with pytest.raises(NotFound):
        selectors.get_public_version(card.id, 1)
    with pytest.raises(Forbidden):
        api.add_version(card.id, LINK, actor=people.secretary.actor)


def test_readers_and_title_are_changed(people):
    card = add(people.secretary, api.EVERYBODY)
    facts = api.DocumentFacts({"ky": "Кат"}, "report", [readers.organisation(people.donor.pk)])
    services.change_document(card.id, facts, actor=people.secretary.actor)
    assert not can_read(people.head, card)
    assert api.document(card.id, people.guest.actor).title == "Кат"


@pytest.mark.parametrize("words", ["отчет", "OTCHET", "отчёту", "otčet"])
def test_documents_are_found_in_any_spelling(people, words):
    card = add(people.secretary, api.EVERYBODY, titles={"ru": "Сводный отчёт за полугодие"})
    add(people.secretary, api.EVERYBODY, titles={"ru": "Памятка"})
    assert [row.pk for row in selectors.search(words, actor=people.head.actor)] == [card.id]


def test_a_search_finds_nothing_that_is_not_for_the_reader(people):
    add(people.secretary, readers.organisation(people.donor.pk), titles={"ru": "Отчёт"})
    assert selectors.search("отчёт", actor=people.head.actor) == []


def test_a_role_hears_an_announcement_and_so_does_who_takes_it_over(people, clock):
    announce(people.secretary, roles=[Role.SECRETARY])
    assert unread(people.guest) == ["News"]
    assert unread(people.head) == []
    Membership.objects.filter(user=people.guest.user).update(valid_to=date(2026, 3, 2))
    clock.set(2026, 3, 3, 9)
    successor = factories.member(Role.SECRETARY, at=people.donor)
    assert unread(successor) == ["News"]


def test_without_roles_everybody_who_works_together_hears_it(people):
    announce(people.secretary)
    assert unread(people.worker) == unread(people.guest) == ["News"]
    assert unread(people.administrator) == []
    assert unread(people.secretary) == []


def test_members_of_a_council_hear_what_goes_to_it(people, body):
    announce(people.secretary, api.Reader("body", "7"), roles=[Role.HEAD, Role.SECRETARY])
    assert unread(people.head) == ["News"]
    assert unread(people.guest) == []


def test_what_was_read_is_read_by_that_member_alone(people):
    row = announce(people.secretary)
    for _time in range(2):
        services.mark_read(row.pk, actor=people.head.actor)
    assert unread(people.head) == []
    assert unread(people.worker) == ["News"]
    assert AuditEvent.objects.filter(event=Event.ANNOUNCEMENT_READ).count() == 1


def test_an_announcement_to_others_is_not_found(people):
    row = announce(people.secretary, readers.organisation(people.donor.pk))
    with pytest.raises(NotFound):
        services.mark_read(row.pk, actor=people.head.actor)
    assert selectors.get_announcement(row.pk, actor=people.secretary.actor) == row


def test_after_its_last_day_nobody_is_asked_to_read_it(people, clock):
    announce(people.secretary, until=date(2026, 3, 3))
    clock.set(2026, 3, 3, 23)
    assert unread(people.head) == ["News"]
    clock.set(2026, 3, 4, 1)
    assert unread(people.head) == []


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"audience": [api.PUBLIC]}, {"until": date(2026, 3, 1)}],
    ids=["title", "public alone", "day"],
)
def test_what_makes_no_sense_is_not_announced(people, wrong):
    usual = {"title": "News", "text": "Words", "audience": [api.EVERYBODY], "roles": []}
    with pytest.raises(CannotPublish):
        services.announce(**(usual | wrong), actor=people.secretary.actor)
    assert not Announcement.objects.exists()


def test_only_a_secretary_announces(people):
    with pytest.raises(Forbidden):
        announce(people.head)


def test_what_nobody_was_told_of_is_told_once(people, clock):
    row = announce(people.secretary, roles=[Role.HEAD])
    clock.forward(minutes=5)
    (waiting,) = api.unsent(clock.now)
    assert waiting == api.Unsent(row.pk, frozenset({people.head.user.pk}))
    api.mark_mailed([row.pk])
    assert api.unsent(clock.now) == []
    assert api.has_unread(people.head.user.pk)
    services.mark_read(row.pk, actor=people.head.actor)
    assert not api.has_unread(people.head.user.pk)


@pytest.mark.parametrize("broken", [{"link": ""}, {"size": 3}], ids=["neither", "both"])
def test_the_database_refuses_a_version_that_is_neither_file_nor_address(people, broken):
    add(people.secretary, api.EVERYBODY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.update(**broken)
