from datetime import timedelta

import pytest
from django.db import connection

from korgoo.access import keyring
from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework
from korgoo.casework import erasers, facets, selectors
from korgoo.casework.enums import Scope
from korgoo.casework.models import Case, ErasedFacet, FacetWrap, SealedFacet
from korgoo.casework.services import write_facet
from korgoo.closing import services
from korgoo.closing.enums import Hold
from korgoo.closing.models import KeptFor
from korgoo.countrypack import api as packs
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.lib.sealing import CannotOpen
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
REACH, HELP = timedelta(days=1095), timedelta(days=1825)


@pytest.fixture
def closed(people, close):
    """A closed case with a name, a telephone and a story, shared with the shelter."""
    case = make.case(people.officer, is_told=True, coded={"sex": "female", "country": "RU"})
    make.share(case, people.shelter, Scope.IDENTITY, Scope.STORY, by=people.officer)
    write_facet(case.pk, Facet.HEALTH, {"notes": []}, actor=people.officer.actor)
    close(case, people.officer)
    return case


def kinds(case):
    return set(case.facets.values_list("kind", flat=True))


def sweep(clock, **forward):
    clock.forward(**forward)
    return services.sweep_retention()


def test_what_was_kept_long_enough_is_announced_and_erased_30_days_later(closed, clock):
    assert sweep(clock, days=1094) == {"announced": 0, "erased": 0}
    assert sweep(clock, days=1) == {"announced": 1, "erased": 0}
    assert sweep(clock, days=29) == {"announced": 0, "erased": 0}
    assert "contact" in kinds(closed)

    assert sweep(clock, days=1) == {"announced": 0, "erased": 1}

    assert kinds(closed) == {"identity", "story", "health"}
    assert ErasedFacet.objects.get().kind == "contact"
    [told] = AuditEvent.objects.filter(event=Event.CASE_ERASED)
    assert told.detail == "contact,whereabouts"
    assert services.sweep_retention() == {"announced": 0, "erased": 0}


def test_what_no_lawyer_has_set_and_what_names_nobody_stays(closed, clock):
    sweep(clock, days=4000)
    assert sweep(clock, days=31)["erased"] == 1
    assert kinds(closed) == {"health"}
    closed.refresh_from_db()
    assert (closed.sex, closed.country) == ("female", "RU")
    assert set(KeptFor.objects.filter(erased_at=None).values_list("purpose", flat=True)) == {
        "care",
        "justice",
        "counting",
    }


def test_a_pack_that_lets_coded_facts_go_wipes_them_and_the_cards(closed, clock, wiping):
    sweep(clock, days=4000)
    sweep(clock, days=31)
    closed.refresh_from_db()
    assert (closed.sex, closed.country, closed.decision) == ("unknown", "", "")


@pytest.fixture
def wiping(monkeypatch):
    """A pack in which counting needs coded facts for 90 days only."""
    pack = packs.current()
    rule = pack.retention["counting"].model_copy(
        update={"after_closure": timedelta(days=90), "basis": "working_value"}
    )
    changed = pack.model_copy(update={"retention": {**pack.retention, "counting": rule}})
    monkeypatch.setattr(packs, "current", lambda: changed)
    return changed


def test_a_purpose_that_the_pack_gains_later_holds_for_older_cases(closed, clock, monkeypatch):
    KeptFor.objects.filter(purpose="reach").delete()
    sweep(clock, days=1095)
    assert KeptFor.objects.get(purpose="reach").noticed_at


def test_a_hold_keeps_it_and_its_end_gives_30_more_days(closed, clock, house):
    sweep(clock, days=1095)
    row = KeptFor.objects.get(purpose="reach")
    services.hold_back(row.pk, Hold.COURT, actor=house.head.actor)
    assert sweep(clock, days=400)["erased"] == 0

    services.release(row.pk, actor=house.minder.actor)
    assert sweep(clock, days=29)["erased"] == 0
    assert sweep(clock, days=1)["erased"] == 1
    with pytest.raises(Forbidden):
        services.hold_back(row.pk, Hold.COURT, actor=house.head.actor)


def test_an_open_request_keeps_everything_until_it_is_answered(closed, clock, people):
    services.take_request(closed.pk, "copy", way="phone", actor=people.officer.actor)
    sweep(clock, days=1095)
    assert sweep(clock, days=31)["erased"] == 0


def test_a_reopened_case_is_not_erased(closed, clock, people):
    sweep(clock, days=1095)
    services.reopen_case(closed.pk, actor=people.officer.actor)
    assert sweep(clock, days=31) == {"announced": 0, "erased": 0}
    assert "contact" in kinds(closed)


