"""The table of permissions, said a second time: by whom, for which relation to a case.

The start point is the matrix of roles and objects in the description of people and roles (4.17);
where a cell says "own", the organisation owns the case; "by consent" is the receiver, who also needs
a key that only consent wraps.
"""

from itertools import product

import pytest

from korgoo.access import policy
from korgoo.access.actor import Actor
from korgoo.access.enums import KEY_HOLDING_ROLES, Facet, Mandate, Permission, Relation, Role

P, OWNER, RECEIVER = Permission, Relation.OWNER, Relation.RECEIVER
WATCHER, NONE = Relation.COORDINATOR, Relation.NONE

# On the status: made by a body that decides; notes by who presumes or decides; money by the owner.
ON_STATUS = {
    (P.CLAIM_RECORD, OWNER),
    (P.CLAIM_VIEW, OWNER),
    (P.DETERMINATION_NOTIFY, OWNER),
    (P.DETERMINATION_VIEW, OWNER),
    (P.DETERMINATION_VIEW, RECEIVER),
    (P.NON_PUNISHMENT_VIEW, OWNER),
    (P.PROCEDURAL_RECORD, OWNER),
    (P.PROCEDURAL_VIEW, OWNER),
}
JUDGING = {
    (P.DETERMINATION_MAKE, OWNER),
    (P.DETERMINATION_MAKE, RECEIVER),
    (P.DETERMINATION_NOTIFY, RECEIVER),
    (P.NON_PUNISHMENT_MAKE, OWNER),
    (P.NON_PUNISHMENT_MAKE, RECEIVER),
    (P.NON_PUNISHMENT_READ, NONE),
    (P.NON_PUNISHMENT_VIEW, RECEIVER),
    (P.PROCEDURAL_RECORD, RECEIVER),
    (P.PROCEDURAL_VIEW, RECEIVER),
}
# What the co-ordinator may of it besides judging: codes, of every case.
WATCHED_STATUS = {
    (permission, relation)
    for permission in (
        P.CLAIM_VIEW,
        P.DETERMINATION_VIEW,
        P.NON_PUNISHMENT_VIEW,
        P.PROCEDURAL_VIEW,
    )
    for relation in (OWNER, WATCHER)
} | {(P.DETERMINATION_VIEW, RECEIVER)}

