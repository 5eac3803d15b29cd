"""The wrong organisation, the wrong role, a withdrawn consent, a foreign code: nothing, on every route."""

from contextlib import contextmanager
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from korgoo.access.enums import Facet, Mandate, Role
from korgoo.casework import services as casework
from korgoo.casework.enums import Scope
from korgoo.casework.models import Case
from korgoo.identification import api as identification
from korgoo.identification.enums import Talk
from korgoo.referral.models import Referral
from tests import factories
from tests.secrecy.conftest import SECRETS

RECORDS = {"case_id", "screening_id", "referral_id"}
# Where a mission gives a word of an address another shape than the others do.
NAMED_OTHERWISE = {
    "activities": {"key": "days-2026"},
    "campaign": {"key": "days-2026"},
    "councils": {"contact_id": 1},
    "materials": {"key": "days-2026"},
    "meetings": {"item_id": 1},
    "pairs": {"question_id": uuid4()},
    "plan": {"code": "invented-plan", "key": "2026-h1", "kind": "task"},
}


def routes(patterns=None, space=""):
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{space}{pattern.name}", pattern
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, inner)


ALL = dict(routes())
OF_RECORDS = sorted(n for n, p in ALL.items() if RECORDS & set(p.pattern.converters))
GUARDED = sorted(n for n, p in ALL.items() if hasattr(p.callback, "needs"))


def by_mission(names):
    """Give the routes of each mission together: one stage is set for all of them."""
    missions = sorted({name.partition(":")[0] for name in names})
    return [
        pytest.param([n for n in names if n.partition(":")[0] == mission], id=mission)
        for mission in missions
    ]


@contextmanager
def at(name):
    """Say in a failure on which route it happened."""
    try:
        yield
    except AssertionError as error:
        error.add_note(f"on the route {name}")
        raise


@pytest.fixture
def screened(lived):
    lived.screening = identification.start(
        lived.case.pk, view="labour-inspector", talk=Talk.ALONE, actor=lived.owner.actor
    )
    return lived


def address(name, lived, **other):
    known = {
        "case_id": lived.case.pk,
        "screening_id": getattr(lived, "screening", lived.referral).id,
        "referral_id": lived.referral.pk,
        "recipient_id": lived.helper.organisation.pk,
        "receiver_id": lived.helper.organisation.pk,
        "kind": "identity" if name.startswith("casework") else "shelter",
        "number": 1,
        "form_id": uuid4(),
        "user_id": lived.owner.user.pk,
        "membership_id": lived.owner.user.memberships.get().pk,
        "request_id": uuid4() if name.startswith("closing") else 1,
        "key": uuid4() if name.startswith("helpline") else "inspector",
        "day": date(2026, 1, 1),
        "view": "border-pocket",
        "language": "ky",
        "batch_id": uuid4(),
        "consultation_id": uuid4(),
        "conversation_id": uuid4(),
        "comment_id": uuid4(),
        "adoption_id": uuid4(),
        "notice_id": 1 if name.startswith("casework") else uuid4(),
        "subject_id": uuid4(),
        "package_id": uuid4(),
        "plan_id": uuid4(),
        "partner_id": 1,
        "key_id": 1,
        "deed": "pause" if name.startswith("casework") else "stop",
        "proceeding_id": uuid4(),
        "note_id": uuid4(),
        "claim_id": uuid4(),
        "giving_id": 1,
        "member_id": 1,
        "assessment_id": uuid4(),
        "item_id": uuid4(),
        "task_id": uuid4(),
        "form": "csv",
        "organisation_id": lived.helper.organisation.pk,
        "act_id": 1,
        "paper_id": uuid4(),
        "mark_id": 1,
        "glass_id": uuid4(),
        "follow_up_id": 1,
        "clock_id": 1,
        "service_id": uuid4(),
        "year": 2026,
        "kept_id": 1,
        "leaver_id": 1,
        "filter_id": uuid4(),
        "alarm_id": 1,
        "draft_id": uuid4(),
        "instrument": "law-55-2005",
        "article": "21-4",
        "ask_id": uuid4(),
        "catalogue": "ilo-labour",
        "view_key": "labour-inspector",
        "thing_key": "t1",
        "code": "D4.04",
        "question": "pay",
        "option": "less",
        "outcome": "strong",
        "digest": "0" * 64,
        "agency_id": uuid4(),
        "connection_id": uuid4(),
        "contact_id": uuid4(),
        "decision_id": uuid4(),
        "destination": "russia",
        "file_id": uuid4(),
        "handover_id": uuid4(),
        "list_id": uuid4(),
        "permit_id": uuid4(),
        "report_id": uuid4(),
        "sort": "law",
        "activity_id": uuid4(),
        "announcement_id": uuid4(),
        "at": "1.1",
        "body_id": 1,
        "check": "materials",
        "commitment_id": uuid4(),
        "document_id": uuid4(),
        "evidence_id": uuid4(),
        "fixed_id": uuid4(),
        "guest_id": 1,
        "import_id": uuid4(),
        "mark": "0" * 32,
        "material_id": uuid4(),
        "measure": "1.1",
        "meeting_id": uuid4(),
        "name": "sheet.pdf",
        "part": "objective",
        "part_id": 1,
        "photo_id": uuid4(),
        "placement_id": uuid4(),
        "question_id": 1,
        "risk": "face",
        "seat_id": 1,
        "to": "running",
        "under": "1.1",
        "version_id": uuid4(),
    }
    known |= NAMED_OTHERWISE.get(name.partition(":")[0], {}) | other
    wanted = ALL[name].pattern.converters
    missing = set(wanted) - set(known)
    assert not missing, f"{name}: say in this test what {missing} is"
    return reverse(name, kwargs={k: known[k] for k in wanted})


