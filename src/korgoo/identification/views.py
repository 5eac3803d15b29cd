"""A card, page by page: questions, the officer's own opinion, then the reading."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.countrypack import api as packs
from korgoo.identification import (
    agency_views,
    explanation,
    panels,
    policies,
    selectors,
    services,
)
from korgoo.identification.enums import FULL_VIEW, AgeCheck, Opinion
from korgoo.identification.forms import AgeForm, CardPageForm, OpinionForm
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.models import Screening

READ = ["GET", "HEAD", "POST"]
REFUSED = 422


@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def page(request: MemberRequest, screening_id: UUID, number: int) -> HttpResponse:
    screening = _screening(request, screening_id)
    if screening.is_read and request.method != "POST":
        return redirect("identification:reading", screening_id=screening_id)
    view = agency_views.view_of(screening.view, screening.profile)
    if not 1 <= number <= len(view.pages):
        raise NotFound(_("We found no such page."))
    form = _card_page(request, screening, view, number)
    if form.is_valid():
        asked = [question.key for question in form.questions]
        services.save_answers(screening_id, form.choices(), asked=asked, actor=request.actor)
        return _next_page(screening_id, number, len(view.pages))
    words = {
        "screening": screening,
        "view_title": view.title.in_language(explanation.language()),
        "intro": view.intro.in_language(explanation.language()),
        "title": view.pages[number - 1].title.in_language(explanation.language()),
        "status": view.provenance.status,
        "number": number,
        "total": len(view.pages),
        "form": form,
        "read_aloud": _read_aloud(),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "identification/page.html", words, status=status)


@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def age(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    screening = _screening(request, screening_id)
    if screening.view != FULL_VIEW:
        raise NotFound(_("We found no such page."))
    form = AgeForm(request.POST or None, initial={"age_check": screening.age_check})
    if form.is_valid():
        services.set_age(
            screening_id, AgeCheck(form.cleaned_data["age_check"]), actor=request.actor
        )
        return redirect("identification:page", screening_id=screening_id, number=1)
    words = {"screening": screening, "form": form}
    return render(request, "identification/age.html", words, status=_status(form))


@kept_as(_("Your opinion after a card"), OpinionForm)
@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def opinion(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    screening = _screening(request, screening_id)
    if screening.is_read and request.method != "POST":
        return redirect("identification:reading", screening_id=screening_id)
    form = OpinionForm(request.POST or None)
    if form.is_valid():
        services.give_opinion(
            screening_id, Opinion(form.cleaned_data["opinion"]), actor=request.actor
        )
        return redirect("identification:reading", screening_id=screening_id)
    view = agency_views.view_of(screening.view, screening.profile)
    words = {"screening": screening, "form": form, "last": len(view.pages)}
    words |= {"asked": len(selectors.choices_of(screening))}
    return render(request, "identification/opinion.html", words, status=_status(form))


@require_safe
@needs(Permission.SCREENING_VIEW)
def reading(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    actor = request.actor
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_VIEW
    )
    if not policies.show_reading(screening):
        return redirect("identification:opinion", screening_id=screening_id)
    words = {
        "screening": screening,
        "reading": explanation.explain(screening),
        "opinion": screening.get_opinion_display(),
        "panels": panels.after_reading(screening.subject, screening.pk, actor=actor),
    }
    return render(request, "identification/reading.html", words)


def _screening(request: MemberRequest, screening_id: UUID) -> "Screening":
    return selectors.get_screening(
        screening_id, actor=request.actor, permission=Permission.SCREENING_FILL
    )


def _card_page(
    request: HttpRequest, screening: "Screening", view: "AgencyView", number: int
) -> CardPageForm:
    return CardPageForm(
        request.POST or None,
        questions=view.pages[number - 1].questions,
        catalogue=packs.current().catalogues[screening.catalogue],
        chosen=selectors.choices_of(screening),
        language=explanation.language(),
    )


def _next_page(screening_id: UUID, number: int, total: int) -> HttpResponse:
    if number < total:
        return redirect("identification:page", screening_id=screening_id, number=number + 1)
    return redirect("identification:opinion", screening_id=screening_id)


def _read_aloud() -> str:
    """Return what the person is told before the first question."""
    first = packs.current().consent.told[0]
    return first.text.in_language(explanation.language())


def _status(form: AgeForm | OpinionForm) -> int:
    return REFUSED if form.is_bound and form.errors else 200
