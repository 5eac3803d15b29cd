"""What the page of a case shows: plain rows, limited to what the reader may know."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import panels, places, selectors, wording
from korgoo.casework.enums import Scope
from korgoo.countrypack import api as packs
from korgoo.identification import api as identification

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case, CaseClock
    from korgoo.identification.api import ScreeningCard

Row = dict[str, Any]


def page_of_case(case: "Case", *, actor: "Actor") -> Row:
    """Gather everything that this reader may know of a case.

    Args:
        case: Fetched for the reader.
        actor: Who reads.
    """
    stands = selectors.relation(case, actor=actor)
    may = what_may(actor, stands)
    return {
        "case": case,
        "tone": wording.STATUS_TONES[case.protection],
        "facts": coded_facts(case),
        "states": selectors.facet_states(case, actor=actor),
        "part_names": wording.PARTS,
        "clocks": [_clock(row) for row in selectors.list_clocks(case, actor=actor)],
        "papers": _papers(case, actor),
        "may_add_papers": bool(selectors.parts_for_papers(case, actor=actor)),
        "screenings": [_screening(card, may) for card in _cards(case, actor, may)],
        "consents": consents_in_short(case) if may["consent"] else [],
        "panels": panels.of_case(case.pk, actor=actor),
        "events": [_event(row) for row in selectors.list_timeline(case, actor=actor)],
        "may": may,
        "is_own": stands is Relation.OWNER,
    }


def what_may(actor: "Actor", stands: Relation) -> dict[str, bool]:
    """Say which deeds the page offers to this reader."""
    asked = {
        "write": Permission.FACET_WRITE,
        "screen": Permission.SCREENING_FILL,
        "see_screenings": Permission.SCREENING_VIEW,
        "consent": Permission.CONSENT_RECORD,
        "refer": Permission.REFERRAL_SEND,
    }
    return {name: bool(policy.decide(actor, p, stands)) for name, p in asked.items()}


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


def consents_in_short(case: "Case") -> list[Row]:
    """Say for each organisation that was talked about what it may know now."""
    in_force = selectors.consents_in_force(case)
    newest: dict[int, Any] = {}
    for act in selectors.list_consents(case):
        newest.setdefault(act.recipient_id, act)
    return [
        {
            "id": recipient_id,
            "name": act.recipient.name,
            "at": act.recorded_at,
            "until": act.expires_at,
            "given": [s.label for s in Scope if s in in_force.get(recipient_id, frozenset())],
        }
        for recipient_id, act in newest.items()
    ]


def _decision(case: "Case") -> str:
    return case.get_decision_display() if case.decision else ""


def _papers(case: "Case", actor: "Actor") -> list[Row]:
    """Say how many papers stand in the parts that this reader may open."""
    counts = selectors.count_papers(case)
    return [
        {"kind": part, "name": wording.PARTS[part], "count": number}
        for part, number in counts.items()
        if selectors.may_read_facet(case, part, actor=actor)
    ]


def _cards(case: "Case", actor: "Actor", may: dict[str, bool]) -> "list[ScreeningCard]":
    return identification.list_for(case.pk, actor=actor) if may["see_screenings"] else []


def _screening(card: "ScreeningCard", may: dict[str, bool]) -> Row:
    return {
        "id": card.id,
        "title": identification.title_of(card.view),
        "at": card.started_at,
        "outcome": identification.outcome_words(card) if card.reading else "",
        "address": identification.address_of(card, may_fill=may["screen"]),
    }


def _clock(row: "CaseClock") -> Row:
    described = packs.current().clocks[row.key]
    language = get_language() or packs.current().default_language
    legal = described.legal_basis
    return {
        "name": _("%(clock)s (%(organisation)s)")
        % {"clock": described.name.in_language(language), "organisation": row.responsible.name},
        "due": row.due_at,
        "done": None,
        "basis": described.basis,
        "legal_basis": legal.in_language(language) if legal else None,
        "rests_on": described.rests_on,
        "status": described.provenance.status,
    }


def _event(row: Any) -> Row:
    return {
        "title": wording.sentence(row),
        "when": row.at,
        "by": wording.by_whom(row),
        "tone": wording.tone(row),
    }