def client_of(somebody):
    client = Client()
    factories.sign_in(client, somebody)
    return client


def asked_both_ways(client, where):
    form = {"submission_key": str(uuid4()), "scopes": "referral", "helped": "yes", "text": "x"}
    return client.get(where), client.post(where, form)


def assert_nothing(answers, lived):
    for answer in answers:
        assert answer.status_code in {404, 405}, (answer.status_code, answer.get("Location"))
        said = answer.content.decode()
        assert lived.case.code not in said
        assert lived.case.spoken_code not in said
        assert lived.referral.spoken_number not in said
        assert not [secret for secret in SECRETS if secret in said]


def state_of(lived):
    """Everything that a deed could have changed."""
    return (
        list(Case.objects.filter(pk=lived.case.pk).values()),
        list(Referral.objects.filter(pk=lived.referral.pk).values()),
        lived.case.facets.count(),
        sorted(lived.case.facets.values_list("kind", "version", "wraps__organisation_id")),
        lived.case.consents.count(),
        lived.case.timeline.count(),
    )


def test_routes_of_records_were_found():
    assert len(OF_RECORDS) > 30
    assert len(GUARDED) > 40


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_another_organisation_gets_nothing(names, screened):
    before = state_of(screened)
    for role in (Role.OFFICER, Role.CASE_WORKER, Role.HOTLINE_OPERATOR):
        house = factories.organisation(Mandate.PRESUME, Mandate.SERVE, Mandate.CONSULAR)
        client = client_of(factories.member(role, at=house))
        for name in names:
            with at(name):
                assert_nothing(asked_both_ways(client, address(name, screened)), screened)
                assert state_of(screened) == before


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_the_wrong_role_in_the_right_organisation_gets_nothing(names, screened):
    before = state_of(screened)
    for role in (Role.DATA_PROTECTION_OFFICER, Role.ORGANISATION_ADMINISTRATOR):
        client = client_of(factories.member(role, at=screened.owner.organisation))
        for name in names:
            with at(name):
                assert_nothing(asked_both_ways(client, address(name, screened)), screened)
                assert state_of(screened) == before


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_a_role_of_co_ordinator_without_the_mandate_gets_nothing(names, screened):
    house = factories.organisation(Mandate.SERVE)
    client = client_of(factories.member(Role.COORDINATOR, at=house))
    for name in names:
        with at(name):
            assert_nothing(asked_both_ways(client, address(name, screened)), screened)


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_the_co_ordinator_changes_nothing_and_reads_no_name(names, screened):
    before = state_of(screened)
    house = factories.organisation(Mandate.COORDINATE)
    client = client_of(factories.member(Role.COORDINATOR, at=house))
    for name in names:
        with at(name):
            for answer in asked_both_ways(client, address(name, screened)):
                assert answer.status_code in {200, 404, 405}
                assert not [secret for secret in SECRETS if secret.encode() in answer.content]
            assert state_of(screened) == before


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_a_receiver_after_withdrawal_gets_no_name_and_changes_nothing(names, screened):
    casework.withdraw_consent(
        screened.case.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=screened.helper.organisation.pk,
        actor=screened.owner.actor,
    )
    before = state_of(screened)
    client = client_of(screened.helper)
    for name in names:
        for kind in Facet if name == "casework:facet" else ["identity"]:
            where = address(name, screened, **({"kind": kind} if name == "casework:facet" else {}))
            with at(name):
                for answer in asked_both_ways(client, where):
                    assert answer.status_code in {200, 403, 404, 405, 422}, answer.status_code
                    said = answer.content
                    assert not [secret for secret in SECRETS if secret.encode() in said]
                assert state_of(screened) == before


