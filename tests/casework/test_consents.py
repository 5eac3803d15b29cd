"""Consent: per organisation and per scope, the newest talk counts, a refusal is an answer."""

import pytest

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework import selectors, services
from korgoo.casework.enums import AgeBand, ConsentAge, Scope
from korgoo.casework.models import ConsentAct, FacetWrap
from korgoo.casework.services import ConsentTalk
from korgoo.casework.services.consents import close_expired_consents
from korgoo.casework.signals import consent_to_refer_ended
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


def in_force(case, member):
    return selectors.scopes_in_force(case, recipient_id=member.organisation.pk)


def test_each_scope_is_agreed_to_by_itself_and_for_one_organisation(case, people):
    make.agree(case, people.shelter, Scope.CONTACT, by=people.officer)

    assert in_force(case, people.shelter) == {Scope.REFERRAL, Scope.CONTACT}
    assert in_force(case, people.stranger) == frozenset()
    act = ConsentAct.objects.get()
    assert act.scopes.filter(is_given=False).count() == 5


def test_a_refusal_is_recorded_and_opens_nothing(case, people):
    make.agree(case, people.shelter, by=people.officer)

    assert in_force(case, people.shelter) == frozenset()
    assert ConsentAct.objects.get().scopes.filter(is_given=False).count() == 7
    assert AuditEvent.objects.filter(event=Event.CONSENT_RECORDED).count() == 1


def test_the_newest_talk_counts_and_closes_what_it_does_not_give(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, Scope.STORY, by=people.officer)
    make.agree(case, people.shelter, Scope.STORY, by=people.officer)

    assert in_force(case, people.shelter) == {Scope.REFERRAL, Scope.STORY}
    with pytest.raises(NotFound):
        services.open_facet(case.pk, Facet.IDENTITY, actor=people.shelter.actor)
    assert not FacetWrap.objects.filter(
        organisation=people.shelter.organisation, facet__kind=Facet.IDENTITY
    ).exists()


def test_a_later_talk_opens_more_at_once_for_a_party(case, people):
    make.share(case, people.shelter, Scope.REFERRAL, by=people.officer)
    make.agree(case, people.shelter, Scope.CONTACT, by=people.officer)

    assert services.open_facet(case.pk, Facet.CONTACT, actor=people.shelter.actor)


def test_expiry_closes_reading_from_that_minute_and_the_sweep_takes_the_key(case, people, clock):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer, lasts=ConsentAge.MONTH)
    clock.forward(days=30, minutes=-1)
    assert services.open_facet(case.pk, Facet.IDENTITY, actor=people.shelter.actor)

    clock.forward(minutes=1)

    with pytest.raises(NotFound):
        services.open_facet(case.pk, Facet.IDENTITY, actor=people.shelter.actor)
    assert close_expired_consents() == 1
    assert not FacetWrap.objects.filter(organisation=people.shelter.organisation).exists()
    assert close_expired_consents() == 0


def test_taking_back_the_referral_takes_back_everything_and_tells_above(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    told = []

    def listen(**sent):
        told.append((sent["case_id"], sent["recipient_id"]))

    consent_to_refer_ended.connect(listen)
    try:
        gone = services.withdraw_consent(
            case.pk,
            frozenset({Scope.REFERRAL}),
            recipient_id=people.shelter.organisation.pk,
            actor=people.officer.actor,
        )
    finally:
        consent_to_refer_ended.disconnect(listen)

    assert gone == {Scope.REFERRAL, Scope.IDENTITY}
    assert told == [(case.pk, people.shelter.organisation.pk)]
    assert in_force(case, people.shelter) == frozenset()


def test_taking_back_twice_changes_nothing_and_leaves_one_trace(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    taken = [
        services.withdraw_consent(
            case.pk,
            frozenset({Scope.IDENTITY}),
            recipient_id=people.shelter.organisation.pk,
            actor=people.officer.actor,
        )
        for _twice in range(2)
    ]

    assert taken == [{Scope.IDENTITY}, frozenset()]
    assert AuditEvent.objects.filter(event=Event.CONSENT_WITHDRAWN).count() == 1


def test_parts_without_the_referral_are_refused(case, people):
    talk = ConsentTalk(people.shelter.organisation.pk, frozenset({Scope.STORY}), "ky", "witness")

    with pytest.raises(DomainError, match="Without the referral"):
        services.record_consent(case.pk, talk, actor=people.officer.actor)
    assert not ConsentAct.objects.exists()


def test_a_child_needs_the_guardians_answer(people):
    child = make.case(people.officer, coded={"age_band": AgeBand.CHILD})

    with pytest.raises(Forbidden):
        make.agree(child, people.shelter, Scope.CONTACT, by=people.officer)
    assert make.agree(
        child, people.shelter, Scope.CONTACT, by=people.officer, guardian_agreed=False
    )


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_only_the_owner_records_and_takes_back(who, case, people):
    member = getattr(people, who)
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)

    with pytest.raises(NotFound):
        make.agree(case, people.stranger, Scope.STORY, by=member)
    with pytest.raises(NotFound):
        services.withdraw_consent(
            case.pk,
            frozenset(make.FOUR_SCOPES),
            recipient_id=people.shelter.organisation.pk,
            actor=member.actor,
        )


def test_consents_in_force_are_one_query_for_all(case, people, django_assert_num_queries):
    make.agree(case, people.shelter, Scope.IDENTITY, by=people.officer)
    make.agree(case, people.stranger, Scope.CONTACT, by=people.officer)

    with django_assert_num_queries(1):
        found = selectors.consents_in_force(case)

    assert found == {
        people.shelter.organisation.pk: {Scope.REFERRAL, Scope.IDENTITY},
        people.stranger.organisation.pk: {Scope.REFERRAL, Scope.CONTACT},
    }