ACCOUNT = {(P.ACCOUNT_USE, NONE)}
KEYS = {(P.KEY_APPROVE, NONE)}
# Guidelines, laws and forms name nobody: whoever works on cases or texts may read and comment.
READING = {
    (permission, NONE)
    for permission in (
        P.AGENCY_VIEW,
        P.COMMENT_WRITE,
        P.CONTENT_VIEW,
        P.CONSULTATION_VIEW,
        P.DRAFT_VIEW,
        P.FIELD_FORM_VIEW,
        P.GUIDELINE_VIEW,
        P.PACKAGE_VIEW,
    )
}
WRITING = {
    (permission, NONE)
    for permission in (P.COMMENT_ANSWER, P.CONSULTATION_OPEN, P.DRAFT_EDIT, P.PACKAGE_EDIT)
}
# The public door: who writes what everybody reads, and who listens to whoever comes in by it.
INFORMING = {(P.AGENCY_EDIT, NONE), (P.CONTENT_APPROVE, NONE), (P.CONTENT_EDIT, NONE)}
REPORTS = {(P.OFFER_REPORT_READ, NONE)}
LISTENING = REPORTS | {
    (permission, NONE)
    for permission in (P.CONTACT_READ, P.CONTACT_RECORD, P.HELP_ANSWER, P.SHIFT_HAND_OVER)
}
# The platform: everybody who works in it reads, logs what was done and moves what was printed.
PLATFORM = {
    (permission, NONE)
    for permission in (
        P.ACTIVITY_LOG,
        P.BODY_VIEW,
        P.CAMPAIGN_REPORT,
        P.CAMPAIGN_VIEW,
        P.COMMITMENT_VIEW,
        P.DOCUMENT_VIEW,
        P.MATERIAL_VIEW,
        P.MEETING_VIEW,
        P.PLAN_VIEW,
        P.STOCK_MOVE,
    )
}
READING = READING | PLATFORM
# Who speaks for an organisation, who runs a campaign, who keeps a council and the plan.
SPEAKING = {(P.COMMITMENT_MAKE, NONE), (P.MINUTES_AGREE, NONE), (P.REPORT_WRITE, NONE)}
MAKING = {(P.MATERIAL_APPROVE, NONE), (P.MATERIAL_EDIT, NONE)}
CAMPAIGNING = PLATFORM | MAKING | {(P.CAMPAIGN_EDIT, NONE), (P.COMMITMENT_MAKE, NONE)}
KEEPING = {
    (permission, NONE)
    for permission in (
        P.ANNOUNCEMENT_SEND,
        P.BODY_EDIT,
        P.COMMITMENT_CONFIRM,
        P.DOCUMENT_PUBLISH,
        P.MEETING_EDIT,
        P.PLAN_EDIT,
        P.REPORT_ACCEPT,
    )
}
FRONT_LINE = (
    ACCOUNT
    | KEYS
    | READING
    | {(P.SUBMISSION_IMPORT, NONE)}
    | {(P.CASE_LIST, NONE), (P.CASE_OPEN, NONE), (P.CASES_EXPORT, NONE)}
    | {(P.DIRECTORY_VIEW, NONE)}
    | {
        (permission, OWNER)
        for permission in (
            P.CASE_VIEW,
            P.CLOCK_KEEP,
            P.CONFLICT_MARK,
            P.CONSENT_RECORD,
            P.FACET_OPEN,
            P.FACET_WRITE,
            P.GLASS_BREAK,
            P.SHARING_DECIDE,
            P.SCREENING_FILL,
            P.SCREENING_VIEW,
            P.REFERRAL_CONFIRM,
            P.REFERRAL_SEND,
            P.REFERRAL_VIEW,
            P.RETURN_PACKAGE,
            P.RETURN_PLACE,
            P.RETURN_VIEW,
            P.RETURN_WRITE,
        )
    }
    | {
        (permission, RECEIVER)
        for permission in (P.CASE_VIEW, P.CONFLICT_MARK, P.GLASS_BREAK, P.REFERRAL_VIEW)
    }
    | ON_STATUS
)
# How work ends: the owner's front line does it, a second person minds it.
ENDING = {
    (permission, OWNER)
    for permission in (
        P.CASE_ASSIGN,
        P.CASE_CLOSE,
        P.CASE_REOPEN,
        P.FOLLOW_UP_RECORD,
        P.REQUEST_ANSWER,
        P.REQUEST_RECORD,
        P.REQUEST_VIEW,
    )
}
SUPERVISING = {
    (permission, OWNER)
    for permission in (P.REQUEST_CONFIRM, P.REQUEST_VIEW, P.RETENTION_HOLD, P.RETENTION_VIEW)
}
ANSWERING = JUDGING | {
    (P.REFERRAL_ANSWER, RECEIVER),
    (P.FACET_OPEN, RECEIVER),
    (P.CLOCK_KEEP, RECEIVER),
    (P.RETURN_HANDOVER, RECEIVER),
    (P.RETURN_VIEW, RECEIVER),
}
# What a person writes on their own page reaches those who care for them: not the line.
PAGES = {(P.OPINION_VIEW, NONE), (P.PAGE_MANAGE, OWNER)}
# Who answers referrals says what the organisation offers; where it is, only who cares there opens.
OFFERING = {(P.SERVICE_EDIT, NONE), (P.ADDRESS_OPEN, NONE)}
# Who cares for the person: brings them home, knows where they sleep, compares keys of partners.
RETURNING = {(P.RETURN_PARTNER, NONE), (P.RETURN_PLACE, RECEIVER), (P.RETURN_WRITE, RECEIVER)}
CARING = FRONT_LINE | ANSWERING | PAGES | OFFERING | ENDING | RETURNING
EXPECTED = {
    Role.OFFICER: CARING | LISTENING,
    Role.CASE_WORKER: CARING,
    Role.HEAD: CARING
    | LISTENING
    | SPEAKING
    | SUPERVISING
    | {(P.HANDOVER_MAKE, NONE), (P.EXCEPTION_VIEW, NONE)},
    # The line sends and reads its own; what others sealed it never opens.
    Role.HOTLINE_OPERATOR: FRONT_LINE | ENDING | LISTENING,
    Role.CONTENT_EDITOR: ACCOUNT
    | READING
    | WRITING
    | INFORMING
    | MAKING
    | {(P.ADOPTION_DECIDE, NONE)},
    # Counts alone: no case, no person, no alarm, no trail.
    Role.ANALYST: ACCOUNT
    | {(P.CAMPAIGN_REPORT, NONE), (P.CAMPAIGN_VIEW, NONE), (P.PLAN_VIEW, NONE)},
    Role.CAMPAIGN_OFFICER: ACCOUNT | CAMPAIGNING,
    Role.SECRETARY: ACCOUNT | CAMPAIGNING | SPEAKING | KEEPING,
    Role.COORDINATOR: ACCOUNT
    | KEYS
    | READING
    | SPEAKING
    | REPORTS
    | {(P.ADOPTION_DECIDE, NONE), (P.MATCHING_KEY_KEEP, NONE)}
    | {(P.DIRECTORY_VIEW, NONE), (P.GAP_VIEW, NONE), (P.SERVICE_EDIT, NONE)}
    | {(P.SCREENING_VIEW, OWNER), (P.SCREENING_VIEW, WATCHER)}
    | ANSWERING
    | {(P.RETURN_VIEW, OWNER)}
    | WATCHED_STATUS
    | {(P.CASE_LIST, NONE), (P.CASES_EXPORT, NONE)}
    | {(P.CASE_VIEW, OWNER), (P.CASE_VIEW, RECEIVER), (P.CASE_VIEW, WATCHER)}
    | {(P.REFERRAL_VIEW, OWNER), (P.REFERRAL_VIEW, RECEIVER), (P.REFERRAL_VIEW, WATCHER)}
    | {(P.CASE_WATCH, relation) for relation in Relation},
    Role.DATA_PROTECTION_OFFICER: ACCOUNT
    | {
        (P.AUDIT_VIEW, NONE),
        (P.EXCEPTION_VIEW, NONE),
        (P.MATCHING_KEY_KEEP, NONE),
    }
    | SUPERVISING,
    Role.ORGANISATION_ADMINISTRATOR: ACCOUNT | {(P.MEMBER_MANAGE, NONE), (P.HANDOVER_MAKE, NONE)},
}
# Needs, dangers and programmes: closed to who investigates, so they stand apart from the table above.
CARE_OF = {
    role: {
        (p, OWNER)
        for p in (P.ASSESSMENT_WRITE, P.PROGRAMME_VIEW, P.PROGRAMME_WRITE, P.WORK_REPORT)
    }
    for role in (Role.OFFICER, Role.CASE_WORKER, Role.HEAD, Role.HOTLINE_OPERATOR)
}
for _role in (Role.OFFICER, Role.CASE_WORKER, Role.HEAD):
    CARE_OF[_role] |= {(P.PROGRAMME_VIEW, RECEIVER), (P.WORK_REPORT, RECEIVER)}
