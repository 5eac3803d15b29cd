"""Who may open the organisation's key: approval by a second person, paper, passwords."""

import pytest

from korgoo.access import keyring, services
from korgoo.access.models import KeyRequest, MemberKey, OrganisationKey
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from korgoo.lib.sealing import CannotOpen, new_private_key, to_printed
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(holder):
    """A colleague whose key waits for approval."""
    return factories.member(at=holder.organisation, name="Chynara Second", is_approved=False)


def request_of(somebody):
    return KeyRequest.objects.get(member_key_id=somebody.actor.member_key_id, decided_at=None)


def opens(somebody):
    key = OrganisationKey.objects.get(organisation=somebody.organisation)
    return keyring.organisation_private(somebody.actor, key.pk).public == bytes(key.public)


def forget_password(somebody, *, issued_by=None):
    code = services.issue_code(somebody.user, organisation=somebody.organisation, actor=issued_by)
    services.enrol(code, password="eleven quiet marmots")
    return factories.actor(somebody.user, "eleven quiet marmots")


def test_a_waiting_member_opens_nothing(waiting):
    with pytest.raises(Forbidden, match="approval"):
        opens(waiting)


def test_a_colleague_approves(holder, waiting):
    services.approve_key(request_of(waiting).pk, actor=holder.actor)
    assert opens(waiting)


def test_a_refused_key_opens_nothing(holder, waiting):
    services.refuse_key(request_of(waiting).pk, actor=holder.actor)
    with pytest.raises(Forbidden):
        opens(waiting)
    assert not KeyRequest.objects.filter(decided_at=None).exists()


def test_nobody_approves_their_own_key(waiting):
    with pytest.raises(NotFound):
        services.approve_key(request_of(waiting).pk, actor=waiting.actor)


def test_who_waits_approves_nobody(holder, waiting):
    third = factories.member(at=holder.organisation, is_approved=False)
    with pytest.raises(Forbidden):
        services.approve_key(request_of(third).pk, actor=waiting.actor)


def test_who_handed_out_the_code_does_not_approve(holder):
    user = factories.add("case_worker", at=holder.organisation)
    code = services.issue_code(user, organisation=holder.organisation, actor=holder.actor)
    services.enrol(code, password=factories.PASSWORD)
    asked = KeyRequest.objects.get(member_key__user=user)
    with pytest.raises(Forbidden, match="handed out"):
        services.approve_key(asked.pk, actor=holder.actor)


def test_another_organisation_finds_no_request(waiting):
    stranger = factories.member()
    for act in (services.approve_key, services.refuse_key):
        with pytest.raises(NotFound):
            act(request_of(waiting).pk, actor=stranger.actor)


def test_a_locked_key_holder_approves_nobody(holder, waiting):
    with pytest.raises(Locked):
        services.approve_key(request_of(waiting).pk, actor=factories.locked(holder))


def test_a_request_is_decided_once(holder, waiting):
    asked = request_of(waiting)
    services.refuse_key(asked.pk, actor=holder.actor)
    with pytest.raises(NotFound):
        services.approve_key(asked.pk, actor=holder.actor)


def test_a_forgotten_password_loses_nothing(holder, waiting):
    services.approve_key(request_of(waiting).pk, actor=holder.actor)
    organisation_key = OrganisationKey.objects.get()
    again = forget_password(waiting)
    with pytest.raises(Forbidden):
        keyring.organisation_private(again, organisation_key.pk)
    asked = KeyRequest.objects.get(member_key_id=again.member_key_id)
    services.approve_key(asked.pk, actor=holder.actor)
    private = keyring.organisation_private(again, organisation_key.pk)
    assert private.public == bytes(organisation_key.public)


def test_the_old_key_is_dead_after_a_forgotten_password(holder):
    forget_password(holder)
    assert services.open_member_key(holder.user, factories.PASSWORD) is None
    renewed = factories.actor(holder.user, "eleven quiet marmots")
    stale = type(renewed)(
        renewed.user_id,
        renewed.organisation_id,
        renewed.roles,
        renewed.mandates,
        renewed.member_key_id,
        holder.key,
    )
    with pytest.raises((Forbidden, CannotOpen)):
        keyring.organisation_private(stale, OrganisationKey.objects.get().pk)


def test_the_printed_key_opens_when_no_colleague_is_left(holder):
    alone = forget_password(holder)
    services.recover_with_printed_key(holder.printed_key.lower(), actor=alone)
    key = OrganisationKey.objects.get()
    assert keyring.organisation_private(alone, key.pk).public == bytes(key.public)


def test_the_printed_key_is_not_for_those_who_do_not_wait(holder):
    with pytest.raises(Forbidden, match="does not wait"):
        services.recover_with_printed_key(holder.printed_key, actor=holder.actor)


def test_a_wrong_or_foreign_printed_key_opens_nothing(holder):
    alone = forget_password(holder)
    stranger = factories.member()
    for typed in ("", "ABCD", to_printed(new_private_key()), stranger.printed_key):
        with pytest.raises(DomainError, match="printed key"):
            services.recover_with_printed_key(typed, actor=alone)
    assert not keyring.holds_key(alone)


def test_a_renewed_paper_replaces_the_old_one(holder):
    paper = services.renew_printed_key(actor=holder.actor)
    alone = forget_password(holder)
    with pytest.raises(DomainError):
        services.recover_with_printed_key(holder.printed_key, actor=alone)
    services.recover_with_printed_key(paper, actor=alone)
    assert keyring.holds_key(alone)


def test_who_holds_no_key_prints_none(waiting):
    with pytest.raises(Forbidden):
        services.renew_printed_key(actor=waiting.actor)


def test_a_changed_password_loses_nothing(holder):
    new = "a new and longer pass phrase"
    services.change_password(holder.user, old=factories.PASSWORD, new=new, actor=holder.actor)
    assert services.open_member_key(holder.user, factories.PASSWORD) is None
    assert services.open_member_key(holder.user, new) == holder.key
    assert opens(holder)
    assert MemberKey.objects.filter(user=holder.user).count() == 1


def test_a_wrong_old_password_changes_nothing(holder):
    with pytest.raises(DomainError, match="Nothing was changed"):
        services.change_password(holder.user, old="wrong", new="x" * 20, actor=holder.actor)
    assert services.open_member_key(holder.user, factories.PASSWORD) == holder.key


def test_no_organisation_opens_the_key_of_another(holder):
    stranger = factories.member()
    key = OrganisationKey.objects.get(organisation=holder.organisation)
    with pytest.raises(Forbidden):
        keyring.organisation_private(stranger.actor, key.pk)
