"""Who may do what. One table, readable aloud; docs/reference/access.md is drawn from it.

A permission needs a role in the organisation and a mandate of the organisation and, for what belongs
to one case, a relation of the organisation to the case; for sealed parts, the facet too.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from korgoo.access.actor import Actor
from korgoo.access.enums import Facet, Mandate, Permission, Relation, Role
from korgoo.lib.verdict import ALLOWED, Verdict

ALL_ROLES = frozenset(Role)
FRONT_LINE = frozenset({Role.OFFICER, Role.CASE_WORKER, Role.HEAD, Role.HOTLINE_OPERATOR})
ANSWERING = frozenset({Role.OFFICER, Role.CASE_WORKER, Role.HEAD, Role.COORDINATOR})
CARING = frozenset({Role.OFFICER, Role.CASE_WORKER, Role.HEAD})
WORKING = FRONT_LINE | {Role.COORDINATOR}
COMMENTING = WORKING | {Role.CONTENT_EDITOR}
# Who listens to callers, and whose organisation tells people what holds.
LISTENING = frozenset({Role.HOTLINE_OPERATOR, Role.OFFICER, Role.HEAD})
# Who works together without working on cases: councils, partners of a campaign, donors.
PLATFORM = COMMENTING | {Role.SECRETARY, Role.CAMPAIGN_OFFICER}
# Who reads figures that stand for many: also who only counts, and takes part in no work.
FIGURES = PLATFORM | {Role.ANALYST}
KEEPING = frozenset({Role.SECRETARY})
# Who speaks for an organisation: promises, agrees to minutes, reports on the plan.
SPEAKING = frozenset({Role.SECRETARY, Role.HEAD, Role.COORDINATOR})
CAMPAIGNING = frozenset({Role.CAMPAIGN_OFFICER, Role.SECRETARY})
EVERY_MANDATE = frozenset(Mandate)
# To take part in the platform alone gives no part in any case.
ANY_MANDATE = EVERY_MANDATE - {Mandate.TAKE_PART}
INFORMING = frozenset({Mandate.ADVISE})
SERVING = frozenset({Mandate.SERVE})
# Who gives a kind of help for which the pack asks this mandate.
GIVING = frozenset({Mandate.SERVE, Mandate.DECIDE, Mandate.CONSULAR, Mandate.COORDINATE})
# Who brings a person home, and who meets them there.
RETURNING = frozenset({Mandate.CONSULAR, Mandate.SERVE})
# Who may read a story by consent: everybody but a body that only investigates or co-ordinates.
HEARING = ANY_MANDATE - {Mandate.INVESTIGATE, Mandate.COORDINATE}
DECIDING = frozenset({Mandate.DECIDE})
# Who needs to know where the person stands in criminal proceedings.
JUDGING = frozenset({Mandate.DECIDE, Mandate.INVESTIGATE, Mandate.PRESUME})
OWNER = frozenset({Relation.OWNER})
PARTIES = frozenset({Relation.OWNER, Relation.RECEIVER})
KNOWING = PARTIES | {Relation.COORDINATOR}
RECEIVER = frozenset({Relation.RECEIVER})
NO_CASE = frozenset({Relation.NONE})
# The co-ordinator's line: role, mandate, relation.
WATCHING = (
    frozenset({Role.COORDINATOR}),
    frozenset({Mandate.COORDINATE}),
    frozenset({Relation.COORDINATOR}),
)
# The head of the case workers, and who minds the law of data: a second person, without the story.
SUPERVISING = frozenset({Role.HEAD, Role.DATA_PROTECTION_OFFICER})
# Parts that reach only those who care for the person: never police, whoever agreed.
CARE = frozenset({Facet.HEALTH, Facet.THERAPY, Facet.WHEREABOUTS})
CLOSED_TO_INVESTIGATORS = CARE
# Needs, dangers and programmes are work of care: nothing of them is for who investigates.
CARE_WORK = frozenset(
    {
        Permission.ASSESSMENT_WRITE,
        Permission.PROGRAMME_VIEW,
        Permission.PROGRAMME_WRITE,
        Permission.WORK_REPORT,
    }
)
# A possible match is never for who investigates, nor how good matches are: they must not learn whom an organisation
# of help knows.
MATCHES = frozenset(
    {
        Permission.PAIR_ANSWER,
        Permission.PAIR_ASK,
        Permission.PAIR_KEY_KEEP,
        Permission.PAIR_WATCH,
        Permission.PERSONS_COUNT,
        Permission.QUALITY_VIEW,
    }
)
# What is told to a psychologist stays in the house where it was told, also when the person agrees
# to share other things: no line gives it to a receiver.
THERAPY = frozenset({Facet.THERAPY})
PSYCHOLOGISTS = frozenset({Role.CASE_WORKER, Role.OFFICER})
WHERE = frozenset({Facet.WHEREABOUTS})


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of the table: these roles, in organisations with one of these mandates, may.

    ``relations`` says what the organisation must be to the case; ``facets`` which sealed parts it
    reaches, always on top of a wrapped key, which only ownership or consent gives.
    """

    permission: Permission
    roles: frozenset[Role]
    mandates: frozenset[Mandate] = ANY_MANDATE
    relations: frozenset[Relation] = NO_CASE
    facets: frozenset[Facet] = frozenset()


