"""What the pages of a draft show: differences, faults, what waits, what happened."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.access.enums import Mandate, Permission
from korgoo.consultation import api as consultation
from korgoo.countrypack import api as packs
from korgoo.workshop import addresses, checks, newest, obstacles, policies
from korgoo.workshop import files as parts
from korgoo.workshop.difference import Change
from korgoo.workshop.enums import SUBJECT_KIND, DraftState, How
from korgoo.workshop.translations import Gap, gaps
from korgoo.workshop.wording import Words, fault_words
from korgoo.workshop.wording.names import language_name

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.api import ConsultationCard
    from korgoo.workshop.models import DraftChange, GuidelineDraft

Row = dict[str, Any]
TONES = {
    DraftState.EDITING: "active",
    DraftState.ADOPTED: "good",
    DraftState.DROPPED: "closed",
}


def draft_page(draft: "GuidelineDraft", *, actor: "Actor") -> Row:
    """Gather the page of one draft: all of it but what is tried on the past."""
    card = consultation.card_of(SUBJECT_KIND, draft.pk)
    frozen = consultation.is_frozen(SUBJECT_KIND, draft.pk)
    verdict = policies.edit(actor, draft, is_frozen=frozen)
    found, words = checks.look_at(draft), checks.words_of(draft)
    since = _since_opening(draft) if card else frozenset()
    may_edit = bool(verdict)
    is_editor = policies.may(actor, Permission.DRAFT_EDIT)
    return {
        "draft": draft,
        "state": draft.get_state_display(),
        "tone": TONES[DraftState(draft.state)],
        "may_edit": may_edit,
        "why_not": str(verdict.reason) if is_editor and not may_edit else "",
        "may_open": may_edit
        and card is None
        and policies.may(actor, Permission.CONSULTATION_OPEN),
        "card": card,
        "obstacles": obstacles.obstacles(draft, found) if draft.is_editing else [],
        "faults": [_fault(draft, fault, may_edit) for fault in found.faults],
        "groups": _groups(found.changes, words, (draft, card, may_edit, since)),
        "changes": len(found.changes),
        "gaps": [
            _gap(gap, words, draft, may_edit) for gap in gaps(found.changes, checks.languages())
        ],
        "approvers": approvers(draft),
        "is_old": _is_old(draft),
    }


def fault_row(file: str, rule: str, item: str, message: str, line: int = 0) -> Row:
    """Put one fault into words."""
    return {
        "file": file,
        "line": line,
        "item": item,
        "rule": rule,
        "words": fault_words(rule),
        "message": message,
        "href": "",
    }


def approvers(draft: "GuidelineDraft") -> list[str]:
    """Name what an organisation must be allowed to do for its members to approve a draft.

    The edition that is changed says so.
    """
    mandates = parts.approving_mandates(draft.base_files.get(parts.HEAD))
    return [str(Mandate(key).label) for key in mandates]


def history_rows(rows: "Sequence[DraftChange]", words: Words, *, actor: "Actor") -> list[Row]:
    """Tell changes as a timeline: what, when, by which organisation; by whom, to colleagues."""
    may_know = policies.know_authors(actor)
    users = {row.user_id for row in rows} if may_know else set()
    names = access.member_names(users)
    return [
        {
            "title": words.sentence(row.change),
            "when": row.at,
            "by": _by(names.get(row.user_id, ""), row),
            "text": How(row.how).label,
            "tone": "neutral",
        }
        for row in rows
    ]


def change_rows(changes: Sequence[Change], words: Words) -> list[Row]:
    """Lay differences side by side, without links."""
    return [_change(change, words) | {"href": "", "comment": ""} for change in changes]


def _groups(
    changes: Sequence[Change],
    words: Words,
    around: "tuple[GuidelineDraft, ConsultationCard | None, bool, frozenset[str]]",
) -> list[Row]:
    """Gather differences by the list, or the set of questions, to which they belong."""
    draft, card, may_edit, since = around
    return [
        {
            "title": title,
            "changes": [
                _change(change, words)
                | {
                    "href": addresses.of_change(draft.pk, change, draft.files) if may_edit else "",
                    "comment": _comment(card, change),
                    "is_new_since": change.key in since,
                }
                for change in rows
            ],
        }
        for title, rows in groupby(changes, key=lambda change: _group_title(change, words))
    ]


def _group_title(change: Change, words: Words) -> str:
    if change.what in {"catalogue", "view"}:
        return words.name(change)
    if change.what in {"vector", "vectors"}:
        return _("Agreed examples")
    return words.place(change) or _("The guideline as a whole")


def _change(change: Change, words: Words) -> Row:
    return {
        "key": change.key,
        "heading": words.heading(change),
        "before": words.before_lines(change),
        "after": words.after_lines(change),
        "is_new_since": False,
    }


def _comment(card: "ConsultationCard | None", change: Change) -> str:
    if card is None:
        return ""
    page = reverse("consultation:item", args=[card.id])
    return f"{page}?{urlencode({'item': change.key})}"


def _gap(gap: Gap, words: Words, draft: "GuidelineDraft", may_edit: bool) -> Row:  # noqa: FBT001
    return {
        "heading": words.placed_heading(gap.change),
        "missing": [language_name(code) for code in gap.missing],
        "unchanged": [language_name(code) for code in gap.unchanged],
        "href": addresses.of_change(draft.pk, gap.change, draft.files) if may_edit else "",
    }


def _fault(draft: "GuidelineDraft", fault: packs.Fault, may_edit: bool) -> Row:  # noqa: FBT001
    """Put a fault of a draft into words, with the page on which it is mended."""
    row = fault_row(fault.file, fault.rule, fault.item, fault.message)
    href = addresses.of_fault(draft.pk, fault.file, fault.item, draft.files) if may_edit else ""
    return row | {"href": href}


def _since_opening(draft: "GuidelineDraft") -> frozenset[str]:
    """Name what changed after the draft was put to consultation."""
    rows = draft.changes.filter(is_after_opening=True)
    return frozenset(row.change.key for row in rows)


def _is_old(draft: "GuidelineDraft") -> bool:
    return draft.is_editing and newest.edition().digest != draft.base_digest


def _by(name: str, row: "DraftChange") -> str:
    if not name:
        return row.organisation.name
    return _("%(who)s (%(organisation)s)") % {"who": name, "organisation": row.organisation.name}
