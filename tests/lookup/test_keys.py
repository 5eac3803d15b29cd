"""The key, what lies under it, and the index in memory: for whom, how long, and not a moment longer."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from korgoo.access.enums import Event, Facet, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lib.sealing import CannotOpen, DataKey, open_payload
from korgoo.lib.sealing.servers import server_key
from korgoo.lookup import api, index, reader, sealed, selectors, services
from korgoo.lookup.models import CaseEncoding, MatchingKey, MatchingKeyWrap
from korgoo.lookup.services import encoding, keys
from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoder
from tests import factories
from tests import factories_casework as make

PERSON = {
    "name": "Мисалова Айсулуу Примеровна",
    "birth": "27.03.1998",
    "document_number": "AN7654321",
}
TRACES = ("Мисалова", "Misalova", "misal", "Айсулуу", "1998-03-27", "AN7654321", "555000111")


def known(member, **more):
    return make.case(member, identity={**PERSON, **more}, contact={"phone": "0555 000 111"})


def found(member, text="Мисалова"):
    return [hit.case for hit in selectors.find(reader.read(text), actor=member.actor, most=9)]


def every_value():
    """Every value of every row of every table."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608
            for row in cursor.fetchall():
                for value in row:
                    yield bytes(value) if isinstance(value, memoryview) else value


def test_no_name_stands_in_any_row(people):
    known(people.officer)
    for value in every_value():
        text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
        assert not [trace for trace in TRACES if trace in text]


def test_a_stolen_database_with_the_servers_secrets_opens_and_compares_nothing(people):
    case = known(people.officer)
    row = CaseEncoding.objects.get(case_id=case.pk)
    bound = sealed.binding(case.pk.hex, row.owner_id, 1)
    candidates = [server_key(settings.SECRET_KEY, purpose=p) for p in ("matching", "audit", "")]
    candidates += [DataKey(v[:32]) for v in every_value() if isinstance(v, bytes) and len(v) >= 32]
    assert len(candidates) > 5
    for key in candidates:
        with pytest.raises(CannotOpen):
            open_payload(bytes(row.sealed), key=key, binding=bound)
        guess = Encoder(key.raw).encode(Columns(surname=["Мисалова"], given=["Айсулуу"]))
        assert guess.record.tobytes() not in bytes(row.sealed)


def test_an_encoding_opens_for_its_own_case_house_and_generation_alone(people):
    case = known(people.officer)
    key = sealed.open_keys(people.officer.actor)[0]
    text = bytes(CaseEncoding.objects.get(case_id=case.pk).sealed)
    owner = people.officer.organisation.pk
    rows = [(text, case.pk.hex, owner), (text, "0" * 32, owner), (text, case.pk.hex, owner + 1)]
    opened = list(key.open_many(rows))
    assert opened[0]
    assert opened[1:] == [None, None]
    assert list(replace(key, generation=2).open_many(rows[:1])) == [None]


def test_a_row_that_was_changed_is_not_found_and_breaks_nothing(people):
    case, other = known(people.officer), known(people.officer)
    CaseEncoding.objects.filter(case_id=case.pk).update(sealed=b"x" * 300)
    assert found(people.officer) == [other.pk.hex]


def test_what_is_erased_is_not_found_any_more(people):
    from korgoo.casework.services import closing

    case = known(people.officer)
    assert found(people.officer)
    closing.erase(case, frozenset({Facet.IDENTITY}))
    assert found(people.officer) == []
    assert not CaseEncoding.objects.exists()


def test_the_index_is_dropped_when_nobody_used_it_for_fifteen_minutes(people, clock):
    known(people.officer)
    found(people.officer)
    assert index.count_open() == 2  # own cases, and all: who is written down is compared
    clock.forward(minutes=14)
    found(people.officer)
    clock.forward(minutes=14)
    assert index.drop_idle() == 1  # nobody was written down since
    clock.forward(minutes=2)
    assert index.drop_idle() == 1
    assert index.count_open() == 0


