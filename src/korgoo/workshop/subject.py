"""What consultations ask of the drafts of guidelines."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.consultation.subjects import Description, Item, Notice, NoticeLine, Subject
from korgoo.lib.verdict import Verdict
from korgoo.workshop import checks, notices, obstacles, policies, selectors, services
from korgoo.workshop.enums import SUBJECT_KIND

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.difference import Change
    from korgoo.workshop.wording import Words


def name(draft_id: UUID) -> str:
    """Give the title of a draft without comparing anything.

    Raises:
        NotFound: No such draft.
    """
    return selectors.title_of(draft_id)


def describe(draft_id: UUID) -> Description:
    """Describe a draft with each of its differences, in the language of the page.

    Raises:
        NotFound: No such draft.
    """
    draft = selectors.find(draft_id)
    words = checks.words_of(draft)
    items = tuple(_item(change, words) for change in checks.changes_of(draft))
    return Description(draft.title, reverse("workshop:draft", args=[draft.pk]), items)


def obstacles_of(draft_id: UUID) -> list[str]:
    """List what stands in the way of adopting a draft.

    Raises:
        NotFound: No such draft.
    """
    return obstacles.obstacles(selectors.find(draft_id))


def adopt(draft_id: UUID, *, legal_basis: str, takes_effect: date, actor: "Actor") -> None:
    """Make an edition from a draft.

    Raises:
        NotFound: No such draft.
        DomainError: Something stands in the way.
    """
    services.adopt_draft(draft_id, legal_basis=legal_basis, takes_effect=takes_effect, actor=actor)


def may_decide(draft_id: UUID, actor: "Actor") -> Verdict:
    """Say whether somebody speaks for who must approve a change of the guideline.

    Raises:
        NotFound: No such draft.
    """
    return policies.approve(actor, selectors.approving_mandates(draft_id))


def notice(draft_id: UUID) -> Notice:
    """Say for every organisation what a draft changes for its officers, in every language.

    Raises:
        NotFound: No such draft.
    """
    draft = selectors.find(draft_id)
    title: dict[str, str] = {}
    for code in checks.languages():
        with translation.override(code):
            title[code] = _("Guideline, edition %(edition)s: what changes") % {
                "edition": draft.edition
            }
    lines = notices.lines_of(draft)
    return Notice(title, tuple(NoticeLine(*line) for line in lines))


SUBJECT = Subject(
    kind=SUBJECT_KIND,
    title=gettext_lazy("Draft of the guideline"),
    name=name,
    describe=describe,
    obstacles=obstacles_of,
    adopt=adopt,
    may_decide=may_decide,
    notice=notice,
)


def _item(change: "Change", words: "Words") -> Item:
    return Item(
        change.key,
        words.placed_heading(change),
        "\n".join(str(line) for line in words.before_lines(change)),
        "\n".join(str(line) for line in words.after_lines(change)),
    )
