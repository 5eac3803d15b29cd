"""What the pages of referrals show, gathered by who looks."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation
from korgoo.casework import api as casework
from korgoo.casework.enums import AgeBand, Danger, Scope, Sex
from korgoo.countrypack import api as packs
from korgoo.directory import api as directory
from korgoo.lib.errors import NotFound
from korgoo.referral import api, policies, selectors, steps, wording
from korgoo.referral.enums import Deed, Helped, ReferralState, Urgency
from korgoo.referral.forms import AskForm, ConfirmForm, DeclineForm
from korgoo.referral.seekers import seeker_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.api import OrganisationCard
    from korgoo.referral.models import Referral
    from korgoo.referral.wording import Line

Facts = list[dict[str, str]]


def of_case(case_id: UUID, *, actor: "Actor") -> "list[Line]":
    """Give the referrals of a case that the actor may know of, for the page of the case."""
    return wording.lines(api.of_case(case_id, actor=actor))


def inbox(*, actor: "Actor") -> dict[str, Any]:
    """Gather what waits for the actor's organisation, and of what it can say that it arrived."""
    waiting = wording.lines(api.inbox(actor=actor))
    may_answer = policy.decide(actor, Permission.REFERRAL_ANSWER, Relation.RECEIVER)
    fresh = {line.card.id for line in waiting if line.card.state is ReferralState.SENT}
    return {
        "waiting": waiting,
        "to_choose": fresh if may_answer else set(),
        "answered": wording.lines(api.answered(actor=actor)),
        "most": selectors.MOST,
    }


def after_arrival(count: int) -> str:
    """Say what follows when referrals were acknowledged together."""
    words = _("Arrived, and their senders see it: %(count)s. Answer them as soon as you can.")
    return words % {"count": count}


def left_alone(count: int) -> str:
    """Say how many of the chosen were left; why, only the list tells, of those that stand in it."""
    words = _(
        "Left as they were: %(count)s. Only what waits for your organisation can be acknowledged."
    )
    return words % {"count": count}


def coded_facts(case: casework.CaseCard) -> Facts:
    """List the coded facts of a case that go with a referral: nothing that names anybody."""
    return [
        _fact(pgettext("of a case", "Status"), casework.protection_name(case.protection)),
        _fact(pgettext("of a person", "Sex"), Sex(case.sex).label),
        _fact(pgettext("of a person", "Age"), AgeBand(case.age_band).label),
        _fact(_("Language of the person"), wording.language_name(case.language)),
        _fact(_("Danger now"), Danger(case.danger).label),
    ]


def request_facts(row: "Referral") -> Facts:
    """List what a referral asks for."""
    nothing = pgettext("list of cautions", "None")
    return [
        _fact(_("Kind of help"), wording.kind_name(row.kind)),
        _fact(_("How soon"), Urgency(row.urgency).label),
        _fact(_("Needs"), wording.needs_words(row.needs)),
        _fact(_("People who come"), row.people),
        _fact(_("Children among them"), row.children),
        _fact(_("Interpreter"), _yes_or_no(is_so=row.needs_interpreter)),
        _fact(_("Transport"), _yes_or_no(is_so=row.needs_transport)),
        _fact(_("To mind"), wording.cautions_words(row.cautions) or nothing),
    ]


def parts_to_share(
    row: "Referral",
    receiver: "OrganisationCard",
    agreed: frozenset[Scope],
    *,
    actor: "Actor",
) -> list[dict[str, Any]]:
    """Say of each sealed part whether the receiver will be able to open it, and why not."""
    reachable = policy.facets_by_consent(frozenset(Mandate(m) for m in receiver.mandates))
    states = casework.parts_of(row.case_id, actor=actor)
    return [
        _part(state.kind, receiver, is_agreed=Scope(state.kind.value) in agreed, state=state)
        for state in states
        if state.kind in reachable
    ]


def alternatives(row: "Referral", *, actor: "Actor") -> "list[OrganisationCard]":
    """List who else gives this kind of help: neither the receiver nor the sender."""
    for kind in packs.current().referral_types:
        if kind.key == row.kind:
            offered = access.offer(kind.needs_mandate, actor=actor)
            sides = {row.sender_id, row.receiver_id}
            return [card for card in offered if card.id not in sides]
    return []


def arriving(row: "Referral", *, actor: "Actor") -> list[directory.PlaceOffer]:
    """List own places that who came may take; nothing for the sender, or once one was taken."""
    if _is_sender(row, actor) or not policies.arrive(actor, row):
        return []
    return directory.places_to_take(row.kind, seeker_of(row), arrival_id=row.pk, actor=actor)