def test_a_sweep_that_is_killed_goes_on_where_it_stopped(people, close, clock, monkeypatch):
    cases = [make.case(people.officer, is_told=True) for _ in range(3)]
    for case in cases:
        close(case, people.officer)
    sweep(clock, days=1095)
    clock.forward(days=31)
    leave, calls = casework.leave_trace, []

    def killed(*args, **more):
        calls.append(args)
        if len(calls) == 2:
            raise RuntimeError("kill -9")
        leave(*args, **more)

    monkeypatch.setattr(casework, "leave_trace", killed)
    with pytest.raises(RuntimeError):
        services.sweep_retention()
    # One is gone whole, the second is whole again, the third untouched.
    assert FacetWrap.objects.filter(facet__kind="contact").count() == 2
    assert ErasedFacet.objects.count() == 1
    assert KeptFor.objects.filter(erased_at__isnull=False).count() == 1

    monkeypatch.setattr(casework, "leave_trace", leave)
    assert services.sweep_retention()["erased"] == 2
    assert not SealedFacet.objects.filter(kind="contact").exists()
    assert AuditEvent.objects.filter(event=Event.CASE_ERASED).count() == 3


def test_other_missions_erase_their_own_with_the_part_they_named(closed, clock, monkeypatch):
    monkeypatch.setattr(erasers, "_registered", {})
    gone = []
    erasers.register("invented", "records", lambda case_id: gone.append(case_id) or 1)
    erasers.register("invented", "health", lambda case_id: gone.append("wrong") or 1)
    sweep(clock, days=1825)
    sweep(clock, days=31)
    assert gone == [closed.pk]
    with pytest.raises(ValueError, match="gossip"):
        erasers.register("invented", "gossip", lambda _case_id: 0)


def test_the_page_says_what_was_erased_and_when(closed, clock, people):
    sweep(clock, days=1095)
    sweep(clock, days=30)
    states = {s.kind: s for s in selectors.facet_states(closed, actor=people.officer.actor)}
    assert "Erased on" in states["contact"].why_not
    assert not states["contact"].can_open
    assert states["identity"].can_open


def test_only_head_and_data_officer_of_the_owner_hold_back(closed, clock, people, house):
    sweep(clock, days=1095)
    row = KeptFor.objects.get(purpose="reach")
    for other in (people.officer, people.shelter, people.coordinator, house.administrator):
        with pytest.raises(NotFound):
            services.hold_back(row.pk, Hold.COURT, actor=other.actor)


def everything():
    """Read every value of every table, as somebody with a copy of the database does."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                yield from (bytes(v) for v in row if isinstance(v, bytes | memoryview))


def private_keys(*members):
    """Open the key of each member's organisation, as their passwords do."""
    actors = [member.actor for member in members]
    readers = keyring.readers({a.organisation_id for a in actors})
    return [keyring.organisation_private(a, readers[a.organisation_id].key_id) for a in actors]


def opens(keys, infos, blobs):
    """Count the wraps among these values that any key opens for any facet of before."""
    found = 0
    for blob in blobs:
        for key in keys:
            for info in infos:
                try:
                    key.unwrap_data_key(blob, info=info)
                except (CannotOpen, ValueError):
                    continue
                found += 1
    return found


@pytest.mark.django_db(transaction=True)
def test_with_the_database_and_every_key_nothing_opens_any_more(people, clock, close):
    case = make.case(people.officer, is_told=True)
    make.share(case, people.shelter, Scope.IDENTITY, Scope.STORY, by=people.officer)
    wraps = list(FacetWrap.objects.select_related("facet").filter(facet__case=case))
    infos = [facets.wrap_info(w.facet, w.organisation_id) for w in wraps]
    secrets = [bytes(w.wrapped) for w in wraps] + [bytes(w.facet.sealed) for w in wraps]
    keys = private_keys(people.officer, people.shelter)
    assert len(wraps) == 5
    assert opens(keys, infos, everything()) == 5
    assert all(secret in set(everything()) for secret in secrets)

    close(case, people.officer)
    sweep(clock, days=1825)
    assert sweep(clock, days=30)["erased"] == 1

    assert opens(keys, infos, everything()) == 0
    assert not any(secret in set(everything()) for secret in secrets)
    assert Case.objects.get().pk == case.pk
    if connection.vendor == "sqlite":
        # Not in pages that are free either: what was deleted was overwritten.
        image = connection.connection.serialize()
        assert not any(secret[:48] in image for secret in secrets)
