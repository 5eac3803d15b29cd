"""Partners and packages: two members compare a key; what goes is what the person agreed to."""

import json
from datetime import date, timedelta

import pytest

from korgoo.access import api as access
from korgoo.access.enums import Event, Facet, Mandate
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import ConsentAge, Scope
from korgoo.lib import clock as time
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lib.sealing import new_private_key
from korgoo.safe_return import api, envelopes, selectors, services
from korgoo.safe_return.enums import PartnerAnswer, PlanState
from korgoo.safe_return.envelopes import BadFile
from korgoo.safe_return.models import Package, PackageAnswer, PlanMove
from tests import factories_casework as cases
from tests import factories_return as make
from tests.members import at_once

pytestmark = pytest.mark.django_db
WORDS = ("Invented Person", "0555 000 111", "An invented story.")


def inside(row, abroad):
    return envelopes.open_package(bytes(row.sealed), abroad.private)


def withdraw(team, found, abroad, *scopes):
    return casework.withdraw_consent(
        found.pk,
        frozenset(scopes),
        recipient_id=abroad.partner.organisation_id,
        actor=team.worker.actor,
    )


# Keys


def test_a_key_counts_when_two_members_heard_the_same_fingerprint(team):
    abroad = make.partner(team, is_checked=False)
    worker, colleague, words = team.worker.actor, team.colleague.actor, abroad.private.fingerprint
    assert selectors.usable_keys(actor=worker) == []
    with pytest.raises(Forbidden, match="colleague"):
        services.check_key(abroad.key.pk, heard=words, actor=worker)
    with pytest.raises(DomainError, match="not the fingerprint"):
        services.check_key(abroad.key.pk, heard="0000", actor=colleague)
    services.check_key(abroad.key.pk, heard=words.upper(), actor=colleague)
    assert selectors.usable_keys(actor=worker) == [abroad.key]
    with pytest.raises(Forbidden):
        services.check_key(abroad.key.pk, heard=words, actor=colleague)


def test_a_key_whose_fingerprint_differs_is_not_kept(team):
    abroad = make.partner(team)
    other = new_private_key()
    with pytest.raises(DomainError, match="somebody may have changed it"):
        services.add_key(
            abroad.partner.pk,
            other.public,
            heard=abroad.private.fingerprint,
            valid_from=time.today(),
            actor=team.worker.actor,
        )


def test_each_organisation_trusts_only_what_its_own_members_compared(team):
    abroad = make.partner(team)
    assert selectors.usable_keys(actor=team.stranger.actor) == []
    with pytest.raises(NotFound):
        services.retire_key(abroad.key.pk, actor=team.stranger.actor)


@pytest.mark.parametrize("end", ["retired", "out of time"])
def test_a_key_that_is_over_seals_nothing(end, team):
    abroad, found = make.partner(team), make.case(team)
    if end == "retired":
        services.retire_key(abroad.key.pk, actor=team.worker.actor)
    else:
        type(abroad.key).objects.update(valid_to=time.today() - timedelta(days=1))
    with pytest.raises(NotFound):
        make.package(team, found, abroad)


def test_a_partner_that_is_not_connected_is_not_offered_for_ordinary_referrals(team):
    abroad = make.partner(team, mandates=("serve", "consular"))
    with pytest.raises(DomainError, match="already"):
        make.partner(team)
    offered = access.offer(Mandate.SERVE, actor=team.worker.actor)
    assert abroad.partner.organisation_id not in {card.id for card in offered}


# What goes


def test_a_package_holds_what_the_person_agreed_to_and_nothing_else(team):
    found, abroad = make.case(team), make.partner(team)
    make.started(team, found=found)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    content = inside(row, abroad)
    assert content.parts == {"identity": {"name": "Invented Person"}}
    assert content.manifest.allowed == ("identity", "referral")
    assert content.journey["country"] == "KG"
    text = content.model_dump_json()
    assert "An invented story." not in text
    assert "0555" not in text
    assert found.code not in text
    assert f'"by":{team.worker.user.pk}' not in text
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED, detail="identity").exists()


def test_no_row_holds_a_word_of_it_in_clear(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    stored = json.dumps(list(Package.objects.values()), default=repr)
    assert not [word for word in (*WORDS, "000 111, by day") if word in stored]
    assert not [word for word in WORDS if word.encode() in bytes(row.sealed)]


@pytest.mark.parametrize("scopes", [(), (Scope.IDENTITY,)])
def test_without_a_yes_nothing_is_sealed(scopes, team):
    found, abroad = make.case(team), make.partner(team)
    with pytest.raises(DomainError, match="not agreed"):
        make.package(team, found, abroad, Facet.STORY, scopes=scopes)
    assert not Package.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "shelter", "coordinator", "police"])
