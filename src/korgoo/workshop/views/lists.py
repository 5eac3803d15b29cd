"""Editions and drafts; what an edition holds, to read and to print."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.identification import api as identification
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.workshop import checks, policies, selectors
from korgoo.workshop.enums import DraftState
from korgoo.workshop.presentation.contents import contents, vectors
from korgoo.workshop.presentation.drafts import TONES
from korgoo.workshop.presentation.lists import catalogue_page
from korgoo.workshop.presentation.questions import view_page

if TYPE_CHECKING:
    from korgoo.identification.api import Edition

VIEW = Permission.GUIDELINE_VIEW
SHORT_DIGEST = 16


@require_safe
@needs(VIEW)
def index(request: MemberRequest) -> HttpResponse:
    words = {
        "editions": [_edition_row(one) for one in reversed(identification.list_editions())],
        "drafts": [
            {"row": row, "state": row.get_state_display(), "tone": TONES[DraftState(row.state)]}
            for row in selectors.list_drafts(actor=request.actor)
        ],
        "may_start": policies.may(request.actor, Permission.DRAFT_EDIT),
    }
    return render(request, "workshop/list.html", words)


@require_safe
@needs(VIEW)
def edition(request: MemberRequest, digest: str) -> HttpResponse:
    found = identification.edition_by_digest(digest)
    short = found.digest[:SHORT_DIGEST]
    words = {
        **_edition_words(found),
        "contents": contents(
            found.files,
            checks.languages(),
            list_at=lambda key: reverse("workshop:edition_catalogue", args=[short, key]),
            set_at=lambda key: reverse("workshop:edition_view", args=[short, key]),
        ),
        "examples": vectors(found.files),
    }
    return render(request, "workshop/edition.html", words)


@require_safe
@needs(VIEW)
def edition_catalogue(request: MemberRequest, digest: str, catalogue: str) -> HttpResponse:
    found = identification.edition_by_digest(digest)
    shown = catalogue_page(found.files, catalogue, checks.languages())
    return _part(request, "workshop/catalogue.html", found, shown)


@require_safe
@needs(VIEW)
def edition_view(request: MemberRequest, digest: str, view_key: str) -> HttpResponse:
    found = identification.edition_by_digest(digest)
    shown = view_page(found.files, view_key, checks.languages())
    return _part(request, "workshop/view.html", found, shown)


def _part(
    request: MemberRequest, template: str, found: "Edition", shown: dict[str, Any] | None
) -> HttpResponse:
    words = {**_edition_words(found), "shown": shown, "draft": None, "may_edit": False}
    return render(request, template, not_found(words))


def not_found(words: dict[str, Any]) -> dict[str, Any]:
    """Give the words of a page when there is something to show on it.

    Raises:
        NotFound: The guideline has no such part.
    """
    if words["shown"] is None:
        raise NotFound(_("We found no such page."))
    return words


def _edition_words(found: "Edition") -> dict[str, Any]:
    return {"edition": found, "digest": found.digest[:SHORT_DIGEST], **_standing(found)}


def _edition_row(one: "Edition") -> dict[str, Any]:
    return {"edition": one, "digest": one.digest[:SHORT_DIGEST], **_standing(one)}


def _standing(one: "Edition") -> dict[str, Any]:
    """Say whether an edition is in force, is over or is to come."""
    today = clock.today()
    if one.valid_from and one.valid_from > today:
        return {"standing": pgettext("edition of a guideline", "To come"), "tone": "waiting"}
    if one.valid_to and one.valid_to < today:
        return {"standing": pgettext("edition of a guideline", "Over"), "tone": "closed"}
    return {"standing": pgettext("edition of a guideline", "In force"), "tone": "good"}