@pytest.mark.parametrize("names", by_mission(GUARDED))
def test_a_visitor_is_led_to_the_door(names, screened):
    before = state_of(screened)
    for name in names:
        with at(name):
            for answer in asked_both_ways(Client(), address(name, screened)):
                assert answer.status_code in {302, 405}
                if answer.status_code == 302:
                    assert answer.url.startswith("/account/login/")
    assert state_of(screened) == before


@pytest.mark.parametrize("names", by_mission(GUARDED))
def test_a_locked_session_is_led_to_unlock(names, screened):
    client = client_of(screened.owner)
    del client.cookies["korgoo_key"]
    for name in names:
        with at(name):
            for answer in asked_both_ways(client, address(name, screened)):
                assert answer.status_code in {302, 405}
                if answer.status_code == 302:
                    assert answer.url.startswith("/account/unlock/")


@pytest.mark.parametrize("names", by_mission(OF_RECORDS))
def test_a_record_that_is_not_there_is_not_found(names, screened):
    client = client_of(screened.owner)
    nobody = {"case_id": uuid4(), "screening_id": uuid4(), "referral_id": uuid4()}
    for name in names:
        with at(name):
            for answer in asked_both_ways(client, address(name, screened, **nobody)):
                assert answer.status_code in {404, 405}


def test_another_organisations_wrap_moved_to_my_row_does_not_open(lived):
    """A database administrator moves the key of a part to another reader: it stays shut."""
    from korgoo.casework.models import FacetWrap
    from korgoo.lib.errors import Forbidden

    stranger = factories.member(Role.CASE_WORKER, at=factories.organisation(Mandate.SERVE))
    other = casework.open_case(
        casework.FirstContact("phone", "ky", "no", "other", identity={"name": "X"}),
        actor=stranger.actor,
    )
    stolen = lived.case.facets.get(kind=Facet.IDENTITY)
    mine = other.facets.get(kind=Facet.IDENTITY)
    mine.sealed = stolen.sealed
    mine.save()
    theirs = FacetWrap.objects.get(facet=stolen, organisation=lived.owner.organisation)
    FacetWrap.objects.filter(facet=mine).update(wrapped=theirs.wrapped)

    with pytest.raises(Forbidden):
        casework.open_facet(other.pk, Facet.IDENTITY, actor=stranger.actor)
