"""A card, page by page: questions, then the officer's own opinion."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.countrypack import api as packs
from korgoo.identification import (
    agency_views,
    earlier,
    editions,
    explanation,
    progress,
    sealed_words,
    selectors,
    services,
)
from korgoo.identification.enums import FULL_VIEW, AgeCheck, Opinion
from korgoo.identification.forms import AgeForm, Asked, CardPageForm, OpinionForm
from korgoo.lib.attempts import READ, REFUSED, status_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.guidelines import Choice
    from korgoo.identification.models import Screening


@dataclass(frozen=True, slots=True)
class Desk:
    """One card as it lies before the officer."""

    screening: "Screening"
    guideline: "GuidelineData"
    view: "AgencyView"
    choices: "list[Choice]"

    @property
    def way(self) -> progress.Progress:
        """Which pages are asked, given the answers so far."""
        return progress.progress_of(self.view, self.choices)

    @property
    def answered(self) -> "list[Choice]":
        """What counts of the choices: those on pages that are asked."""
        asked = {q.key for page in self.way.pages for q in self.view.pages[page - 1].questions}
        return [choice for choice in self.choices if choice.question in asked]


@kept_as(_("A page of a card"))
@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def page(request: MemberRequest, screening_id: UUID, number: int) -> HttpResponse:
    screening = _screening(request, screening_id)
    if screening.is_read and request.method != "POST":
        return redirect("identification:reading", screening_id=screening_id)
    desk = _desk(screening)
    form = _card_page(request, desk, number)
    if form.is_valid():
        _keep(screening, form, request)
        return _next_page(screening, number)
    words = _around(desk, number)
    words |= {"form": form, "screening": screening, "number": number}
    status = REFUSED if form.is_bound else 200
    return render(request, "identification/page.html", words, status=status)


@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def age(request: MemberRequest, screening_id: UUID) -> HttpResponse:
    screening = _screening(request, screening_id)
    if not screening.view.startswith(FULL_VIEW):
        raise NotFound(_("We found no such page."))
    form = AgeForm(request.POST or None, initial={"age_check": screening.age_check})
    if form.is_valid():
        services.set_age(
            screening_id, AgeCheck(form.cleaned_data["age_check"]), actor=request.actor
        )
        return redirect("identification:page", screening_id=screening_id, number=1)
    words = {"screening": screening, "form": form}
    return render(request, "identification/age.html", words, status=status_of(form))


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
    desk = _desk(screening)
    last = desk.way.pages[-1]
    words = {"screening": screening, "form": form, "last": last, "asked": len(desk.answered)}
    words |= {"now": _in_words(progress.at_once(desk.view, last, desk.choices))}
    return render(request, "identification/opinion.html", words, status=status_of(form))


def _screening(request: MemberRequest, screening_id: UUID) -> "Screening":
    return selectors.get_screening(
        screening_id, actor=request.actor, permission=Permission.SCREENING_FILL
    )


def _desk(screening: "Screening") -> Desk:
    guideline = editions.of(screening).data
    view = agency_views.view_of(screening.view, guideline, child=screening.is_child)
    return Desk(screening, guideline, view, selectors.choices_of(screening))


def _card_page(request: HttpRequest, desk: Desk, number: int) -> CardPageForm:
    if number not in desk.way.pages:
        raise NotFound(_("We found no such page."))
    about = Asked(
        catalogues=desk.guideline.catalogues,
        chosen=tuple(desk.choices),
        known=earlier.known_before(desk.screening),
        language=explanation.language(),
    )
    questions = desk.view.pages[number - 1].questions
    return CardPageForm(request.POST or None, questions=questions, about=about)


def _keep(screening: "Screening", form: CardPageForm, request: MemberRequest) -> None:
    asked = [question.key for question in form.questions]
    services.save_answers(screening.pk, form.choices(), asked=asked, actor=request.actor)
    for facet, lines in form.words().items():
        sealed_words.write(screening.subject, facet, lines, actor=request.actor)


def _next_page(screening: "Screening", number: int) -> HttpResponse:
    following = _desk(screening).way.next_after(number)
    if following is None:
        return redirect("identification:opinion", screening_id=screening.pk)
    return redirect("identification:page", screening_id=screening.pk, number=following)


def _around(desk: Desk, number: int) -> dict[str, Any]:
    """Say where on the way a page stands, and in which words."""
    language, view, way = explanation.language(), desk.view, desk.way
    asked = view.pages[number - 1]
    return {
        "view_title": view.title.in_language(language),
        "intro": view.intro.in_language(language),
        "title": asked.title.in_language(language),
        "note": asked.note.in_language(language) if asked.note else "",
        "now": _in_words(progress.at_once(view, way.before(number), desk.choices)),
        "before": way.before(number),
        "status": view.provenance.status,
        "step": way.place_of(number),
        "total": len(way.pages),
        "read_aloud": _read_aloud(),
    }


def _in_words(texts: list[Any]) -> list[str]:
    return [text.in_language(explanation.language()) for text in texts]


def _read_aloud() -> str:
    """Return what the person is told before the first question."""
    first = packs.current().consent.told[0]
    return first.text.in_language(explanation.language())
