"""What is over is over: confirmed help, taken-back consent, thrown-away drafts, old passwords."""

from datetime import timedelta

import pytest
from django.urls import reverse

from korgoo.access import services as access
from korgoo.access.enums import Event, Facet, Role
from korgoo.access.models import MemberKey, Organisation, OrganisationKeyWrap
from korgoo.casework import selectors as cases
from korgoo.casework import services as casework
from korgoo.casework.enums import ConsentAge, NoteKind, Scope
from korgoo.casework.models import CaseParty, ConsentAct, FacetWrap
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.referral import selectors as referrals
from korgoo.referral import services as referral
from korgoo.referral.enums import ConfirmedHow, Helped, ReferralState
from tests import factories, factories_casework, factories_referral

pytestmark = pytest.mark.django_db
SHARED = (Scope.REFERRAL, Scope.IDENTITY, Scope.STORY)


@pytest.fixture
def people():
    return factories_referral.net()


@pytest.fixture
def told(people):
    return factories_casework.case(people.officer, is_told=True)


def helped(people, case):
    row, _code = factories_referral.sent(people, case=case, scopes=SHARED)
    return factories_referral.onwards(people, row, ReferralState.COMPLETED)


def is_shut(case, somebody):
    with pytest.raises(NotFound):
        casework.open_facet(case.pk, Facet.STORY, actor=somebody.actor)
    wraps = FacetWrap.objects.filter(facet__case=case, organisation=somebody.organisation)
    return not wraps.exists()


def test_confirmed_help_closes_the_case_to_the_receiver(people, told):
    row = helped(people, told)
    assert casework.open_facet(told.pk, Facet.STORY, actor=people.shelter.actor)

    referral.confirm_by_sender(
        row.pk, Helped.YES, how=ConfirmedHow.PHONE, actor=people.officer.actor
    )
    casework.add_note(told.pk, "Later.", kind=NoteKind.NOTE, actor=people.officer.actor)

    assert is_shut(told, people.shelter)
    with pytest.raises(NotFound):
        casework.view_case(told.pk, actor=people.shelter.actor)


def test_consent_taken_back_after_the_report_closes_the_case_and_keeps_the_help(people, told):
    row = helped(people, told)

    casework.withdraw_consent(
        told.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )

    row.refresh_from_db()
    assert row.state == ReferralState.COMPLETED
    assert is_shut(told, people.shelter)
    assert not CaseParty.objects.filter(case=told, until__isnull=True).exists()


@pytest.fixture
def run_out(people, told):
    """A referral accepted under a consent that has run out, before the sweep came by."""
    shelter = factories.Member(user=None, organisation=people.shelter.organisation, actor=None)
    factories_casework.agree(told, shelter, Scope.STORY, by=people.officer, lasts=ConsentAge.MONTH)
    row = referral.draft(
        told.pk, factories_referral.request(shelter.organisation), actor=people.officer.actor
    )
    referral.send(row.pk, actor=people.officer.actor)
    factories_referral.onwards(people, row, ReferralState.ACCEPTED)
    ConsentAct.objects.update(expires_at=clock.now() - timedelta(days=1))
    return row, shelter


def test_what_is_written_after_consent_ran_out_is_not_for_the_receiver(people, told, run_out):
    casework.add_note(told.pk, "Later.", kind=NoteKind.NOTE, actor=people.officer.actor)

    assert is_shut(told, people.shelter)


def test_a_refusal_after_consent_ran_out_withdraws_the_referral(people, told, run_out):
    row, shelter = run_out

    factories_casework.agree(told, shelter, by=people.officer)

    row.refresh_from_db()
    assert row.state == ReferralState.WITHDRAWN
    assert is_shut(told, people.shelter)


def test_taking_back_what_ran_out_closes_it_all_the_same(people, told, run_out):
    row, shelter = run_out

    casework.withdraw_consent(
        told.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=shelter.organisation.pk,
        actor=people.officer.actor,
    )

    row.refresh_from_db()
    assert row.state == ReferralState.WITHDRAWN


def test_a_draft_thrown_away_is_seen_by_nobody_else(people, told, client):
    factories_referral.sent(people, case=told)
    thrown = factories_referral.draft(people, case=told, kind="legal", cautions=("insider",))
    referral.withdraw(thrown.pk, actor=people.officer.actor)

    for somebody in (people.shelter, people.coordinator):
        seen = referrals.list_of_case(told.pk, actor=somebody.actor)
        assert thrown.pk not in {row.pk for row in seen}
        steps = cases.list_timeline(told, actor=somebody.actor)
        assert Event.REFERRAL_DRAFTED not in {step.event for step in steps}
        factories.sign_in(client, somebody)
        answer = client.get(reverse("referral:referral", args=[thrown.pk]))
        assert answer.status_code == 404


def test_the_letter_for_an_organisation_on_paper_has_no_code_of_the_person(people, told, client):
    row = factories_referral.draft(people, case=told, to=people.paper)
    factories.sign_in(client, people.officer)
    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("korgoo.referral.letters.render", lambda x: printed.append(x) or b"%PDF-")
        form = {"submission_key": "7b1c0c7e-30b4-4f55-9d4e-0c7a4f6c1a11"}
        assert client.post(reverse("referral:send", args=[row.pk]), form).status_code == 302
        assert client.get(reverse("referral:letter", args=[row.pk])).status_code == 200
    assert [letter.code for letter in printed] == [""]


def test_a_reset_password_leaves_nothing_of_the_old_way_in():
    somebody = factories.member()
    factories.member(at=somebody.organisation)

    code = access.issue_code(somebody.user, organisation=somebody.organisation, actor=None)
    access.enrol(code, password="a wholly other pass phrase")

    retired = MemberKey.objects.get(user=somebody.user, retired_at__isnull=False)
    assert retired.locked_private == ""
    assert not OrganisationKeyWrap.objects.filter(member_key__user=somebody.user).exists()


def test_a_demo_account_is_nobody_outside_the_demonstration(client, settings):
    somebody = factories.member(Role.COORDINATOR)
    somebody.user.is_demo = True
    somebody.user.save()
    factories.sign_in(client, somebody)

    assert client.get("/home/").status_code == 403

    settings.DEMO = True
    assert client.get("/home/").status_code == 200


def test_an_organisation_that_is_over_lets_nobody_in(client):
    somebody = factories.member()
    Organisation.objects.filter(pk=somebody.organisation.pk).update(valid_to="2021-01-01")
    factories.sign_in(client, somebody)

    assert client.get("/home/").status_code == 403


def test_nobody_gives_a_role_to_themselves():
    admin = factories.member(Role.ORGANISATION_ADMINISTRATOR)

    with pytest.raises(DomainError):
        access.add_member(
            admin.user.email,
            name="",
            role=Role.COORDINATOR,
            organisation=admin.organisation,
            actor=admin.actor,
        )