CARE_OF[Role.COORDINATOR] = {
    (P.PROGRAMME_VIEW, relation) for relation in (OWNER, RECEIVER, WATCHER)
}
CARE_OF[Role.COORDINATOR] |= {(P.WORK_REPORT, RECEIVER)}
# What is the same person elsewhere: closed to who investigates as well.
for _role in (Role.OFFICER, Role.CASE_WORKER, Role.HEAD, Role.HOTLINE_OPERATOR):
    CARE_OF[_role] |= {(P.PAIR_ANSWER, OWNER), (P.PAIR_ASK, OWNER)}
CARE_OF[Role.COORDINATOR] |= {(P.PAIR_WATCH, NONE), (P.PERSONS_COUNT, NONE)}
CARE_OF[Role.COORDINATOR] |= {(P.PAIR_KEY_KEEP, NONE), (P.QUALITY_VIEW, NONE)}
CARE_OF[Role.DATA_PROTECTION_OFFICER] = {(P.PAIR_KEY_KEEP, NONE), (P.QUALITY_VIEW, NONE)}
CARE_OF[Role.ANALYST] = {(P.QUALITY_VIEW, NONE)}
EVERY_MANDATE = frozenset(Mandate)


def actor(*roles, mandates=EVERY_MANDATE):
    return Actor(1, 1, frozenset(roles), frozenset(mandates))


