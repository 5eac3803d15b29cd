"""How well people are matched, and persons counted once. Reading alone."""

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.counting import api, presentation, services
from korgoo.counting.forms import PersonsForm, ThresholdForm
from korgoo.lib.errors import NotFound


@require_safe
@needs(Permission.QUALITY_VIEW)
def quality(request: MemberRequest) -> HttpResponse:
    form = ThresholdForm({**ThresholdForm.usual(), **request.GET.dict()})
    if not form.is_valid():
        form = ThresholdForm(ThresholdForm.usual())
        form.is_valid()
    words = presentation.quality(form.cleaned_data["threshold"])
    return render(request, "counting/quality.html", words | {"form": form})


@require_safe
@needs(Permission.PERSONS_COUNT)
def persons(request: MemberRequest) -> HttpResponse:
    form = PersonsForm({**PersonsForm.usual(), **request.GET.dict()})
    if not form.is_valid():
        form = PersonsForm(PersonsForm.usual())
        form.is_valid()
    question = form.question()
    told = api.year_of(question.year, scope=question.scope, actor=request.actor)
    services.record_count(question, actor=request.actor)
    words = presentation.persons(told, question) | {"form": form}
    return render(request, "counting/persons.html", words)


@require_safe
@needs(Permission.PERSONS_COUNT)
def persons_file(request: MemberRequest) -> HttpResponse:
    form = PersonsForm(request.GET)
    if not form.is_valid():
        raise NotFound(presentation.NO_SUCH)
    question = form.question()
    told = api.year_of(question.year, scope=question.scope, actor=request.actor)
    services.record_export(question, actor=request.actor)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="persons-{question.year}.csv"'
    csv.writer(response).writerows(presentation.persons_rows(told, question))
    return response
