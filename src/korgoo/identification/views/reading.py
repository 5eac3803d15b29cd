"""The reading of a card: as it was made, on paper, and under another edition."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.countrypack import paper_languages
from korgoo.identification import (
    drafts,
    editions,
    explanation,
    panels,
    paper,
    policies,
    replay,
    selectors,
    services,
)
from korgoo.identification.forms import AgainForm
from korgoo.lib import dates

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.identification.models import Screening


@require_safe
@needs(Permission.SCREENING_VIEW)
def reading(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    actor = request.actor
    screening = services.look_at(screening_id, actor=actor)
    relation = selectors.relation(screening, actor=actor)
    if not policies.show_reading(screening):
        return _not_yet(request, screening)
    words = {
        "screening": screening,
        "reading": explanation.explain(screening),
        "opinion": explanation.opinion_words(screening),
        "officer": access.member_name(screening.started_by_id),
        "organisation": access.card(screening.organisation_id).name,
        "may_refer": bool(policy.decide(actor, Permission.REFERRAL_SEND, relation)),
        "decisions": panels.decisions_of(screening.pk),
        "panels": panels.after_reading(screening.subject, screening.pk, actor=actor),
    }
    return render(request, "identification/reading.html", words)


def _not_yet(request: MemberRequest, screening: "Screening") -> HttpResponse:
    relation = selectors.relation(screening, actor=request.actor)
    if policy.decide(request.actor, Permission.SCREENING_FILL, relation):
        return redirect("identification:opinion", screening_id=screening.pk)
    return render(request, "identification/not_yet.html", {"screening": screening})


@require_safe
@needs(Permission.SCREENING_VIEW)
def print_out(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 2)
    screening = services.print_reading(screening_id, actor=request.actor)
    return HttpResponse(
        paper.render(screening, languages),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="reading.pdf"'},
    )


@require_safe
@needs(Permission.SCREENING_VIEW)
def again(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    given = request.GET if {"edition", "day"} & set(request.GET) else None
    form = AgainForm(given, editions=_choices(request.actor))
    other = _chosen(form, request.actor) if form.is_valid() else None
    screening = services.look_again(
        screening_id, edition=other.digest if other else "", actor=request.actor
    )
    words: dict[str, Any] = {
        "screening": screening,
        "form": form,
        "was": explanation.explain(screening),
        "now": replay.explain_under(screening, other) if other else None,
        "title": _edition_title,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "identification/again.html", words, status=status)


def _choices(actor: "Actor") -> list[tuple[str, str]]:
    """List editions, and after them the drafts that this member may read."""
    found = [(edition.digest, _edition_title(edition)) for edition in editions.every()]
    lines = drafts.choices(actor=actor)
    return found + [(line.key, _("Draft: %(name)s") % {"name": line.title}) for line in lines]


def _chosen(form: AgainForm, actor: "Actor") -> editions.Edition | None:
    """Open what was chosen; a draft with faults is an error of the form."""
    key, day = form.cleaned_data.get("edition"), form.cleaned_data.get("day")
    if not key:
        return editions.on(day) if day else None
    if not key.startswith(drafts.PREFIX):
        return editions.by_digest(key)
    try:
        return drafts.as_edition(key, actor=actor)
    except drafts.Faulty as error:
        form.add_error("edition", str(error.message))
        return None


def _edition_title(edition: editions.Edition) -> str:
    if edition.origin == drafts.ORIGIN:
        return _("Draft: %(name)s") % {"name": edition.name}
    if edition.valid_from is None:
        return pgettext("edition of the guideline", "%(name)s, from the beginning") % {
            "name": edition.name
        }
    return _("%(name)s, in force from %(day)s") % {
        "name": edition.name,
        "day": dates.long_day(edition.valid_from),
    }
