"""What the page of a case shows: plain rows, limited to what the reader may know."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.casework import (
    grants,
    oversight,
    panels,
    places,
    policies,
    selectors,
    status_pages,
    time_limits,
    wording,
)
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose
from korgoo.countrypack import api as packs
from korgoo.identification import api as identification
from korgoo.lib import clock

if TYPE_CHECKING:
    from django.forms import BaseForm

    from korgoo.access.actor import Actor
    from korgoo.casework.cards import Agreement
    from korgoo.casework.models import Case, CaseClock, GlassBreak, SharingAct
    from korgoo.identification.api import ScreeningCard

Row = dict[str, Any]
SOON = timedelta(days=14)
DETAILED = frozenset({Facet.IDENTITY, Facet.CONTACT})
SHARING_STATES = {
    "proposed": pgettext_lazy("sharing without consent", "Waits for a second person"),
    "in_force": pgettext_lazy("sharing without consent", "In force"),
    "refused": pgettext_lazy("sharing without consent", "Refused"),
    "ended": pgettext_lazy("sharing without consent", "Ended"),
}
SHARING_TONES = {"proposed": "waiting", "in_force": "late", "refused": "closed", "ended": "closed"}
GLASS_STATES = {
    "asked": pgettext_lazy("emergency opening", "Waits for a second person"),
    "open_alone": pgettext_lazy("emergency opening", "Open, not confirmed"),
    "open": pgettext_lazy("emergency opening", "Open, confirmed"),
    "unconfirmed": pgettext_lazy("emergency opening", "Over, not confirmed"),
    "over": pgettext_lazy("emergency opening", "Over, confirmed"),
    "refused": pgettext_lazy("emergency opening", "Refused"),
}
GLASS_TONES = {
    "asked": "waiting",
    "open_alone": "late",
    "open": "active",
    "unconfirmed": "late",
    "over": "closed",
    "refused": "closed",
}


def page_of_case(case: "Case", *, actor: "Actor") -> Row:
    """Gather everything that this reader may know of a case.

    Args:
        case: Fetched for the reader.
        actor: Who reads.
    """
    with selectors.reading(case, actor=actor):
        return _page_of_case(case, actor)


def _page_of_case(case: "Case", actor: "Actor") -> Row:
    stands = selectors.relation(case, actor=actor)
    may = what_may(actor, stands, case)
    parts = parts_in_sight(case, actor=actor)
    goes_on = bool(policies.go_on(case, Permission.CLOCK_KEEP))
    return {
        "case": case,
        "tone": wording.STATUS_TONES[case.protection],
        "axes": status_pages.axes(case, actor=actor),
        "facts": coded_facts(case),
        "parts": parts,
        "is_key_due": stands is Relation.OWNER and parts["is_key_due"],
        "clocks": [
            clock_view(row, may_keep=goes_on and bool(policies.keep_clock(actor, stands, row)))
            for row in time_limits.list_clocks(case, actor=actor)
        ],
        "papers": _papers(case, parts["shown"]),
        "may_add_papers": bool(selectors.parts_for_papers(case, actor=actor)),
        "screenings": _screenings(case, actor, may),
        "consents": consents_in_short(case) if may["consent"] else [],
        "sharing": _sharing(case, actor, stands),
        "panels": panels.of_case(case.pk, actor=actor),
        "events": [step(row) for row in selectors.list_timeline(case, actor=actor)],
        "may": may,
        "is_own": stands is Relation.OWNER,
    }


def what_may(actor: "Actor", stands: Relation, case: "Case") -> dict[str, bool]:
    """Say which deeds the page offers to this reader; a closed case offers only what stays."""
    asked = {
        "write": Permission.FACET_WRITE,
        "screen": Permission.SCREENING_FILL,
        "see_screenings": Permission.SCREENING_VIEW,
        "consent": Permission.CONSENT_RECORD,
        "share": Permission.SHARING_DECIDE,
        "conflict": Permission.CONFLICT_MARK,
        "refer": Permission.REFERRAL_SEND,
        "procedural": Permission.PROCEDURAL_RECORD,
    }
    may = {name: bool(policy.decide(actor, p, stands)) for name, p in asked.items()}
    # The role alone is not enough: what happened must be shared with the organisation.
    may["procedural"] = may["procedural"] and selectors.may_record_procedural(case, actor=actor)
    # Talks about consent are read, and taken back, in a closed case too.
    stays = {"see_screenings", "consent"}
    return {
        name: can and (name in stays or bool(policies.go_on(case, asked[name])))
        for name, can in may.items()
    }


def coded_facts(case: "Case") -> list[Row]:
    """List the coded facts in words; what is not known is left out."""
    facts = [
        (pgettext("fact", "Asked for"), case.get_matter_display()),
        (pgettext("fact", "Danger at first contact"), case.get_danger_display()),
        (pgettext("fact", "Language"), places.language_name(case.language)),
        (pgettext("fact", "Who spoke"), case.get_caller_display() if case.caller else ""),
        (pgettext("fact", "Sex"), case.get_sex_display()),
        (pgettext("fact", "Age"), case.get_age_band_display()),
        (pgettext("fact", "Citizenship"), places.country_name(case.citizenship)),
        (pgettext("fact", "What was done"), case.get_exploitation_display()),
        (pgettext("fact", "Work"), case.get_sector_display()),
        (pgettext("fact", "Where it happened"), places.country_name(case.country)),
        (pgettext("fact", "Region now"), places.region_name(case.region)),
        (pgettext("fact", "Decision after the card"), _decision(case)),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]


def parts_in_sight(case: "Case", *, actor: "Actor") -> Row:
    """Sort the sealed parts: those that matter to this reader, and the rest in one line.

    A part matters that the reader can open, or write for the first time. Each says why it is open,
    or why not.
    """
    states = selectors.facet_states(case, actor=actor)
    closed = frozenset(state.kind for state in states if state.is_held and state.reason is None)
    rows = [part_row(state) for state in states]
    return {
        "shown": [row for row in rows if row["can_open"]],
        "empty": [row for row in rows if row["can_write"] and not _is_told(row)],
        # What was erased says so here, also to who could write it anew.
        "folded": [row for row in rows if not row["can_open"] and _is_folded(row)],
        "may_break": bool(grants.breakable_among(case, closed, actor=actor)),
        "is_key_due": any(state.is_key_due for state in states),
    }


def _is_told(row: Row) -> bool:
    return bool(row["can_open"] or row["why_not"])


def _is_folded(row: Row) -> bool:
    return bool(row["why_not"] or not row["can_write"])


def part_row(state: "selectors.FacetState") -> Row:
    """Describe one sealed part to its reader, with the reason why it is open or not."""
    reason = state.reason
    return {
        "kind": state.kind,
        "name": wording.PARTS[state.kind],
        "can_open": state.can_open,
        "can_write": state.can_write,
        "write": "details" if state.kind in DETAILED else "passage",
        "has_passages": state.kind is not Facet.DOCUMENTS,
        "why_not": state.why_not,
        "basis": reason.basis.value if reason else "",
        "ground": wording.ground_words(reason.code) if reason else "",
        "since": reason.since if reason else None,
        "until": reason.until if reason else None,
    }


def consents_in_short(case: "Case") -> list[Row]:
    """Say for each organisation that was talked about what it may know now, and for what."""
    allowed: dict[int, list[Row]] = {}
    for one in selectors.list_agreements(case):
        allowed.setdefault(one.recipient_id, []).append(_agreement(one))
    return [
        {
            "id": recipient_id,
            "name": act.recipient.name,
            "at": act.recorded_at,
            "purposes": allowed.get(recipient_id, []),
        }
        for recipient_id, act in selectors.newest_talks(case).items()
    ]


def _agreement(one: "Agreement") -> Row:
    return {
        "purpose": str(Purpose(one.purpose).label),
        "given": [scope.label for scope in Scope if scope.value in one.scopes],
        "until": one.until,
        "is_soon": one.until is not None and one.until <= clock.now() + SOON,
    }


def _sharing(case: "Case", actor: "Actor", stands: Relation) -> list[Row]:
    """Show to who decides on it what is shared without consent, after closing too."""
    may = policy.decide(actor, Permission.SHARING_DECIDE, stands)
    return sharing_in_short(case) if may else []


def sharing_in_short(case: "Case") -> list[Row]:
    """List what is shared, or proposed to be, without consent, for the page of the case."""
    return [
        sharing_row(act)
        for act in oversight.list_sharing(case)
        if act.state in {"proposed", "in_force"}
    ]


def sharing_row(act: "SharingAct") -> Row:
    """Describe one act of sharing without consent by its codes."""
    is_over = act.state == "in_force" and act.expires_at and act.expires_at <= clock.now()
    state = "ended" if is_over else act.state
    return {
        "id": act.pk,
        "case": act.case,
        "recipient": act.recipient.name,
        "ground": act.get_ground_display(),
        "parts": [wording.PARTS[Facet(part)] for part in act.parts],
        "state": state,
        "state_words": SHARING_STATES[state],
        "tone": SHARING_TONES[state],
        "at": act.confirmed_at or act.proposed_at,
        "until": act.expires_at,
        "is_told": act.is_person_told,
        "told_at": act.told_at,
        "tell_on": act.tell_on,
    }


def glass_row(row: "GlassBreak") -> Row:
    """Describe one emergency opening by its codes."""
    state = glass_state(row)
    return {
        "id": row.pk,
        "case": row.case,
        "who": access.member_name(row.user_id),
        "reason": row.get_reason_code_display(),
        "parts": [{"kind": kind, "name": wording.PARTS[Facet(kind)]} for kind in row.parts],
        "state": state,
        "state_words": GLASS_STATES[state],
        "tone": GLASS_TONES[state],
        "at": row.opened_at or row.asked_at,
        "until": row.ends_at,
        "is_alone": row.is_alone,
        "is_decided": row.second_id is not None,
    }


def glass_state(row: "GlassBreak") -> str:
    """Say where an emergency opening stands."""
    if row.refused_at is not None:
        return "refused"
    if row.ends_at is None:
        return "asked"
    is_open = row.ends_at > clock.now()
    if row.confirmed_at is None:
        return "open_alone" if is_open else "unconfirmed"
    return "open" if is_open else "over"


def upload_field(form: "BaseForm", name: str, accept: str) -> Row:
    """Describe a field for a file, for the component that draws it."""
    bound = form[name]
    described: Row = {
        "id": bound.auto_id,
        "name": bound.html_name,
        "label": {"text": str(bound.label), "classes": "govuk-label--s"},
        "hint": {"text": str(bound.help_text)},
        "attributes": {"accept": accept},
    }
    if bound.errors:
        described["errorMessage"] = {
            "text": " ".join(str(error) for error in bound.errors),
            "visuallyHiddenText": pgettext("before a form error", "Error"),
        }
    return described


def _decision(case: "Case") -> str:
    return case.get_decision_display() if case.decision else ""


def _papers(case: "Case", shown: list[Row]) -> list[Row]:
    """Say how many papers stand in the parts that this reader can open."""
    opened = {row["kind"] for row in shown} & set(policies.WITH_PAPERS)
    counts = selectors.count_papers(case) if opened else {}
    return [
        {"kind": part, "name": wording.PARTS[part], "count": number}
        for part, number in counts.items()
        if part in opened
    ]


def _screenings(case: "Case", actor: "Actor", may: dict[str, bool]) -> list[Row]:
    if not may["see_screenings"]:
        return []
    cards = identification.list_for(case.pk, actor=actor)
    titles = identification.titles_of(card.view for card in cards)
    return [_screening(card, titles[card.view], may) for card in cards]


def _screening(card: "ScreeningCard", title: str, may: dict[str, bool]) -> Row:
    return {
        "id": card.id,
        "title": title,
        "at": card.started_at,
        "outcome": identification.outcome_words(card) if card.reading else "",
        "address": identification.address_of(card, may_fill=may["screen"]),
    }


def clock_view(row: "CaseClock", *, may_keep: bool) -> Row:
    """Say everything about one running clock, and whether the reader may change it."""
    described = packs.current().clocks[row.key]
    language = get_language() or packs.current().default_language
    legal = described.legal_basis
    pauses = [pause for pause in row.pauses.all() if pause.until is None]
    return {
        "id": row.pk,
        "name": _("%(clock)s: %(organisation)s")
        % {"clock": described.name.in_language(language), "organisation": row.responsible.name},
        "due": row.due_at,
        "done": None,
        "paused": row.paused_at,
        "ground": pauses[0].get_ground_display() if pauses else "",
        "extended": bool(row.extensions.all()),
        "basis": described.basis,
        "legal_basis": legal.in_language(language) if legal else None,
        "rests_on": described.rests_on,
        "status": described.provenance.status,
        "may_keep": may_keep,
    }


def step(row: Any) -> Row:
    """Say one step of a timeline for a page."""
    return {
        "title": wording.sentence(row),
        "when": row.at,
        "by": wording.by_whom(row),
        "tone": wording.tone(row),
    }
