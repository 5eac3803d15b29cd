"""Who may do what with a version, in which state. Facts in, verdict out: no queries."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.countrypack import api as packs
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.rights import policies
from korgoo.rights.enums import VersionState

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from korgoo.access.actor import Actor

# Who looks at it this many days before it goes stale is not late.
SOON = timedelta(days=14)
SPOKEN = ("title", "applies_to", "text", "sms")  # what is there in every language
WHY_NOT: "dict[str, _StrPromise]" = {
    VersionState.DRAFT: _("It is a draft again: somebody gave it back. Send it first."),
    VersionState.WAITING: _("It waits for a second reader. Give it back first to change it."),
    VersionState.APPROVED: _("Somebody has approved it already for a later day."),
    VersionState.PUBLISHED: _("Somebody was faster: it is published already."),
    VersionState.EXPIRED: _("It has ended. Begin a new version."),
    VersionState.SUPERSEDED: _("A newer version has taken its place."),
    VersionState.DROPPED: _("Somebody dropped it. Begin a new version."),
}


class Kept(Protocol):
    """A version, as far as its state and its writer are concerned."""

    state: str
    written_by_id: int | None


def may_write(actor: "Actor", version: Kept) -> Verdict:
    """Say whether somebody may change the words of a version, or send it on: a draft alone."""
    return _may(actor, Permission.CONTENT_EDIT, version, {VersionState.DRAFT})


def may_return(actor: "Actor", version: Kept) -> Verdict:
    """Say whether somebody may make a draft again of what waits or was approved for a later day."""
    states = {VersionState.WAITING, VersionState.APPROVED}
    return _may(actor, Permission.CONTENT_EDIT, version, states)


def may_drop(actor: "Actor", version: Kept) -> Verdict:
    """Say whether somebody may drop a version that was never told."""
    states = {VersionState.DRAFT, VersionState.WAITING, VersionState.APPROVED}
    return _may(actor, Permission.CONTENT_EDIT, version, states)


def may_withdraw(actor: "Actor", version: Kept) -> Verdict:
    """Say whether somebody may end what is told. One person is enough to stop telling it."""
    return _may(actor, Permission.CONTENT_APPROVE, version, {VersionState.PUBLISHED})


def may_approve(actor: "Actor", version: Kept, writers: Collection[int]) -> Verdict:
    """Say whether somebody may approve a version: another person than all who wrote on it.

    Args:
        actor: Who read it.
        version: Which.
        writers: Numbers of all members who wrote on it or sent it.
    """
    verdict = _may(actor, Permission.CONTENT_APPROVE, version, {VersionState.WAITING})
    if not verdict:
        return verdict
    is_own = actor.user_id in {*writers, version.written_by_id}
    return Verdict(policies.SAME_PERSON) if is_own else ALLOWED


def may_confirm(actor: "Actor", version: Kept) -> Verdict:
    """Say whether somebody may say that what is published is still true."""
    verdict = _may(actor, Permission.CONTENT_APPROVE, version, {VersionState.PUBLISHED})
    return policies.may_review(actor, version.written_by_id) if verdict else verdict


def days_are_right(
    review_by: date, publish_on: date | None, *, today: date, longest: date
) -> Verdict:
    """Say whether a version may be believed until a day, and be published on another.

    Args:
        review_by: By when somebody must look again.
        publish_on: When it is published; None for at once.
        today: The day.
        longest: Until when its sort is believed at most.
    """
    if not today < review_by <= longest:
        return Verdict(_("Choose a day to look again that is not later than the page proposed."))
    if publish_on is not None and not today < publish_on <= review_by:
        return Verdict(
            _("It can be published from tomorrow on, and before it is looked at again.")
        )
    return ALLOWED


def is_due(review_by: date | None, today: date) -> bool:
    """Tell whether somebody must look again now, or within two weeks."""
    return review_by is None or review_by <= today + SOON


def missing(content: Mapping[str, Any], languages: Sequence[str]) -> list[tuple[str, str]]:
    """List what is not written yet, as name of the field and code of the language."""
    return [
        (name, code)
        for name in SPOKEN
        for code in languages
        if not content[name].get(code, "").strip()
    ]


def too_long(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List what is longer than a text or a text message may be, as field and language."""
    texts = [
        ("text", code)
        for code, words in content["text"].items()
        if len(words.split()) > packs.MOST_WORDS
    ]
    messages = [
        ("sms", code)
        for code, words in content["sms"].items()
        if len(words) > packs.sms_room(words)
    ]
    return texts + messages


def _may(
    actor: "Actor", permission: Permission, version: Kept, states: Collection[VersionState]
) -> Verdict:
    verdict = policies.may(actor, permission)
    if not verdict:
        return verdict
    return ALLOWED if version.state in states else Verdict(WHY_NOT[version.state])