def decline_form(row: "Referral", *, actor: "Actor", typed: Any = None) -> DeclineForm:
    """Make the form of a no, in words for the receiver or for the sender who writes it down."""
    offered = alternatives(row, actor=actor)
    return DeclineForm(typed, organisations=offered, is_told=_is_sender(row, actor))


def ask_form(row: "Referral", *, actor: "Actor", typed: Any = None) -> AskForm:
    """Make the form of a question, in words for the receiver or for the sender."""
    return AskForm(typed, is_told=_is_sender(row, actor))


def after_answer(row: "Referral", done: str, *, actor: "Actor") -> str:
    """Say what follows from an answer: ``done`` to the receiver; to the sender, whose record it is."""
    return _("Written down: recorded by the sender.") if _is_sender(row, actor) else done


def after_word(helped: Helped) -> str:
    """Say what follows from the person's word."""
    if helped is Helped.YES:
        return _("Thank you. The referral is closed: the person says that help came.")
    return _("The receiver is told that help is still needed. Their time to help runs again.")


def page(referral_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one referral: what the actor may see of it, and do with it.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_referral(referral_id, actor=actor, permission=Permission.REFERRAL_VIEW)
    relation = policies.relation_of(actor, row)
    able = policies.deeds(actor, row)
    is_connected = access.card(row.receiver_id).is_connected if row.is_on_paper else True
    if Deed.SHARE in able and not (is_connected and _has_agreed_parts(row)):
        able -= {Deed.SHARE}
    return {
        "row": row,
        "state": ReferralState(row.state).label,
        "tone": wording.TONES[ReferralState(row.state)],
        "is_sender": relation is Relation.OWNER,
        "is_receiver": relation is Relation.RECEIVER,
        "able": {deed.value for deed in able},
        "next": steps.what_next(row, relation),
        "on_paper": steps.on_paper(row, relation, is_connected=is_connected),
        "is_told_no": row.state == ReferralState.DECLINED
        and row.was_recorded_by_sender(row.closed_at),
        "path": steps.path(row),
        "clocks": wording.clock_views(casework.clocks_of_referral(row.pk)),
        "asked": request_facts(row),
        "rests_on": [
            r for k in packs.current().referral_types if k.key == row.kind for r in k.rests_on
        ],
        "questions": wording.questions_words(row.questions),
        "places": arriving(row, actor=actor),
        **_of_case(row, actor),
        **_forms(row, able, actor),
    }


def _of_case(row: "Referral", actor: "Actor") -> dict[str, Any]:
    """Add what of the case the actor may know; nothing once their part in it has ended."""
    try:
        case = casework.case_card(row.case_id, actor=actor, permission=Permission.CASE_VIEW)
    except NotFound:
        return {"facts": [], "parts": [], "case_page": ""}
    parts: list[dict[str, Any]] = []
    if case.relation is not Relation.COORDINATOR:
        parts = [
            {
                "label": str(state.kind.label),
                "href": reverse("casework:facet", args=[row.case_id, state.kind])
                if state.can_open
                else "",
                "why_not": state.why_not,
            }
            for state in casework.parts_of(row.case_id, actor=actor)
        ]
    return {
        "facts": coded_facts(case),
        "parts": parts,
        "case_page": reverse("casework:case", args=[row.case_id]),
    }


def _forms(row: "Referral", able: frozenset[Deed], actor: "Actor") -> dict[str, Any]:
    return {
        "decline_form": decline_form(row, actor=actor) if Deed.DECLINE in able else None,
        "ask_form": ask_form(row, actor=actor),
        "confirm_form": ConfirmForm(),
    }


def _part(
    kind: Facet, receiver: "OrganisationCard", *, is_agreed: bool, state: Any
) -> dict[str, Any]:
    words, is_open = _("The person did not agree to share this. It stays closed."), False
    if is_agreed and not receiver.is_connected:
        words = _("The person agrees, but this organisation is not connected: it cannot open it.")
    elif is_agreed and not state.is_written:
        words = _("The person agrees. Nothing is written here yet.")
    elif is_agreed:
        words, is_open = _("The receiver will be able to open this."), True
    return {"label": str(kind.label), "words": words, "is_open": is_open}


def _is_sender(row: "Referral", actor: "Actor") -> bool:
    return policies.relation_of(actor, row) is Relation.OWNER


def _has_agreed_parts(row: "Referral") -> bool:
    agreed = casework.scopes_in_force(row.case_id, recipient_id=row.receiver_id)
    return bool(agreed - {Scope.REFERRAL})


def _fact(name: str, value: object) -> dict[str, str]:
    return {"name": name, "value": str(value)}


def _yes_or_no(*, is_so: bool) -> str:
    return pgettext("answer", "Yes") if is_so else pgettext("answer", "No")
