"""Sealing: who opens what, that each opening leaves a row, and that old keys open nothing new."""

import pytest
from django.apps import apps

from korgoo.access.enums import Event, Facet, Role
from korgoo.access.models import AuditEvent, OrganisationKey
from korgoo.casework import facets, services
from korgoo.casework.enums import Scope
from korgoo.casework.models import FacetWrap, SealedFacet
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from korgoo.lib.sealing import CannotOpen, open_payload
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
IDENTITY = {"name": "Invented Person"}


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


def openings():
    return AuditEvent.objects.filter(event=Event.FACET_OPENED)


def data_key(case, member, kind=Facet.IDENTITY):
    wrap = FacetWrap.objects.select_related("facet").get(
        facet__case=case, facet__kind=kind, organisation=member.organisation
    )
    return facets.Opener(member.actor).data_key(wrap)


def opens(key, case, kind=Facet.IDENTITY):
    facet = SealedFacet.objects.get(case=case, kind=kind)
    try:
        return bool(open_payload(bytes(facet.sealed), key=key, binding=facets.binding(facet)))
    except CannotOpen:
        return False


def test_the_owner_opens_and_each_opening_leaves_a_row(case, people):
    assert services.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor) == IDENTITY
    services.open_facet(case.pk, Facet.CONTACT, actor=people.officer.actor)

    rows = openings().order_by("seq").values_list("target", "detail", "user_id")
    target = f"casework.Case:{case.pk}"
    # The note was sealed without opening anything before it.
    assert list(rows) == [
        (target, "identity", people.officer.user.pk),
        (target, "contact", people.officer.user.pk),
    ]


def test_nothing_told_stands_in_the_database_in_clear(case):
    looked_at = 0
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            looked_at += 1
            text = repr([bytes(v) if isinstance(v, memoryview) else v for v in row])
            assert "Invented Person" not in text, model
            assert "An invented story" not in text, model
            assert "0555 000 111" not in text, model
    assert looked_at > 20


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_others_do_not_learn_that_the_part_exists(who, case, people):
    with pytest.raises(NotFound):
        services.open_facet(case.pk, Facet.IDENTITY, actor=getattr(people, who).actor)

    assert not openings().exists()


def test_a_co_ordinator_of_the_owner_opens_nothing(case, people):
    member = factories.member(Role.COORDINATOR, at=people.officer.organisation)

    with pytest.raises(NotFound):
        services.open_facet(case.pk, Facet.STORY, actor=member.actor)


def test_a_locked_session_opens_nothing(case, people):
    with pytest.raises(Locked):
        services.open_facet(case.pk, Facet.IDENTITY, actor=factories.locked(people.officer))


def test_a_receiver_opens_only_what_was_agreed_to(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)

    opened = services.open_facet(case.pk, Facet.IDENTITY, actor=people.shelter.actor)

    assert opened == IDENTITY
    with pytest.raises(NotFound):
        services.open_facet(case.pk, Facet.STORY, actor=people.shelter.actor)


def test_consent_before_the_case_is_shared_wraps_nothing(case, people):
    make.agree(case, people.shelter, Scope.IDENTITY, by=people.officer)

    assert not FacetWrap.objects.filter(organisation=people.shelter.organisation).exists()


def test_a_new_version_is_readable_by_those_who_could_read_before(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    old = data_key(case, people.shelter)

    services.write_facet(case.pk, Facet.IDENTITY, {"name": "B"}, actor=people.officer.actor)

    assert services.open_facet(case.pk, Facet.IDENTITY, actor=people.shelter.actor) == {
        "name": "B"
    }
    assert not opens(old, case)


def test_withdrawal_takes_the_key_and_the_old_key_opens_nothing_new(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, Scope.STORY, by=people.officer)
    old = data_key(case, people.shelter)
    assert opens(old, case)

    gone = services.withdraw_consent(
        case.pk,
        frozenset({Scope.IDENTITY}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )

    assert gone == {Scope.IDENTITY}
    assert not opens(old, case)
    left = FacetWrap.objects.filter(organisation=people.shelter.organisation)
    assert [wrap.facet.kind for wrap in left] == [Facet.STORY]
    assert services.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor) == IDENTITY
    assert services.open_facet(case.pk, Facet.STORY, actor=people.shelter.actor)
    assert AuditEvent.objects.filter(event=Event.FACET_REKEYED, detail="identity").count() == 1


def test_when_the_receiver_ends_its_part_the_new_key_waits_for_the_owner(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    old = data_key(case, people.shelter)

    services.end_party(
        case, organisation_id=people.shelter.organisation.pk, actor=people.shelter.actor
    )

    part = SealedFacet.objects.get(case=case, kind=Facet.IDENTITY)
    assert part.is_rekey_due
    assert not part.wraps.filter(organisation=people.shelter.organisation).exists()
    assert opens(old, case)  # the thief of an old backup still could: hence the new key

    assert facets.rekey(case, actor=people.officer.actor) == 1

    part.refresh_from_db()
    assert not part.is_rekey_due
    assert not opens(old, case)


def test_a_wrap_moved_to_another_case_does_not_open(case, people):
    other = make.case(people.officer, identity={"name": "Second Invented"})
    first = FacetWrap.objects.get(facet__case=case, facet__kind=Facet.IDENTITY)
    second = FacetWrap.objects.get(facet__case=other, facet__kind=Facet.IDENTITY)
    second.wrapped = first.wrapped
    second.save(update_fields=["wrapped"])

    with pytest.raises(Forbidden):
        services.open_facet(other.pk, Facet.IDENTITY, actor=people.officer.actor)


def test_a_sealed_part_moved_with_its_wrap_to_another_case_does_not_open(case, people):
    other = make.case(people.officer)
    SealedFacet.objects.filter(case=case, kind=Facet.IDENTITY).update(case=other)

    with pytest.raises(Forbidden):
        services.open_facet(other.pk, Facet.IDENTITY, actor=people.officer.actor)


def test_a_recipient_without_a_key_gets_no_wrap_and_the_case_goes_on(case, people):
    paper = factories.organisation()
    make.agree(case, factories.Member(None, paper, None), Scope.IDENTITY, by=people.officer)

    shared = services.add_party(case, organisation_id=paper.pk, actor=people.officer.actor)

    assert shared == frozenset()
    assert not FacetWrap.objects.filter(organisation=paper).exists()


def test_a_member_whose_key_waits_cannot_open(case, people):
    waiting = factories.member(Role.CASE_WORKER, at=people.officer.organisation, is_approved=False)

    with pytest.raises(Forbidden):
        services.open_facet(case.pk, Facet.IDENTITY, actor=waiting.actor)


def test_without_a_key_a_case_opens_bare_and_refuses_to_seal(db):
    paper = factories.member(Role.ORGANISATION_ADMINISTRATOR, Role.OFFICER, is_approved=False)
    OrganisationKey.objects.filter(organisation=paper.organisation).update(
        retired_at="2026-01-01T00:00:00Z"
    )

    assert make.case(paper).code
    with pytest.raises(DomainError, match="no key yet"):
        make.case(paper, identity=IDENTITY)