@pytest.mark.parametrize(("role", "permission", "relation"), list(product(Role, P, Relation)))
def test_a_role_may_what_the_table_says_and_nothing_else(role, permission, relation):
    verdict = policy.decide(actor(role), permission, relation)
    assert bool(verdict) == ((permission, relation) in EXPECTED[role])
    assert verdict or str(verdict.reason)


@pytest.mark.parametrize(("role", "permission"), list(product(Role, P)))
def test_the_gate_of_a_page_opens_when_any_record_could(role, permission):
    expected = any(known == permission for known, _relation in EXPECTED[role])
    assert policy.may_enter(actor(role), permission) == expected


def test_a_person_with_two_roles_may_what_either_may():
    both = actor(Role.ORGANISATION_ADMINISTRATOR, Role.CASE_WORKER)
    assert policy.may_enter(both, P.MEMBER_MANAGE)
    assert policy.may_enter(both, P.CASE_OPEN)


@pytest.mark.parametrize("mandate", [Mandate.SERVE, Mandate.ADVISE, Mandate.DECIDE])
def test_a_screening_needs_a_mandate_to_identify(mandate):
    assert not policy.decide(actor(Role.OFFICER, mandates={mandate}), P.SCREENING_FILL, OWNER)


@pytest.mark.parametrize("mandate", ["presume", "inspect", "consular", "investigate"])
def test_who_identifies_may_fill_a_screening(mandate):
    somebody = actor(Role.OFFICER, mandates={Mandate(mandate)})
    assert policy.decide(somebody, P.SCREENING_FILL, OWNER)


@pytest.mark.parametrize("permission", [P.CASE_WATCH, P.CASE_VIEW, P.REFERRAL_VIEW])
def test_a_coordinator_watches_only_for_the_body_that_co_ordinates(permission):
    elsewhere = actor(Role.COORDINATOR, mandates=EVERY_MANDATE - {Mandate.COORDINATE})
    assert not policy.decide(elsewhere, permission, WATCHER)
    assert policy.decide(actor(Role.COORDINATOR), permission, WATCHER)


@pytest.mark.parametrize(
    "permission",
    [P.ADOPTION_DECIDE, P.COMMENT_ANSWER, P.CONSULTATION_OPEN, P.DRAFT_EDIT, P.PACKAGE_EDIT],
)
def test_rules_are_written_and_adopted_only_at_a_body_that_co_ordinates(permission):
    elsewhere = actor(*Role, mandates=EVERY_MANDATE - {Mandate.COORDINATE})
    assert not policy.may_enter(elsewhere, permission)
    assert policy.may_enter(actor(Role.CONTENT_EDITOR), permission)


@pytest.mark.parametrize("permission", sorted(p for p, _none in INFORMING | LISTENING - REPORTS))
def test_the_public_is_told_and_heard_by_a_body_that_advises(permission):
    elsewhere = actor(*Role, mandates=EVERY_MANDATE - {Mandate.ADVISE})
    assert not policy.may_enter(elsewhere, permission)
    assert policy.may_enter(actor(*Role, mandates={Mandate.ADVISE}), permission)


@pytest.mark.parametrize("mandate", list(Mandate))
def test_where_a_service_is_only_a_body_that_serves_may_seal_and_open(mandate):
    worker = actor(Role.CASE_WORKER, mandates={mandate})
    assert policy.may_enter(worker, P.ADDRESS_OPEN) == (mandate is Mandate.SERVE)


@pytest.mark.parametrize("mandate", [Mandate.SERVE, Mandate.ADVISE, Mandate.DECIDE])
def test_forms_are_brought_in_by_who_may_screen(mandate):
    assert not policy.may_enter(actor(Role.OFFICER, mandates={mandate}), P.SUBMISSION_IMPORT)