def test_only_the_owner_makes_and_takes_out(who, team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    make.share(found, team.shelter, Scope.IDENTITY, by=team.worker)
    make.share(found, team.police, Scope.IDENTITY, by=team.worker)
    actor = getattr(team, who).actor
    with pytest.raises(NotFound):
        services.fetch_package(row.pk, actor=actor)
    goes = services.WhatGoes(frozenset(), "x")
    with pytest.raises(NotFound):
        services.make_package(found.pk, abroad.key.pk, goes, actor=actor)


# Until the person takes it back


def test_it_can_be_taken_out_again_and_each_time_is_written_down(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    for _time in range(2):
        fetched = services.fetch_package(row.pk, actor=team.colleague.actor)
        assert bytes(fetched.sealed) == bytes(row.sealed)
    assert AuditEvent.objects.filter(event=Event.RETURN_PACKAGE_FETCHED).count() == 2


@pytest.mark.parametrize("scope", [Scope.REFERRAL, Scope.IDENTITY])
def test_a_yes_taken_back_destroys_the_file_and_the_partner_must_be_told(scope, team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    withdraw(team, found, abroad, scope)
    row.refresh_from_db()
    assert bytes(row.sealed) == b""
    assert list(Package.objects.to_tell()) == [row]
    with pytest.raises(DomainError, match="any more"):
        services.fetch_package(row.pk, actor=team.worker.actor)
    services.note_told(row.pk, "phone", actor=team.worker.actor)
    with pytest.raises(DomainError):
        services.note_told(row.pk, "phone", actor=team.worker.actor)
    assert not Package.objects.to_tell().exists()


def test_what_is_taken_back_and_was_not_in_it_leaves_it_alone(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    withdraw(team, found, abroad, Scope.CONTACT)
    assert services.fetch_package(row.pk, actor=team.worker.actor).pk == row.pk


def test_a_yes_that_ran_out_refuses_at_once_and_the_sweep_marks_it_once(team, clock):
    found, abroad = make.case(team), make.partner(team)
    cases.agree(found, abroad.member, Scope.IDENTITY, by=team.worker, lasts=ConsentAge.MONTH)
    goes = services.WhatGoes(frozenset({Facet.IDENTITY}), "000 111")
    row = services.make_package(found.pk, abroad.key.pk, goes, actor=team.worker.actor)
    assert inside(row, abroad).manifest.until == row.expires_at
    clock.forward(days=31)
    with pytest.raises(DomainError):
        services.fetch_package(row.pk, actor=team.worker.actor)
    assert [api.close_what_ended(), api.close_what_ended()] == [1, 0]


# Answers


def test_an_answer_is_taken_in_once(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    data = make.answer(row, abroad, "accepted")
    services.take_answer(row.pk, data, actor=team.colleague.actor)
    with pytest.raises(DomainError, match="already"):
        services.take_answer(row.pk, data, actor=team.worker.actor)
    assert PackageAnswer.objects.get().answer == "accepted"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"token": "0" * 64}, "token"),
        ({"number": "482915373"}, "number"),
        ({"at": date(2030, 1, 1).isoformat() + "T00:00:00Z"}, "at"),
    ],
)
def test_an_answer_that_does_not_fit_takes_nothing(changed, field, team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    with pytest.raises(BadFile) as caught:
        services.take_answer(row.pk, make.answer(row, abroad, **changed), actor=team.worker.actor)
    assert field in caught.value.fields
    assert not PackageAnswer.objects.exists()


def test_the_answers_of_who_meets_the_person_move_the_return(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    plan = make.onwards(team, make.prepared(team, meets=abroad.member, found=found), "under_way")
    services.take_answer(row.pk, make.answer(row, abroad, "met"), actor=team.worker.actor)
    services.write_answer(row.pk, PartnerAnswer.FIRST_NIGHT, actor=team.worker.actor)
    plan.refresh_from_db()
    assert plan.state == PlanState.FIRST_NIGHT
    assert [m.how for m in PlanMove.objects.filter(plan=plan)[:2]] == ["phone", "file"]


def test_a_partner_that_meets_nobody_moves_nothing(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    plan = make.onwards(team, make.prepared(team, found=found), "under_way")
    services.take_answer(row.pk, make.answer(row, abroad, "met"), actor=team.worker.actor)
    plan.refresh_from_db()
    assert plan.state == PlanState.UNDER_WAY


@pytest.mark.django_db(transaction=True)
def test_the_same_answer_brought_twice_at_once_counts_once(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    data = make.answer(row, abroad)
    outcomes = at_once(
        lambda: services.take_answer(row.pk, data, actor=team.worker.actor),
        lambda: services.take_answer(row.pk, data, actor=team.colleague.actor),
    )
    assert sum(isinstance(one, DomainError) for one in outcomes) == 1
    assert PackageAnswer.objects.count() == 1
