"""The page of a case: everything that this reader may know of it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import pgettext

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import panels, places, policies, selectors, status_pages, time_limits, wording
from korgoo.casework.presentation.clocks import clock_view
from korgoo.casework.presentation.parts import parts_in_sight
from korgoo.casework.presentation.sharing import consents_in_short, sharing_of
from korgoo.identification import api as identification

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case
    from korgoo.identification.api import ScreeningCard

Row = dict[str, Any]


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
        "sharing": sharing_of(case, actor, stands),
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


def step(row: Any) -> Row:
    """Say one step of a timeline for a page."""
    return {
        "title": wording.sentence(row),
        "when": row.at,
        "by": wording.by_whom(row),
        "tone": wording.tone(row),
    }
