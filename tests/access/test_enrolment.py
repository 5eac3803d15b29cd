"""Accounts, codes and who works where."""

from datetime import timedelta

import pytest

from korgoo.access import keyring, selectors, services
from korgoo.access.enums import Event, Role
from korgoo.access.models import (
    AuditEvent,
    EnrolmentCode,
    KeyRequest,
    MemberKey,
    Membership,
    OrganisationKey,
    OrganisationKeyWrap,
)
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lib.sealing import from_printed
from tests import factories

pytestmark = pytest.mark.django_db


def newcomer(organisation, role=Role.CASE_WORKER):
    return factories.add(role, at=organisation, name="Nurbek New")


def code_for(user, organisation, **choice):
    return services.issue_code(user, organisation=organisation, actor=None, **choice)


def test_the_first_key_holder_makes_the_key_and_gets_it_on_paper(organisation):
    user = newcomer(organisation)
    enrolled = services.enrol(code_for(user, organisation), password=factories.PASSWORD)
    key = OrganisationKey.objects.get(organisation=organisation)
    assert from_printed(enrolled.printed_key).public == bytes(key.recovery_public)
    private = keyring.organisation_private(factories.actor(user), key.pk)
    assert private.public == bytes(key.public)


def test_the_next_key_holder_gets_no_paper_and_waits(holder):
    user = newcomer(holder.organisation)
    enrolled = services.enrol(code_for(user, holder.organisation), password=factories.PASSWORD)
    assert enrolled.printed_key == ""
    assert enrolled.waits_for_approval
    assert not keyring.holds_key(factories.actor(user))


def test_an_administrator_gets_no_key_of_the_organisation(holder):
    somebody = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=holder.organisation)
    assert not keyring.holds_key(somebody.actor)
    assert not KeyRequest.objects.exists()


def test_an_administrator_who_becomes_a_case_worker_asks_for_the_key(holder, administrator):
    other = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=holder.organisation)
    services.add_member(
        administrator.user.email,
        name="",
        role=Role.CASE_WORKER,
        organisation=holder.organisation,
        actor=other.actor,
    )
    asked = KeyRequest.objects.get()
    assert asked.member_key_id == administrator.actor.member_key_id
    assert asked.issued_by_id == other.user.pk


def test_a_colleague_who_had_a_key_before_the_organisation_had_asks_for_it(organisation):
    early = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=organisation)
    services.add_member(
        early.user.email, name="", role=Role.OFFICER, organisation=organisation, actor=None
    )
    assert not KeyRequest.objects.exists()
    factories.member(Role.CASE_WORKER, at=organisation)
    assert KeyRequest.objects.get().member_key_id == early.actor.member_key_id


def test_a_code_works_once(organisation):
    code = code_for(newcomer(organisation), organisation)
    services.enrol(code, password=factories.PASSWORD)
    with pytest.raises(NotFound):
        services.enrol(code, password=factories.PASSWORD)


def test_a_code_is_read_as_people_type_it(organisation):
    code = code_for(newcomer(organisation), organisation)
    services.enrol(f" {code.upper().replace(' ', '-')} ", password=factories.PASSWORD)


def test_a_code_lives_three_days(clock, organisation):
    user = newcomer(organisation)
    code = code_for(user, organisation)
    clock.forward(days=3)
    with pytest.raises(NotFound):
        services.enrol(code, password=factories.PASSWORD)


def test_a_new_code_ends_the_old_one(organisation):
    user = newcomer(organisation)
    old = code_for(user, organisation)
    code_for(user, organisation)
    with pytest.raises(NotFound):
        services.enrol(old, password=factories.PASSWORD)


def test_the_database_holds_no_code(organisation):
    code = code_for(newcomer(organisation), organisation)
    row = EnrolmentCode.objects.get()
    assert code.replace(" ", "") not in str(vars(row))


def test_a_wrong_code_changes_nothing(holder):
    with pytest.raises(NotFound):
        services.enrol("0000 0000 0000 0000 0000", password="another password")
    assert services.open_member_key(holder.user, factories.PASSWORD)


def test_a_lost_phone_takes_the_second_factor_away(holder):
    assert holder.user.authenticator_set.exists()
    code = code_for(holder.user, holder.organisation, phone_is_lost=True)
    services.enrol(code, password=factories.PASSWORD)
    assert not holder.user.authenticator_set.exists()