@pytest.mark.parametrize(
    ("permission", "relation", "mandates"),
    [
        (P.DETERMINATION_MAKE, RECEIVER, {Mandate.DECIDE}),
        (P.DETERMINATION_NOTIFY, RECEIVER, {Mandate.DECIDE}),
        (P.NON_PUNISHMENT_MAKE, OWNER, {Mandate.DECIDE, Mandate.PRESUME}),
        (P.PROCEDURAL_RECORD, RECEIVER, {Mandate.INVESTIGATE}),
        (P.PROCEDURAL_VIEW, RECEIVER, {Mandate.DECIDE, Mandate.INVESTIGATE, Mandate.PRESUME}),
    ],
)
@pytest.mark.parametrize("mandate", list(Mandate))
def test_deeds_on_the_status_need_their_mandate(permission, relation, mandates, mandate):
    somebody = actor(Role.OFFICER, mandates={mandate})
    assert bool(policy.decide(somebody, permission, relation)) is (mandate in mandates)


@pytest.mark.parametrize("facet", list(Facet))
def test_no_sealed_part_is_open_to_those_who_watch_manage_or_audit(facet):
    for role, relation in product(
        (
            Role.CONTENT_EDITOR,
            Role.COORDINATOR,
            Role.ORGANISATION_ADMINISTRATOR,
            Role.DATA_PROTECTION_OFFICER,
        ),
        (OWNER, WATCHER, NONE),
    ):
        assert not policy.decide(actor(role), P.FACET_OPEN, relation, facet)


@pytest.mark.parametrize(("role", "relation"), list(product(Role, Relation)))
@pytest.mark.parametrize("permission", sorted(policy.CARE_WORK))
def test_work_of_care_is_for_the_owner_and_who_serves_and_never_for_who_investigates(
    permission, role, relation
):
    caring = actor(role, mandates=EVERY_MANDATE - {Mandate.INVESTIGATE})
    expected = (permission, relation) in CARE_OF.get(role, set())
    assert bool(policy.decide(caring, permission, relation)) == expected
    assert not policy.decide(actor(role), permission, relation)


def test_a_receiver_that_does_not_serve_has_no_part_in_a_programme():
    adviser = actor(Role.CASE_WORKER, mandates={Mandate.ADVISE})
    assert not policy.decide(adviser, P.PROGRAMME_VIEW, RECEIVER)


# Said a second time: what each mandate reaches by consent, and what it may seal in its own cases.
F = Facet
NAMING = {F.IDENTITY, F.CONTACT}
BY_CONSENT = {
    Mandate.ADVISE: NAMING | {F.STORY},
    Mandate.CONSULAR: NAMING | {F.STORY, F.DOCUMENTS},
    Mandate.COORDINATE: NAMING,
    Mandate.DECIDE: NAMING | {F.STORY, F.CRIME, F.DOCUMENTS},
    Mandate.INSPECT: NAMING | {F.STORY},
    Mandate.INVESTIGATE: NAMING | {F.CRIME, F.DOCUMENTS},
    Mandate.PRESUME: NAMING | {F.STORY},
    Mandate.SERVE: set(F) - {F.CRIME, F.THERAPY},
    # To take part in the platform gives no part in any case.
    Mandate.TAKE_PART: set(),
}
CARE = {F.HEALTH, F.THERAPY, F.WHEREABOUTS}


@pytest.mark.parametrize("mandate", list(Mandate))
def test_a_receiver_reaches_what_its_mandate_needs(mandate):
    worker = actor(Role.CASE_WORKER, mandates={mandate})
    reached = {facet for facet in F if policy.decide(worker, P.FACET_OPEN, RECEIVER, facet)}
    assert reached == BY_CONSENT[mandate] == policy.facets_by_consent(frozenset({mandate}))
    assert not any(policy.decide(worker, P.FACET_WRITE, RECEIVER, facet) for facet in F)


