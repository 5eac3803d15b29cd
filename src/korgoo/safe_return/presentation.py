"""What the pages of returns show, gathered by who looks."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.access.enums import Mandate, Permission, Relation
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.lib import clock
from korgoo.lib.collation import by_name
from korgoo.safe_return import missing, policies, sealed_places, selectors, wording
from korgoo.safe_return.enums import LIVE, Deed, PlaceKind, PlanState
from korgoo.safe_return.models import PlanMove

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.api import OrganisationCard
    from korgoo.casework.api import CaseCard
    from korgoo.safe_return.missing import Known
    from korgoo.safe_return.models import Package, ReturnPlan

Row = dict[str, Any]
# Who left earlier than that and was not met is looked for.
LONGEST_JOURNEY = timedelta(days=1)
WAY = (
    PlanState.DRAFTED,
    PlanState.AGREED,
    PlanState.READY,
    PlanState.UNDER_WAY,
    PlanState.ARRIVED,
    PlanState.FIRST_NIGHT,
    PlanState.CLOSED,
)


def of_case(case_id: UUID, *, actor: "Actor") -> list[Row]:
    """Give the returns and packages of a case for its page; empty when there is nothing to say."""
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    plans = selectors.list_of_case(case_id, actor=actor)
    may_write = bool(policies.may(actor, Permission.RETURN_WRITE, case.relation))
    may_pack = bool(policies.may(actor, Permission.RETURN_PACKAGE, case.relation))
    packages = selectors.list_packages(case_id, actor=actor) if may_pack else []
    if not (plans or packages or may_write):
        return []
    may_view = bool(policies.may(actor, Permission.RETURN_VIEW, case.relation))
    return [
        {
            "plans": [_line(plan, may_open=may_view) for plan in plans],
            "packages": [package_row(row) for row in packages],
            "may_start": may_write and not any(plan.state in LIVE for plan in plans),
            "may_pack": may_pack,
        }
    ]


def live_rows(*, actor: "Actor") -> list[Row]:
    """Give the lines of the list of returns that are not over."""
    return [
        _line(plan, may_open=True) | {"case_code": plan.case.spoken_code}
        for plan in selectors.list_live(actor=actor)
    ]


def page(plan_id: UUID, *, actor: "Actor") -> Row:
    """Gather the page of one return: what the actor may see of it, and do with it.

    Raises:
        NotFound: None that the actor may know of.
    """
    plan, case = selectors.get_plan(plan_id, actor=actor, permission=Permission.RETURN_VIEW)
    known = selectors.known_of(plan, is_child=case.is_child)
    able = policies.deeds(actor, plan, case.relation)
    may_write = bool(policies.may(actor, Permission.RETURN_WRITE, case.relation))
    return {
        "plan": plan,
        "case": case,
        "state": PlanState(plan.state).label,
        "tone": wording.TONES[PlanState(plan.state)],
        "next": wording.NEXT[PlanState(plan.state)],
        "country": places.country_name(plan.country),
        "wish": _wish(known),
        "travel": _travel(plan, is_child=case.is_child),
        "risk": _risk(known),
        "stops": [_stop(one) for one in known.transit],
        "missing": wording.missing_words(_lacks(plan, known)),
        "way": _way(plan),
        "moves": [_move(row) for row in PlanMove.objects.filter(plan=plan)],
        "deeds": [
            {"text": str(wording.DEEDS[deed]), "kind": _kind(deed), "href": _deed(plan, deed)}
            for deed in Deed
            if deed in able
        ],
        "may_write": may_write and plan.state in LIVE,
        **_reception(plan, case, actor),
    }


def meeting(*, actor: "Actor", now: int | None = None) -> "list[OrganisationCard]":
    """List who may meet a person: services and consuls, one's own organisation too.

    Args:
        actor: Who plans.
        now: Who is chosen already, and stays on the list.
    """
    found = {card.id: card for m in (Mandate.SERVE, Mandate.CONSULAR) for card in _offer(m, actor)}
    partners = {key.partner.organisation_id for key in selectors.usable_keys(actor=actor)}
    wanted = partners | {actor.organisation_id} | ({now} if now else set())
    found |= access.cards(wanted)
    return by_name(found.values())


def parts_to_send(case_id: UUID, recipient_id: int, *, actor: "Actor") -> list[tuple[Any, str]]:
    """List the parts that may go to a partner: agreed to, written, and open to the sender."""
    agreed = {s.value for s in casework.scopes_in_force(case_id, recipient_id=recipient_id)}
    return [
        (state.kind, str(state.kind.label))
        for state in casework.parts_of(case_id, actor=actor)
        if state.can_open and state.kind.value in agreed
    ]


def has_live(case_id: UUID, *, actor: "Actor") -> bool:
    """Tell whether a return is planned in a case."""
    return any(plan.state in LIVE for plan in selectors.list_of_case(case_id, actor=actor))


def package_row(row: "Package") -> Row:
    """Describe a package for a list."""
    answers = [str(one.get_answer_display()) for one in row.answers.all()]
    return {
        "number": row.spoken_number,
        "href": reverse("safe_return:package", args=[row.pk]),
        "partner": row.key.partner.organisation.name,
        "made_at": row.made_at,
        "state": _package_state(row, answers),
        "tone": _package_tone(row, answers),
        "answers": answers,
        "must_tell": row.stopped_at is not None and row.told_at is None,
    }


def _package_state(row: "Package", answers: list[str]) -> str:
    if row.stopped_at is not None:
        return _("Partner told to stop") if row.told_at else _("Partner must be told to stop")
    return answers[0] if answers else _("No answer yet")


def _package_tone(row: "Package", answers: list[str]) -> str:
    if row.stopped_at is not None:
        return "closed" if row.told_at else "late"
    return "active" if answers else "waiting"


def _offer(mandate: Mandate, actor: "Actor") -> "list[OrganisationCard]":
    return access.offer(mandate, actor=actor)


def _line(plan: "ReturnPlan", *, may_open: bool) -> Row:
    state = PlanState(plan.state)
    is_late = (
        plan.leaves_on is not None
        and plan.leaves_on + LONGEST_JOURNEY < clock.today()
        and state in {PlanState.UNDER_WAY, PlanState.READY}
    )
    return {
        "number": plan.spoken_number,
        "href": reverse("safe_return:plan", args=[plan.pk]) if may_open else "",
        "state": str(state.label),
        "tone": "late" if is_late else wording.TONES[state],
        "is_late": is_late,
        "country": places.country_name(plan.country),
        "leaves_on": plan.leaves_on if may_open else None,
        "meets": plan.meets.name if plan.meets and may_open else "",
    }


def _lacks(plan: "ReturnPlan", known: "Known") -> tuple[Any, ...]:
    deeds = {
        PlanState.DRAFTED: Deed.PREPARE,
        PlanState.AGREED: Deed.PREPARE,
        PlanState.READY: Deed.DEPART,
    }
    deed = deeds.get(PlanState(plan.state))
    return missing.missing_for(deed, plan, known) if deed else ()


def _wish(known: "Known") -> Row | None:
    row = known.wish
    if row is None:
        return None
    return {
        "wish": row.wish,
        "facts": [
            _fact(pgettext("field", "Wish"), row.get_wish_display()),
            _fact(_("Without pressure"), row.get_freely_display()),
            _fact(_("Asked by"), row.organisation.name),
        ],
        "at": row.asked_at,
    }


def _travel(plan: "ReturnPlan", *, is_child: bool) -> list[Row]:
    facts = [
        _fact(_("Papers to travel with"), plan.get_papers_display()),
        _fact(pgettext("field", "Ticket"), plan.get_ticket_display()),
        _fact(_("Who travels along"), plan.get_escort_display()),
        _fact(_("Ban on coming back"), plan.get_ban_told_display()),
        _fact(_("Fit to travel, by a doctor"), plan.get_fitness_display()),
        _fact(_("Does the family know?"), plan.get_family_display()),
    ]
    if is_child:
        none = _("Not asked yet")
        facts += [
            _fact(pgettext("field", "Guardian"), plan.get_guardian_display() or none),
            _fact(_("Best-interest decision"), plan.get_best_interest_display() or none),
            _fact(pgettext("field", "Court"), plan.get_court_display() or none),
        ]
    return facts


def _risk(known: "Known") -> Row | None:
    row = known.risk
    if row is None:
        return None
    return {
        "at": row.checked_at,
        "facts": [
            _fact(pgettext("field", "Risk"), row.get_level_display()),
            _fact(_("What may happen"), wording.risks_words(row.risks)),
            _fact(_("What is done"), wording.measures_words(row.measures)),
        ],
    }


def _stop(stop: Any) -> Row:
    return {
        "number": stop.number,
        "place": f"{places.country_name(stop.country)}: {stop.get_kind_display()}",
        "risks": wording.risks_words(stop.risks),
        "measures": wording.measures_words(stop.measures),
    }


def _reception(plan: "ReturnPlan", case: "CaseCard", actor: "Actor") -> Row:
    """Say who meets the person, and what the actor may know of the places."""
    may_open = bool(policies.may(actor, Permission.RETURN_PLACE, case.relation))
    mine = plan.places.filter(organisation_id=actor.organisation_id)
    if case.relation is not Relation.OWNER:
        may_open = may_open and sealed_places.may_know(plan, actor.organisation_id)
    written = set(mine.values_list("kind", flat=True)) if may_open else set()
    is_owner = case.relation is Relation.OWNER
    meets = access.card(plan.meets_id) if plan.meets_id else None
    return {
        "meets": meets,
        "is_owner": is_owner,
        "may_open_places": may_open,
        "places": [(str(kind.label), kind.value in written) for kind in PlaceKind],
        "has_places": bool(written),
        "to_pass_on": is_owner and may_open and bool(sealed_places.to_pass_on(plan)),
        "must_agree": is_owner
        and meets is not None
        and meets.id != plan.case.owner_id
        and not sealed_places.may_know(plan, meets.id),
    }


def _way(plan: "ReturnPlan") -> list[Row]:
    """Draw the way: what is done, where it stands, what comes."""
    if plan.state == PlanState.STOPPED:
        return [{"title": PlanState.STOPPED.label, "place": "now"}]
    here = WAY.index(PlanState(plan.state))
    return [
        {"title": state.label, "place": _place(number, here)} for number, state in enumerate(WAY)
    ]


def _place(number: int, here: int) -> str:
    if number == here:
        return "now"
    return "done" if number < here else "next"


def _move(row: Any) -> Row:
    things = "; ".join(wording.missing_words(row.missing))
    words = {"ground": row.get_ground_display(), "things": things}
    text = (
        _("Ground: %(ground)s. Missing then: %(things)s.") if things else _("Ground: %(ground)s.")
    )
    return {
        "title": row.get_after_display(),
        "when": row.at,
        "by": row.organisation.name if row.organisation else row.get_how_display(),
        "text": text % words,
        "tone": "good" if row.after == PlanState.FIRST_NIGHT else "neutral",
    }


def _kind(deed: Deed) -> str:
    return {Deed.STOP: "warning", Deed.RESUME: "second"}.get(deed, "main")


def _deed(plan: "ReturnPlan", deed: Deed) -> str:
    return reverse("safe_return:move", args=[plan.pk, deed.value])


def _fact(name: object, value: object) -> Row:
    return {"name": str(name), "value": str(value)}
