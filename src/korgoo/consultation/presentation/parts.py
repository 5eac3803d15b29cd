"""The parts of a draft with what organisations said about them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korgoo.consultation import api, policies, selectors, subjects
from korgoo.consultation.enums import WHOLE, WHOLE_IN_ADDRESS, AnswerKind
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.models import Comment, Consultation
    from korgoo.consultation.standing import Standing
    from korgoo.consultation.subjects import Item

TONES = {
    AnswerKind.ACCEPTED: "good",
    AnswerKind.IN_PART: "waiting",
    AnswerKind.NOT_ACCEPTED: "closed",
}
ABOUT_WHOLE = _("About the draft as a whole")


@dataclass(frozen=True, slots=True)
class Said:
    """One comment with its answer. ``answer_page``: empty for who cannot answer it now."""

    id: UUID
    organisation: str
    at: datetime
    text: str
    verdict: str
    tone: str
    reason: str
    answered_at: datetime | None
    answer_page: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the draft with what was said about it. ``number`` 0: the draft as a whole."""

    number: int
    key: str
    title: str
    before: str
    after: str
    said: list[Said]
    page: str
    is_gone: bool = False


def named(standing: "Standing") -> dict[str, Any]:
    """Name the draft of a consultation, for pages that show no part of it."""
    row = standing.row
    subject = subjects.subject(row.kind)
    return {
        "card": api.card(standing),
        "kind_title": subject.title,
        "title": subject.name(row.subject_id),
    }


def head(standing: "Standing") -> dict[str, Any]:
    """Say what a consultation is about, part by part, and how it stands."""
    row = standing.row
    subject = subjects.subject(row.kind)
    described = subject.describe(row.subject_id)
    return {
        "card": api.card(standing),
        "kind_title": subject.title,
        "title": described.title,
        "draft": described.address,
        "items": described.items,
    }


def part(consultation_id: UUID, key: str, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one part of a draft.

    Args:
        consultation_id: Which consultation.
        key: The part; ``*`` or nothing for the draft as a whole.
        actor: Who looks.

    Raises:
        NotFound: No such consultation, or the draft has no such part.
    """
    row = selectors.get_consultation(consultation_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    top = head(standing)
    wanted = WHOLE if key == WHOLE_IN_ADDRESS else key
    for one in parts_of(standing, top["items"], actor=actor):
        if one.key == wanted and not one.is_gone:
            verdict = policies.comment(actor, standing)
            written = selectors.count_on_part(row, wanted, actor=actor)
            room = policies.room(written, standing.own)
            return top | {"part": one, "verdict": verdict and room}
    raise NotFound(_("The draft has no such part."))


def answer(comment_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page on which a comment is answered.

    Raises:
        NotFound: No such comment, or the actor answers none.
    """
    comment = selectors.get_comment(comment_id, actor=actor)
    standing = selectors.standing_of(comment.consultation, actor=actor)
    top = head(standing)
    found = {part.key: part for part in parts_of(standing, top["items"], actor=actor)}
    return top | {
        "part": found[comment.item],
        "given": {"verdict": comment.verdict, "reason": comment.reason},
        "answer_mark": comment.answer_mark,
        "said": said(comment, may_answer=False),
        "verdict": policies.answer(actor, standing),
    }


def parts_of(standing: "Standing", items: "tuple[Item, ...]", *, actor: "Actor") -> list[Part]:
    """List the parts of a draft, the whole first; then those that are commented on and gone."""
    row = standing.row
    may_answer = bool(policies.answer(actor, standing))
    by_key: dict[str, list[Said]] = {}
    for comment in selectors.list_comments(row):
        by_key.setdefault(comment.item, []).append(said(comment, may_answer=may_answer))
    whole = subjects.Item(WHOLE, str(ABOUT_WHOLE))
    parts = [
        _part(row, number, item, by_key.pop(item.key, []))
        for number, item in enumerate([whole, *items])
    ]
    gone = enumerate(by_key.items(), start=len(parts))
    return parts + [
        Part(number, key, key, "", "", said_of, "", is_gone=True)
        for number, (key, said_of) in gone
    ]


def said(comment: "Comment", *, may_answer: bool) -> Said:
    """Put one comment and its answer into words."""
    kind = AnswerKind(comment.verdict) if comment.verdict else None
    return Said(
        id=comment.pk,
        organisation=comment.organisation.name,
        at=comment.at,
        text=comment.text,
        verdict=str(kind.label) if kind else "",
        tone=TONES[kind] if kind else "waiting",
        reason=comment.reason,
        answered_at=comment.answered_at,
        answer_page=reverse("consultation:answer", args=[comment.pk]) if may_answer else "",
    )


def place_of(card: api.ConsultationCard, number: int) -> str:
    """Give the address of one part on the page of its consultation."""
    return f"{card.address}#part-{number}"


def _part(row: "Consultation", number: int, item: "Item", said_of: list[Said]) -> Part:
    query = urlencode({"item": item.key or WHOLE_IN_ADDRESS})
    address = f"{reverse('consultation:item', args=[row.pk])}?{query}"
    return Part(number, item.key, item.title, item.before, item.after, said_of, address)
