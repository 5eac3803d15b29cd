"""By what a part is open: never without ownership, a live consent, an exception or an emergency."""

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api, facets, grants, oversight, selectors, services
from korgoo.casework.enums import AgeBand, ConsentAge, Scope
from korgoo.casework.grounds import (
    Audience,
    Capacity,
    ConflictGround,
    Decider,
    GlassReason,
    NoticeKind,
    Purpose,
    ShareGround,
)
from korgoo.casework.models import (
    CaseNotice,
    ConsentAct,
    ConsentScope,
    FacetWrap,
    SealedAttachment,
    SealedFacet,
    SharingAct,
)
from korgoo.casework.services import ConsentTalk, Emergency, SharingWish
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lib.media import Media
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
F = Facet


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


@pytest.fixture
def colleague(people):
    return factories.member(Role.OFFICER, at=people.officer.organisation, name="Officer Five")


@pytest.fixture
def head(people):
    return factories.member(Role.HEAD, at=people.officer.organisation, name="Head Six")


def opens(case, kind, member):
    try:
        return bool(services.open_facet(case.pk, kind, actor=member.actor))
    except NotFound:
        return False


def talk(case, recipient, purpose, *scopes, by, **more):
    gate = Scope.STATISTICS if purpose is Purpose.RESEARCH else Scope.REFERRAL
    given = frozenset({gate, *scopes}) if scopes is not None else frozenset()
    said = ConsentTalk(recipient.organisation.pk, given, "ky", "witness", purpose=purpose, **more)
    return services.record_consent(case.pk, said, actor=by.actor)


def told(member, kind, audience=Audience.EVERYBODY):
    rows = CaseNotice.objects.filter(organisation=member.organisation, kind=kind)
    return rows.filter(audience=audience).count()


# Purposes