def test_the_index_goes_with_the_last_who_locks(people, client):
    known(people.officer)
    factories.sign_in(client, people.officer)
    found(people.officer)
    client.post("/account/lock/")
    assert index.count_open() == 0


def test_own_search_reads_own_rows_alone(people):
    known(people.officer)
    known(people.shelter)
    keys.give(sealed.open_keys(people.officer.actor)[0], actor=people.officer.actor)
    encoding.encode_more(actor=people.shelter.actor)
    found(people.officer)
    own = people.officer.organisation.pk
    assert [len(one) for scope, one in index._open.items() if scope[1] == own] == [1]


def test_what_was_seen_and_taken_back_does_not_hide_what_comes_after(people):
    from django.db import transaction

    known(people.officer)
    found(people.officer)
    with transaction.atomic():
        known(people.officer, name="Жоголова Асел")
        found(people.officer)
        transaction.set_rollback(True)
    after = known(people.officer, name="Сынакова Бегимай")
    assert found(people.officer, "Сынакова") == [after.pk.hex]


@pytest.fixture
def keepers(people):
    second = factories.member(Role.DATA_PROTECTION_OFFICER, at=people.coordinator.organisation)
    return people.coordinator.actor, second.actor


def test_a_new_key_needs_two_persons(people, keepers):
    known(people.officer)
    services.propose(actor=keepers[0])
    with pytest.raises(DomainError):
        services.propose(actor=keepers[1])
    with pytest.raises(Forbidden):
        services.confirm(actor=keepers[0])
    services.confirm(actor=keepers[1])
    assert MatchingKey.objects.count() == 2
    with pytest.raises(NotFound):
        services.refuse(actor=keepers[1])


def test_two_houses_change_the_key_while_work_goes_on(people, keepers):
    first, second = known(people.officer), known(people.shelter)
    keys.give(sealed.open_keys(people.officer.actor)[0], actor=people.officer.actor)
    encoding.encode_more(actor=people.shelter.actor)
    services.propose(actor=keepers[0])
    services.confirm(actor=keepers[1])

    assert found(people.officer) == [first.pk.hex]  # by the old key
    new = known(
        people.officer, name="Сынакова Бегимай", document_number="AN1"
    )  # under the new key
    assert CaseEncoding.objects.get(case_id=new.pk).key.generation == 2
    assert found(people.officer) == [first.pk.hex]

    assert encoding.encode_more(actor=people.officer.actor) == 1
    assert MatchingKey.objects.filter(ended_at__isnull=True).count() == 2
    assert api.similar(first.pk, actor=people.officer.actor, own=False) == []
    assert encoding.encode_more(actor=people.shelter.actor) == 1
    alike = api.similar(first.pk, actor=people.officer.actor, own=False)
    assert [one.case_id for one in alike] == [second.pk]

    ended = MatchingKey.objects.get(generation=1)
    assert ended.ended_at
    assert not MatchingKeyWrap.objects.filter(key=ended).exists()
    assert AuditEvent.objects.filter(event=Event.MATCHING_KEY_ENDED).count() == 1
    assert found(people.shelter) == [second.pk.hex]


def test_making_a_case_findable_leaves_a_row_and_no_alarm_of_names(people):
    case = known(people.officer)
    CaseEncoding.objects.all().delete()
    assert encoding.encode_more(actor=people.officer.actor) == 1
    assert encoding.encode_more(actor=people.officer.actor) == 0
    rows = AuditEvent.objects.filter(target=f"casework.Case:{case.pk}")
    assert rows.filter(event=Event.CASE_ENCODED).count() == 1
    assert not rows.filter(event=Event.FACET_OPENED).exists()


def test_a_case_without_a_readable_name_is_done_too(people):
    make.case(people.officer, identity={"other_names": "???"})
    assert encoding.encode_more(actor=people.officer.actor) == 0


def test_writing_never_waits_for_the_key(people):
    known(people.officer)
    MatchingKeyWrap.objects.all().delete()
    case = known(people.officer)
    assert casework.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor)["name"]
    assert found(people.officer) == []