def test_a_forgotten_password_leaves_the_second_factor(holder):
    services.enrol(code_for(holder.user, holder.organisation), password=factories.PASSWORD)
    assert holder.user.authenticator_set.count() == 2


def test_a_person_works_for_one_organisation_at_a_time(holder):
    with pytest.raises(DomainError, match="another organisation"):
        services.add_member(
            holder.user.email.upper(),
            name="",
            role=Role.OFFICER,
            organisation=factories.organisation(),
            actor=None,
        )


def test_a_role_is_given_once(holder):
    with pytest.raises(DomainError, match="already"):
        services.add_member(
            holder.user.email,
            name="",
            role=Role.CASE_WORKER,
            organisation=holder.organisation,
            actor=None,
        )


def end(somebody, administrator, clock):
    row = Membership.objects.get(user=somebody.user, valid_to=None)
    yesterday = clock.now.date() - timedelta(days=1)
    return services.end_membership(row.pk, last_day=yesterday, actor=administrator.actor)


@pytest.mark.parametrize("days", [0, 1, 400])
def test_the_end_of_a_role_shuts_the_door_at_once(clock, holder, administrator, days):
    clock.forward(days=days)
    end(holder, administrator, clock)
    assert selectors.actor_for(holder.user, holder.key) is None


def test_the_end_of_a_role_takes_the_keys(clock, holder, administrator):
    clock.forward(days=3)
    end(holder, administrator, clock)
    assert not OrganisationKeyWrap.objects.exists()
    with pytest.raises(DomainError):
        keyring.organisation_private(holder.actor, OrganisationKey.objects.get().pk)


def test_a_member_who_stays_in_another_key_holding_role_keeps_the_key(clock, administrator):
    somebody = factories.member(Role.CASE_WORKER, Role.OFFICER, at=administrator.organisation)
    row = Membership.objects.get(user=somebody.user, role=Role.OFFICER)
    services.end_membership(row.pk, last_day=clock.now.date(), actor=administrator.actor)
    assert keyring.holds_key(somebody.actor)


def test_a_request_of_somebody_who_left_cannot_be_approved(clock, holder, administrator):
    waiting = factories.member(at=holder.organisation, is_approved=False)
    asked = KeyRequest.objects.get(decided_at=None)
    clock.forward(days=1)
    end(waiting, administrator, clock)
    with pytest.raises(NotFound):
        services.approve_key(asked.pk, actor=holder.actor)


def test_a_code_of_somebody_who_left_is_worthless(clock, holder, administrator):
    code = code_for(holder.user, holder.organisation)
    clock.forward(days=1)
    end(holder, administrator, clock)
    with pytest.raises(NotFound):
        services.enrol(code, password="another password")


def test_the_old_administrator_has_no_power_over_who_moved_on(clock, holder, administrator):
    clock.forward(days=1)
    end(holder, administrator, clock)
    elsewhere = factories.organisation()
    services.add_member(
        holder.user.email, name="", role=Role.OFFICER, organisation=elsewhere, actor=None
    )
    with pytest.raises(NotFound):
        services.issue_code(
            holder.user, organisation=holder.organisation, actor=administrator.actor
        )


def test_an_administrator_ends_no_role_elsewhere(clock, holder):
    stranger = factories.member(Role.ORGANISATION_ADMINISTRATOR)
    row = Membership.objects.get(user=holder.user)
    with pytest.raises(NotFound):
        services.end_membership(row.pk, last_day=clock.now.date(), actor=stranger.actor)


def test_each_deed_leaves_its_trace(clock, holder, administrator):
    end(holder, administrator, clock)
    recorded = set(AuditEvent.objects.values_list("event", flat=True))
    assert recorded >= {
        Event.ORGANISATION_ADDED,
        Event.MEMBER_ADDED,
        Event.CODE_ISSUED,
        Event.CODE_USED,
        Event.KEY_CREATED,
        Event.MEMBER_LEFT,
    }


def test_a_new_key_retires_the_old_one(holder):
    services.enrol(code_for(holder.user, holder.organisation), password=factories.PASSWORD)
    retired, current = MemberKey.objects.filter(user=holder.user).order_by("pk")
    assert retired.retired_at is not None
    assert current.retired_at is None