@pytest.mark.parametrize("mandate", sorted(policy.ANY_MANDATE))
def test_only_who_serves_keeps_health_and_whereabouts(mandate):
    worker = actor(Role.CASE_WORKER, mandates={mandate})
    for permission in (P.FACET_OPEN, P.FACET_WRITE):
        own = {facet for facet in F if policy.decide(worker, permission, OWNER, facet)}
        assert own == (set(F) if mandate is Mandate.SERVE else set(F) - CARE)


@pytest.mark.parametrize("facet", sorted(CARE))
@pytest.mark.parametrize("relation", [OWNER, RECEIVER])
def test_who_investigates_never_sees_health_or_whereabouts_whatever_else_it_does(facet, relation):
    police = actor(*Role, mandates=EVERY_MANDATE)
    assert not policy.decide(police, P.FACET_OPEN, relation, facet)
    assert not policy.decide(police, P.FACET_WRITE, relation, facet)
    assert facet not in policy.facets_by_consent(EVERY_MANDATE)


@pytest.mark.parametrize("facet", sorted(CARE))
def test_a_co_ordinator_of_a_receiver_does_not_read_what_is_told_for_care(facet):
    coordinator = actor(Role.COORDINATOR, mandates={Mandate.SERVE})
    assert not policy.decide(coordinator, P.FACET_OPEN, RECEIVER, facet)


def test_to_take_part_in_the_platform_gives_no_part_in_any_case():
    partner = actor(*Role, mandates={Mandate.TAKE_PART})
    entered = {permission for permission in P if policy.may_enter(partner, permission)}
    working_on_cases = {
        grant.permission for grant in policy.TABLE if grant.mandates == policy.ANY_MANDATE
    }
    assert not entered & working_on_cases
    assert P.MEETING_VIEW in entered
    assert P.CASE_LIST not in entered


def test_an_organisation_without_any_mandate_may_nothing():
    nobody = actor(*Role, mandates=())
    assert not [permission for permission in P if policy.may_enter(nobody, permission)]


@pytest.mark.parametrize("role", list(Role))
def test_what_the_psychologist_hears_stays_with_those_who_serve_at_the_owner(role):
    reads = policy.decide(actor(role, mandates={Mandate.SERVE}), P.FACET_OPEN, OWNER, F.THERAPY)
    assert bool(reads) == (role in {Role.CASE_WORKER, Role.OFFICER})
    by_consent = policy.decide(
        actor(role, mandates=EVERY_MANDATE), P.FACET_OPEN, RECEIVER, F.THERAPY
    )
    assert not by_consent


@pytest.mark.parametrize("facet", [F.HEALTH, F.WHEREABOUTS])
def test_the_line_does_not_read_what_is_told_for_care(facet):
    line = actor(Role.HOTLINE_OPERATOR, mandates={Mandate.SERVE})
    assert not policy.decide(line, P.FACET_OPEN, OWNER, facet)


@pytest.mark.parametrize("permission", [P.RETURN_VIEW, P.RETURN_PLACE, P.RETURN_HANDOVER])
def test_police_that_take_part_in_a_case_see_no_journey(permission):
    for more in ({Mandate.SERVE}, {Mandate.CONSULAR}, set()):
        police = actor(Role.OFFICER, mandates={Mandate.INVESTIGATE, *more})
        assert not policy.decide(police, permission, RECEIVER, Facet.WHEREABOUTS)


@pytest.mark.parametrize("mandate", list(Mandate))
def test_who_only_counts_reads_how_well_people_are_matched_where_the_mechanism_is_watched(mandate):
    analyst = actor(Role.ANALYST, mandates={mandate})
    assert policy.may_enter(analyst, P.QUALITY_VIEW) == (mandate is Mandate.COORDINATE)
    police = actor(Role.ANALYST, mandates={mandate, Mandate.COORDINATE, Mandate.INVESTIGATE})
    assert not policy.may_enter(police, P.QUALITY_VIEW)


def test_who_only_counts_has_no_relation_to_any_case_and_no_key():
    analyst = actor(Role.ANALYST)
    for permission, relation in product(P, set(Relation) - {NONE}):
        assert not policy.decide(analyst, permission, relation)
    assert Role.ANALYST not in KEY_HOLDING_ROLES