def test_a_part_stays_open_while_any_purpose_grants_it(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    talk(case, people.shelter, Purpose.RETURN, Scope.IDENTITY, by=people.officer)

    make.agree(case, people.shelter, Scope.STORY, by=people.officer, purpose=Purpose.HELP)
    assert opens(case, F.IDENTITY, people.shelter)
    services.withdraw_consent(
        case.pk,
        frozenset(Scope),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
        purpose=Purpose.RETURN,
    )

    assert not opens(case, F.IDENTITY, people.shelter)
    assert opens(case, F.STORY, people.shelter)


def test_what_was_not_asked_is_no_refusal_and_opens_nothing(case, people):
    make.share(
        case,
        people.shelter,
        Scope.CONTACT,
        by=people.officer,
        asked=frozenset({Scope.REFERRAL, Scope.CONTACT, Scope.STORY}),
    )

    rows = dict(ConsentScope.objects.values_list("scope", "is_given"))
    assert rows == {"referral": True, "contact": True, "story": False}
    assert not opens(case, F.IDENTITY, people.shelter)


def test_the_reader_sees_for_which_purpose_and_until_when(case, people):
    make.share(case, people.shelter, Scope.STORY, by=people.officer, lasts=ConsentAge.MONTH)

    reason = grants.reasons(case, actor=people.shelter.actor)[F.STORY]

    act = ConsentAct.objects.get()
    assert reason == grants.Reason("consent", "help", act.recorded_at, act.expires_at)
    assert grants.reasons(case, actor=people.officer.actor)[F.STORY].basis == "owner"


def test_research_shares_no_part_and_asks_nobody_for_help(case, people):
    talk(case, people.coordinator, Purpose.RESEARCH, by=people.officer)
    house = people.coordinator.organisation.pk

    assert api.allows_research(case.pk, recipient_id=house)
    assert api.scopes_in_force(case.pk, recipient_id=house) == frozenset()
    with pytest.raises(DomainError, match="may not read that part"):
        talk(case, people.coordinator, Purpose.RESEARCH, Scope.STORY, by=people.officer)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_no_purpose_opens_what_is_told_to_a_psychologist(purpose, case, people):
    with pytest.raises(DomainError, match="may not read that part"):
        talk(case, people.shelter, purpose, Scope.THERAPY, by=people.officer)


def test_who_cannot_decide_has_somebody_who_did(case, people):
    with pytest.raises(Forbidden, match="who decided"):
        make.agree(case, people.shelter, Scope.STORY, by=people.officer, capacity=Capacity.UNABLE)
    act = make.agree(
        case,
        people.shelter,
        Scope.STORY,
        by=people.officer,
        capacity=Capacity.UNABLE,
        decider=Decider.COURT,
    )
    assert act.decider == Decider.COURT


def test_the_database_refuses_an_unable_person_without_a_decider(case, people):
    act = make.agree(case, people.shelter, Scope.STORY, by=people.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentAct.objects.filter(pk=act.pk).update(capacity=Capacity.UNABLE)


def test_a_proof_is_sealed_for_the_owner_alone(case, people):
    voice = Media("audio/ogg", b"OggS an invented voice")
    act = make.share(case, people.shelter, Scope.STORY, by=people.officer, proof_file=voice)
    act = ConsentAct.objects.get()

    assert b"invented voice" not in bytes(SealedAttachment.objects.get().sealed)
    assert services.open_proof(case.pk, act.pk, actor=people.officer.actor) == voice
    assert AuditEvent.objects.filter(event=Event.ATTACHMENT_OPENED, detail="proof").count() == 1
    for other in (people.shelter, people.stranger, people.coordinator):
        with pytest.raises(NotFound):
            services.open_proof(case.pk, act.pk, actor=other.actor)


def test_what_runs_out_within_days_is_listed_and_what_was_replaced_is_not(case, people, clock):
    make.agree(case, people.shelter, Scope.STORY, by=people.officer, lasts=ConsentAge.MONTH)
    clock.forward(days=20)
    soon = clock.now.replace(month=4, day=5)

    [row] = api.consents_running_out(soon)
    assert (row.case_id, row.worker_id) == (case.pk, people.officer.user.pk)
    assert api.consents_running_out(clock.now) == []
    make.agree(case, people.shelter, Scope.STORY, by=people.officer)
    assert api.consents_running_out(soon) == []


def test_the_person_takes_back_without_any_key_and_the_owner_seals_anew(case, people):
    make.share(case, people.shelter, Scope.STORY, by=people.officer)
    house = people.shelter.organisation.pk

    assert api.withdraw_by_person(case.pk, recipient_id=house)

    assert not opens(case, F.STORY, people.shelter)
    assert SealedFacet.objects.get(case=case, kind=F.STORY).is_rekey_due
    assert told(people.shelter, NoticeKind.TAKEN_BACK) == 1
    assert services.give_new_keys(case.pk, actor=people.officer.actor) == 1
    assert not api.withdraw_by_person(case.pk, recipient_id=house)
    assert api.agreements(case.pk) == []


# Sharing without consent


def wish(recipient, *kinds, ground=ShareGround.LIFE):
    kinds = kinds or (F.CONTACT,)
    return SharingWish(recipient.organisation.pk, ground, frozenset(kinds), "An invented reason.")


def shared(case, people, colleague, *kinds, ground=ShareGround.LIFE):
    asked = wish(people.shelter, *kinds, ground=ground)
    act = services.propose_sharing(case.pk, asked, actor=people.officer.actor)
    return services.confirm_sharing(case.pk, act.pk, actor=colleague.actor)


def test_two_persons_share_without_consent_for_seven_days(case, people, colleague, clock):
    shared(case, people, colleague)

    assert opens(case, F.CONTACT, people.shelter)
    assert not opens(case, F.STORY, people.shelter)
    assert told(people.shelter, NoticeKind.SHARED) == 1
    assert grants.reasons(case, actor=people.shelter.actor)[F.CONTACT].basis == "exception"
    clock.forward(days=7)
    assert not opens(case, F.CONTACT, people.shelter)
    assert api.end_run_out_sharing() == 1
    assert api.end_run_out_sharing() == 0
    assert not FacetWrap.objects.filter(organisation=people.shelter.organisation).exists()
    assert told(people.shelter, NoticeKind.SHARED_ENDED) == 1


def test_one_person_alone_shares_nothing(case, people):
    act = services.propose_sharing(case.pk, wish(people.shelter), actor=people.officer.actor)

    assert not opens(case, F.CONTACT, people.shelter)
    with pytest.raises(Forbidden, match="Another person"):
        services.confirm_sharing(case.pk, act.pk, actor=people.officer.actor)
    with pytest.raises(IntegrityError), transaction.atomic():
        SharingAct.objects.filter(pk=act.pk).update(confirmed_by_id=people.officer.user.pk)


def test_the_second_decision_finds_the_first(case, people, colleague):
    act = services.propose_sharing(case.pk, wish(people.shelter), actor=people.officer.actor)
    services.refuse_sharing(case.pk, act.pk, actor=colleague.actor)

    with pytest.raises(Forbidden, match="decided meanwhile"):
        services.confirm_sharing(case.pk, act.pk, actor=colleague.actor)


def test_an_old_proposal_is_made_anew(case, people, colleague, clock):
    act = services.propose_sharing(case.pk, wish(people.shelter), actor=people.officer.actor)
    clock.forward(days=1)

    with pytest.raises(Forbidden, match="older than a day"):
        services.confirm_sharing(case.pk, act.pk, actor=colleague.actor)


@pytest.mark.parametrize(
    ("kinds", "ground"),
    [
        ((F.THERAPY,), ShareGround.LIFE),
        ((F.CRIME,), ShareGround.DUTY),
        ((F.CONTACT,), ShareGround.CHILD),
        ((), ShareGround.LIFE),
    ],
)
def test_an_exception_reaches_no_further_than_consent_could(kinds, ground, case, people):
    asked = SharingWish(people.shelter.organisation.pk, ground, frozenset(kinds), "Invented.")
    with pytest.raises(Forbidden):
        services.propose_sharing(case.pk, asked, actor=people.officer.actor)


def test_police_get_facts_of_the_offence_only_where_a_law_is_named(case, people, monkeypatch):
    police = factories.member(at=factories.organisation(Mandate.INVESTIGATE))
    asked = wish(police, F.CRIME, ground=ShareGround.DUTY)
    with pytest.raises(Forbidden, match="where a law is named"):
        services.propose_sharing(case.pk, asked, actor=people.officer.actor)

    named = services.sharing.legal.LegalGround(is_named=True, words="Article 1")
    monkeypatch.setattr(services.sharing.legal, "ground_of", lambda _ground: named)
    assert services.propose_sharing(case.pk, asked, actor=people.officer.actor)
    by_life = wish(police, F.CRIME)
    with pytest.raises(Forbidden, match="where a law is named"):
        services.propose_sharing(case.pk, by_life, actor=people.officer.actor)
    with pytest.raises(Forbidden, match="whatever the ground"):
        services.propose_sharing(case.pk, wish(police, F.HEALTH), actor=people.officer.actor)


def test_a_child_in_danger(people, colleague):
    child = make.case(people.officer, is_told=True, coded={"age_band": AgeBand.CHILD})

    shared(child, people, colleague, ground=ShareGround.CHILD)

    assert opens(child, F.CONTACT, people.shelter)


def test_withdrawal_leaves_what_danger_opened_and_its_end_leaves_what_consent_did(
    case, people, colleague
):
    make.share(case, people.shelter, Scope.STORY, by=people.officer)
    act = shared(case, people, colleague)
    services.withdraw_consent(
        case.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )
    assert (opens(case, F.STORY, people.shelter), opens(case, F.CONTACT, people.shelter)) == (
        False,
        True,
    )

    make.agree(case, people.shelter, Scope.STORY, by=people.officer)
    services.end_sharing(case.pk, act.pk, actor=people.officer.actor)
    assert (opens(case, F.STORY, people.shelter), opens(case, F.CONTACT, people.shelter)) == (
        True,
        False,
    )


def test_the_person_is_told_when_it_is_safe(case, people, colleague, clock):
    act = shared(case, people, colleague)
    day = clock.now.date().replace(day=9)
    services.note_telling(case.pk, act.pk, tell_on=day, actor=people.officer.actor)
    assert api.shared_without_consent(case.pk) == []

    services.note_telling(case.pk, act.pk, tell_on=None, actor=people.officer.actor)

    [row] = api.shared_without_consent(case.pk)
    assert (row.ground, row.parts) == ("life", ("contact",))


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_only_the_owner_shares_without_consent(who, case, people, colleague):
    act = shared(case, people, colleague)
    actor = getattr(people, who).actor
    for deed in (
        lambda: services.propose_sharing(case.pk, wish(people.shelter), actor=actor),
        lambda: services.confirm_sharing(case.pk, act.pk, actor=actor),
        lambda: services.end_sharing(case.pk, act.pk, actor=actor),
        lambda: services.note_telling(case.pk, act.pk, tell_on=None, actor=actor),
    ):
        with pytest.raises(NotFound):
            deed()


def test_the_data_protection_officer_sees_codes_of_the_own_house(case, people, colleague):
    shared(case, people, colleague)
    at = factories.member
    own = at(Role.DATA_PROTECTION_OFFICER, at=people.officer.organisation)
    others = at(Role.DATA_PROTECTION_OFFICER, at=people.stranger.organisation)
    centre = at(Role.DATA_PROTECTION_OFFICER, at=people.coordinator.organisation)

    assert len(oversight.list_exceptions(actor=own.actor)[0]) == 1
    assert oversight.list_exceptions(actor=others.actor) == ([], [])
    assert len(oversight.list_exceptions(actor=centre.actor)[0]) == 1
    with pytest.raises(NotFound):
        oversight.list_exceptions(actor=people.officer.actor)


def test_a_fault_in_the_middle_shares_nothing(case, people, colleague, monkeypatch):
    act = services.propose_sharing(case.pk, wish(people.shelter), actor=people.officer.actor)

    def fail(*_args, **_more):
        raise OSError("the disk is full")

    monkeypatch.setattr(services.sharing, "leave", fail)
    with pytest.raises(OSError, match="full"):
        services.confirm_sharing(case.pk, act.pk, actor=colleague.actor)

    assert SharingAct.objects.get().state == "proposed"
    assert not FacetWrap.objects.filter(organisation=people.shelter.organisation).exists()
    assert not opens(case, F.CONTACT, people.shelter)


# Emergencies


@pytest.fixture
def line(people):
    return factories.member(Role.HOTLINE_OPERATOR, at=people.shelter.organisation, name="Line")


def emergency(*kinds, is_alone=True):
    return Emergency(frozenset(kinds), GlassReason.REACH, "Invented words.", is_alone)


def test_alone_at_night_it_opens_for_an_hour_with_an_alarm(case, people, line, head, clock):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    assert not opens(case, F.CONTACT, line)

    services.break_glass(case.pk, emergency(F.CONTACT), actor=line.actor)

    assert opens(case, F.CONTACT, line)
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED, detail="contact glass").exists()
    assert told(people.shelter, NoticeKind.GLASS_BROKEN, Audience.HEAD) == 1
    assert told(people.shelter, NoticeKind.GLASS_BROKEN, Audience.OFFICER) == 1
    assert told(people.officer, NoticeKind.GLASS_BROKEN) == 1
    assert [n.kind for n in api.unread_notices(actor=head.actor)] == ["glass_broken"]
    assert api.unread_notices(actor=line.actor) == []  # one's own alarm is for others
    clock.forward(hours=1)
    assert not opens(case, F.CONTACT, line)


def test_with_a_colleague_it_opens_when_the_colleague_confirms(case, people, line):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    row = services.break_glass(case.pk, emergency(F.CONTACT, is_alone=False), actor=line.actor)
    assert not opens(case, F.CONTACT, line)
    with pytest.raises(Forbidden, match="Another person"):
        services.confirm_glass(row.pk, actor=line.actor)
    with pytest.raises(NotFound):
        services.confirm_glass(row.pk, actor=people.stranger.actor)

    services.confirm_glass(row.pk, actor=people.shelter.actor)

    assert opens(case, F.CONTACT, line)
    with pytest.raises(Forbidden, match="decided meanwhile"):
        services.refuse_glass(row.pk, actor=people.shelter.actor)


def test_a_refusal_closes_at_once(case, people, line):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    row = services.break_glass(case.pk, emergency(F.CONTACT), actor=line.actor)

    services.refuse_glass(row.pk, actor=people.shelter.actor)

    assert not opens(case, F.CONTACT, line)


def test_who_was_not_confirmed_in_a_day_raises_one_alarm_and_opens_nothing_alone(
    case, people, line, clock
):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    services.break_glass(case.pk, emergency(F.CONTACT), actor=line.actor)
    clock.forward(hours=24)

    assert [api.raise_overdue_glass(), api.raise_overdue_glass()] == [1, 0]
    assert told(people.shelter, NoticeKind.GLASS_OVERDUE, Audience.HEAD) == 1
    with pytest.raises(Forbidden, match="Nobody has confirmed"):
        services.break_glass(case.pk, emergency(F.CONTACT), actor=line.actor)


def test_an_emergency_makes_no_key(case, people, line):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    before = FacetWrap.objects.count()

    for kinds in ((F.STORY,), (F.CONTACT, F.STORY), ()):
        with pytest.raises(Forbidden):
            services.break_glass(case.pk, emergency(*kinds), actor=line.actor)
    services.break_glass(case.pk, emergency(F.CONTACT), actor=line.actor)
    services.withdraw_consent(
        case.pk,
        frozenset({Scope.CONTACT}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )

    assert FacetWrap.objects.count() == before - 1
    assert not opens(case, F.CONTACT, line)


def test_no_emergency_opens_care_to_police(people):
    both = factories.organisation(Mandate.INVESTIGATE, Mandate.SERVE)
    police = factories.member(Role.OFFICER, at=both)
    case = make.case(police, is_told=True)
    # Written when the house only served: the wrap is there, the mandate has changed since.
    facet = SealedFacet.objects.get(case=case, kind=F.STORY)
    SealedFacet.objects.filter(pk=facet.pk).update(kind=F.HEALTH)

    assert F.HEALTH not in grants.breakable(case, actor=police.actor)
    with pytest.raises(Forbidden):
        services.break_glass(case.pk, emergency(F.HEALTH), actor=police.actor)


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_an_outsider_breaks_nothing(who, case, people):
    with pytest.raises(NotFound):
        services.break_glass(case.pk, emergency(F.STORY), actor=getattr(people, who).actor)


# Conflicts of interest


def test_a_case_is_found_nowhere_by_the_member_it_is_closed_to(case, people, colleague):
    services.mark_conflict(
        case.pk, colleague.user.pk, ConflictGround.RELATIVE, actor=colleague.actor
    )

    actor = colleague.actor
    assert not opens(case, F.STORY, colleague)
    assert api.recent(actor=actor) == []
    assert api.own_cases([case.code], actor=actor) == {}
    assert api.closed_cases(actor=actor) == {case.pk}
    assert facets.read_many([case], F.IDENTITY, actor=actor) == {}
    for deed in (
        lambda: services.view_case(case.pk, actor=actor),
        lambda: selectors.find_by_code(case.code, actor=actor),
        lambda: services.add_note(case.pk, "A.", kind="note", actor=actor),
        lambda: facets.read(case, F.STORY, actor=actor),
    ):
        with pytest.raises(NotFound):
            deed()
    assert opens(case, F.STORY, people.officer)


def test_only_the_head_closes_a_case_to_somebody_else_and_two_open_it_again(
    case, people, colleague, head
):
    ground, user_id = ConflictGround.SUSPECT, people.officer.user.pk
    with pytest.raises(Forbidden, match="Only the head"):
        services.mark_conflict(case.pk, user_id, ground, actor=colleague.actor)

    mark = services.mark_conflict(case.pk, user_id, ground, actor=head.actor)

    case.refresh_from_db()
    assert case.worker_id is None
    with pytest.raises(Forbidden, match="already"):
        services.mark_conflict(case.pk, user_id, ground, actor=head.actor)
    with pytest.raises(Forbidden, match="The head proposes"):
        services.ask_to_lift(case.pk, mark.pk, actor=colleague.actor)
    with pytest.raises(Forbidden, match="The head proposes"):
        services.lift_conflict(case.pk, mark.pk, actor=colleague.actor)
    services.ask_to_lift(case.pk, mark.pk, actor=head.actor)
    with pytest.raises(Forbidden, match="Another person"):
        services.lift_conflict(case.pk, mark.pk, actor=head.actor)
    with pytest.raises(NotFound):
        services.lift_conflict(case.pk, mark.pk, actor=people.officer.actor)
    services.lift_conflict(case.pk, mark.pk, actor=colleague.actor)
    assert opens(case, F.STORY, people.officer)


def test_a_stranger_is_no_colleague(case, people, head):
    with pytest.raises(NotFound):
        services.mark_conflict(
            case.pk, people.stranger.user.pk, ConflictGround.OTHER, actor=head.actor
        )