TABLE: tuple[Grant, ...] = (
    Grant(Permission.ACCOUNT_USE, ALL_ROLES, EVERY_MANDATE),
    Grant(Permission.AUDIT_VIEW, frozenset({Role.DATA_PROTECTION_OFFICER}), EVERY_MANDATE),
    Grant(Permission.KEY_APPROVE, WORKING),
    Grant(Permission.MEMBER_MANAGE, frozenset({Role.ORGANISATION_ADMINISTRATOR}), EVERY_MANDATE),
    Grant(Permission.AGENCY_EDIT, frozenset({Role.CONTENT_EDITOR}), INFORMING),
    Grant(Permission.AGENCY_VIEW, COMMENTING),
    Grant(Permission.CONTACT_READ, LISTENING, INFORMING),
    Grant(Permission.CONTACT_RECORD, LISTENING, INFORMING),
    Grant(Permission.SHIFT_HAND_OVER, LISTENING, INFORMING),
    Grant(Permission.HELP_ANSWER, LISTENING, INFORMING),
    Grant(Permission.OFFER_REPORT_READ, LISTENING | {Role.COORDINATOR}),
    Grant(Permission.CONTENT_APPROVE, frozenset({Role.CONTENT_EDITOR}), INFORMING),
    Grant(Permission.CONTENT_EDIT, frozenset({Role.CONTENT_EDITOR}), INFORMING),
    Grant(Permission.CONTENT_VIEW, COMMENTING),
    # The platform: nothing here belongs to a case. Whose record it is, the mission asks itself.
    Grant(Permission.DOCUMENT_VIEW, PLATFORM, EVERY_MANDATE),
    Grant(Permission.DOCUMENT_PUBLISH, KEEPING, EVERY_MANDATE),
    Grant(Permission.ANNOUNCEMENT_SEND, KEEPING, EVERY_MANDATE),
    Grant(Permission.COMMITMENT_VIEW, PLATFORM, EVERY_MANDATE),
    Grant(Permission.COMMITMENT_MAKE, SPEAKING | CAMPAIGNING, EVERY_MANDATE),
    Grant(Permission.COMMITMENT_CONFIRM, KEEPING, EVERY_MANDATE),
    Grant(Permission.BODY_VIEW, PLATFORM, EVERY_MANDATE),
    Grant(Permission.BODY_EDIT, KEEPING, EVERY_MANDATE),
    Grant(Permission.MEETING_VIEW, PLATFORM, EVERY_MANDATE),
    Grant(Permission.MEETING_EDIT, KEEPING, EVERY_MANDATE),
    Grant(Permission.MINUTES_AGREE, SPEAKING, EVERY_MANDATE),
    Grant(Permission.PLAN_VIEW, FIGURES, EVERY_MANDATE),
    Grant(Permission.PLAN_EDIT, KEEPING, frozenset({Mandate.COORDINATE})),
    Grant(Permission.REPORT_WRITE, SPEAKING, EVERY_MANDATE),
    Grant(Permission.REPORT_ACCEPT, KEEPING, frozenset({Mandate.COORDINATE})),
    Grant(Permission.CAMPAIGN_VIEW, FIGURES, EVERY_MANDATE),
    Grant(Permission.CAMPAIGN_EDIT, CAMPAIGNING, frozenset({Mandate.COORDINATE})),
    Grant(Permission.CAMPAIGN_REPORT, FIGURES, EVERY_MANDATE),
    Grant(Permission.ACTIVITY_LOG, PLATFORM, EVERY_MANDATE),
    Grant(
        Permission.MATCHING_KEY_KEEP,
        frozenset({Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(
        Permission.PAIR_KEY_KEEP,
        frozenset({Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.PAIR_ANSWER, FRONT_LINE, relations=OWNER),
    Grant(Permission.PAIR_ASK, FRONT_LINE, relations=OWNER),
    Grant(Permission.PAIR_WATCH, frozenset({Role.COORDINATOR}), frozenset({Mandate.COORDINATE})),
    Grant(
        Permission.PERSONS_COUNT, frozenset({Role.COORDINATOR}), frozenset({Mandate.COORDINATE})
    ),
    Grant(
        Permission.QUALITY_VIEW,
        frozenset({Role.ANALYST, Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.MATERIAL_VIEW, PLATFORM, EVERY_MANDATE),
    Grant(Permission.MATERIAL_EDIT, CAMPAIGNING | {Role.CONTENT_EDITOR}, EVERY_MANDATE),
    Grant(
        Permission.MATERIAL_APPROVE,
        CAMPAIGNING | {Role.CONTENT_EDITOR},
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.STOCK_MOVE, PLATFORM, EVERY_MANDATE),
    Grant(Permission.ASSESSMENT_WRITE, FRONT_LINE, relations=OWNER),
    Grant(Permission.PROGRAMME_VIEW, FRONT_LINE, relations=OWNER),
    Grant(Permission.PROGRAMME_VIEW, ANSWERING, SERVING, RECEIVER),
    Grant(
        Permission.PROGRAMME_VIEW,
        frozenset({Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
        KNOWING,
    ),
    Grant(Permission.PROGRAMME_WRITE, FRONT_LINE, relations=OWNER),
    Grant(Permission.WORK_REPORT, FRONT_LINE, relations=OWNER),
    Grant(Permission.WORK_REPORT, ANSWERING, SERVING, RECEIVER),
    Grant(Permission.CASE_LIST, WORKING),
    Grant(Permission.CASE_OPEN, FRONT_LINE),
    Grant(Permission.CASE_VIEW, WORKING, relations=PARTIES),
    Grant(
        Permission.CASE_VIEW,
        frozenset({Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
        frozenset({Relation.COORDINATOR}),
    ),
    Grant(
        Permission.CASE_WATCH,
        frozenset({Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
        KNOWING | NO_CASE,
    ),
    Grant(Permission.CASES_EXPORT, FRONT_LINE | {Role.COORDINATOR}),
    Grant(Permission.CONFLICT_MARK, FRONT_LINE, relations=PARTIES),
    Grant(Permission.CLOCK_KEEP, FRONT_LINE, relations=OWNER),
    Grant(Permission.CLOCK_KEEP, ANSWERING, relations=RECEIVER),
    Grant(Permission.CONSENT_RECORD, FRONT_LINE, relations=OWNER),
    Grant(Permission.EXCEPTION_VIEW, frozenset({Role.DATA_PROTECTION_OFFICER, Role.HEAD})),
    Grant(Permission.FACET_OPEN, FRONT_LINE, relations=OWNER, facets=frozenset(Facet) - CARE),
    Grant(Permission.FACET_OPEN, CARING, SERVING, OWNER, CARE - THERAPY),
    Grant(Permission.FACET_OPEN, PSYCHOLOGISTS, SERVING, OWNER, THERAPY),
    Grant(
        Permission.FACET_OPEN,
        ANSWERING,
        relations=RECEIVER,
        facets=frozenset({Facet.IDENTITY, Facet.CONTACT}),
    ),
    Grant(Permission.FACET_OPEN, ANSWERING, HEARING, RECEIVER, frozenset({Facet.STORY})),
    Grant(
        Permission.FACET_OPEN,
        ANSWERING,
        frozenset({Mandate.SERVE, Mandate.DECIDE, Mandate.INVESTIGATE, Mandate.CONSULAR}),
        RECEIVER,
        frozenset({Facet.DOCUMENTS}),
    ),
    Grant(
        Permission.FACET_OPEN,
        ANSWERING,
        frozenset({Mandate.DECIDE, Mandate.INVESTIGATE}),
        RECEIVER,
        frozenset({Facet.CRIME}),
    ),
    Grant(Permission.FACET_OPEN, CARING, SERVING, RECEIVER, CARE - THERAPY),
    Grant(Permission.FACET_WRITE, FRONT_LINE, relations=OWNER, facets=frozenset(Facet) - CARE),
    Grant(Permission.FACET_WRITE, CARING, SERVING, OWNER, CARE - THERAPY),
    Grant(Permission.FACET_WRITE, PSYCHOLOGISTS, SERVING, OWNER, THERAPY),
    Grant(Permission.GLASS_BREAK, FRONT_LINE, relations=PARTIES),
    Grant(Permission.SHARING_DECIDE, FRONT_LINE, relations=OWNER),
    Grant(Permission.PROCEDURAL_RECORD, FRONT_LINE, relations=OWNER),
    Grant(Permission.PROCEDURAL_RECORD, ANSWERING, frozenset({Mandate.INVESTIGATE}), RECEIVER),
    Grant(Permission.PROCEDURAL_VIEW, WORKING, relations=OWNER),
    Grant(Permission.PROCEDURAL_VIEW, ANSWERING, JUDGING, RECEIVER),
    Grant(Permission.PROCEDURAL_VIEW, *WATCHING),
    Grant(Permission.CASE_ASSIGN, FRONT_LINE, relations=OWNER),
    Grant(Permission.CASE_CLOSE, FRONT_LINE, relations=OWNER),
    Grant(Permission.CASE_REOPEN, FRONT_LINE, relations=OWNER),
    Grant(Permission.FOLLOW_UP_RECORD, FRONT_LINE, relations=OWNER),
    Grant(Permission.HANDOVER_MAKE, frozenset({Role.HEAD, Role.ORGANISATION_ADMINISTRATOR})),
    Grant(Permission.REQUEST_ANSWER, FRONT_LINE, relations=OWNER),
    Grant(Permission.REQUEST_CONFIRM, SUPERVISING, relations=OWNER),
    Grant(Permission.REQUEST_RECORD, FRONT_LINE, relations=OWNER),
    Grant(Permission.REQUEST_VIEW, FRONT_LINE | SUPERVISING, relations=OWNER),
    Grant(Permission.RETENTION_HOLD, SUPERVISING, relations=OWNER),
    Grant(Permission.RETENTION_VIEW, SUPERVISING, relations=OWNER),
    Grant(
        Permission.ADOPTION_DECIDE,
        frozenset({Role.CONTENT_EDITOR, Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(
        Permission.COMMENT_ANSWER,
        frozenset({Role.CONTENT_EDITOR}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.COMMENT_WRITE, COMMENTING, EVERY_MANDATE),
    Grant(
        Permission.CONSULTATION_OPEN,
        frozenset({Role.CONTENT_EDITOR}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.CONSULTATION_VIEW, COMMENTING, EVERY_MANDATE),
    Grant(Permission.CLAIM_RECORD, FRONT_LINE, relations=OWNER),
    Grant(Permission.CLAIM_VIEW, WORKING, relations=OWNER),
    Grant(Permission.CLAIM_VIEW, *WATCHING),
    Grant(Permission.DETERMINATION_MAKE, ANSWERING, DECIDING, PARTIES),
    Grant(Permission.DETERMINATION_NOTIFY, ANSWERING, DECIDING, RECEIVER),
    Grant(Permission.DETERMINATION_NOTIFY, FRONT_LINE, relations=OWNER),
    Grant(Permission.DETERMINATION_VIEW, WORKING, relations=PARTIES),
    Grant(Permission.DETERMINATION_VIEW, *WATCHING),
    Grant(
        Permission.NON_PUNISHMENT_MAKE,
        ANSWERING,
        frozenset({Mandate.PRESUME, Mandate.DECIDE}),
        PARTIES,
    ),
    Grant(Permission.NON_PUNISHMENT_READ, ANSWERING),
    Grant(Permission.NON_PUNISHMENT_VIEW, WORKING, relations=OWNER),
    Grant(Permission.NON_PUNISHMENT_VIEW, ANSWERING, JUDGING, RECEIVER),
    Grant(Permission.NON_PUNISHMENT_VIEW, *WATCHING),
    # Where a service is, only its own members open: the service asks whose it is.
    Grant(Permission.ADDRESS_OPEN, CARING, SERVING),
    Grant(Permission.GAP_VIEW, frozenset({Role.COORDINATOR}), frozenset({Mandate.COORDINATE})),
    Grant(Permission.DIRECTORY_VIEW, WORKING),
    Grant(Permission.SERVICE_EDIT, ANSWERING, GIVING),
    Grant(Permission.FIELD_FORM_VIEW, COMMENTING),
    Grant(
        Permission.SUBMISSION_IMPORT,
        FRONT_LINE,
        frozenset({Mandate.PRESUME, Mandate.INSPECT, Mandate.CONSULAR, Mandate.INVESTIGATE}),
    ),
    Grant(Permission.GUIDELINE_VIEW, COMMENTING),
    Grant(
        Permission.SCREENING_FILL,
        FRONT_LINE,
        frozenset({Mandate.PRESUME, Mandate.INSPECT, Mandate.CONSULAR, Mandate.INVESTIGATE}),
        OWNER,
    ),
    Grant(Permission.SCREENING_VIEW, FRONT_LINE, relations=OWNER),
    Grant(
        Permission.SCREENING_VIEW,
        frozenset({Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
        frozenset({Relation.COORDINATOR, Relation.OWNER}),
    ),
    Grant(
        Permission.PACKAGE_EDIT,
        frozenset({Role.CONTENT_EDITOR}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.PACKAGE_VIEW, COMMENTING),
    Grant(Permission.OPINION_VIEW, CARING),
    Grant(Permission.PAGE_MANAGE, CARING, relations=OWNER),
    Grant(Permission.REFERRAL_ANSWER, ANSWERING, relations=frozenset({Relation.RECEIVER})),
    Grant(Permission.REFERRAL_CONFIRM, FRONT_LINE, relations=OWNER),
    Grant(Permission.REFERRAL_SEND, FRONT_LINE, relations=OWNER),
    Grant(Permission.REFERRAL_VIEW, WORKING, relations=PARTIES),
    Grant(
        Permission.REFERRAL_VIEW,
        frozenset({Role.COORDINATOR}),
        frozenset({Mandate.COORDINATE}),
        frozenset({Relation.COORDINATOR}),
    ),
    Grant(Permission.RETURN_HANDOVER, ANSWERING, RETURNING, RECEIVER, WHERE),
    Grant(Permission.RETURN_PACKAGE, FRONT_LINE, relations=OWNER),
    Grant(Permission.RETURN_PARTNER, CARING),
    Grant(Permission.RETURN_PLACE, FRONT_LINE, relations=OWNER, facets=WHERE),
    Grant(Permission.RETURN_PLACE, CARING, SERVING, RECEIVER, WHERE),
    Grant(Permission.RETURN_VIEW, WORKING, relations=OWNER),
    Grant(Permission.RETURN_VIEW, ANSWERING, RETURNING, RECEIVER, WHERE),
    Grant(Permission.RETURN_WRITE, FRONT_LINE, relations=OWNER),
    Grant(Permission.RETURN_WRITE, CARING, frozenset({Mandate.CONSULAR}), RECEIVER, WHERE),
    Grant(
        Permission.DRAFT_EDIT,
        frozenset({Role.CONTENT_EDITOR}),
        frozenset({Mandate.COORDINATE}),
    ),
    Grant(Permission.DRAFT_VIEW, COMMENTING),
)


# The same lines by permission: a page asks for dozens of them.
_LINES: dict[Permission, tuple[Grant, ...]] = {
    permission: tuple(grant for grant in TABLE if grant.permission is permission)
    for permission in Permission
}


def may_enter(actor: Actor, permission: Permission) -> bool:
    """Tell whether any line gives this person the permission on some record.

    The gate of a page; what they may do with one record is ``decide``'s.
    """
    return any(_fits(grant, actor) for grant in _LINES.get(permission, ()))


def decide(
    actor: Actor, permission: Permission, relation: Relation, facet: Facet | None = None
) -> Verdict:
    """Say whether this person may do this on a case that their organisation stands so to.

    Args:
        actor: Who asks.
        permission: What they want to do.
        relation: What their organisation is to the case.
        facet: The sealed part, for facet permissions.
    """
    grants = [g for g in _LINES.get(permission, ()) if _fits(g, actor)]
    if not grants:
        return Verdict(_("Your role does not include this."))
    grants = [g for g in grants if relation in g.relations]
    if not grants:
        return Verdict(_("Your organisation has no part in this case that allows this."))
    if facet is not None and not _reaches(grants, actor.mandates, facet):
        return Verdict(_("Your organisation may not read this part."))
    return ALLOWED


def facets_by_consent(mandates: frozenset[Mandate]) -> frozenset[Facet]:
    """Say which parts an organisation with these mandates could read if the person agreed.

    Nobody is asked to agree to what the table would refuse anyway.
    """
    grants = [
        grant
        for grant in TABLE
        if grant.permission is Permission.FACET_OPEN
        and Relation.RECEIVER in grant.relations
        and grant.mandates & mandates
    ]
    return frozenset(facet for facet in Facet if _reaches(grants, mandates, facet))


def _reaches(grants: "list[Grant]", mandates: frozenset[Mandate], facet: Facet) -> bool:
    if Mandate.INVESTIGATE in mandates and facet in CLOSED_TO_INVESTIGATORS:
        return False
    return any(facet in grant.facets for grant in grants)


def _fits(grant: Grant, actor: Actor) -> bool:
    if grant.permission in CARE_WORK | MATCHES and Mandate.INVESTIGATE in actor.mandates:
        return False
    return bool(grant.roles & actor.roles) and bool(grant.mandates & actor.mandates)
