"""Whom nobody could help, counted for the co-ordinator; small numbers are hidden."""

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.directory import api, presentation, services
from korgoo.directory.forms import GapFilter
from korgoo.directory.selectors import NO_SUCH
from korgoo.lib.errors import NotFound


@require_safe
@needs(Permission.GAP_VIEW)
def missing(request: MemberRequest) -> HttpResponse:
    form = GapFilter({**presentation.usual_gaps(), **request.GET.dict()})
    if not form.is_valid():
        form = GapFilter(presentation.usual_gaps())
        form.is_valid()
    kind, year = form.cleaned_data["kind"], form.cleaned_data["year"]
    table = api.gaps(kind, year, actor=request.actor)
    words = presentation.gap_page(table, kind) | {"form": form, "kind": kind, "year": year}
    return render(request, "directory/gaps.html", words)


@require_safe
@needs(Permission.GAP_VIEW)
def as_file(request: MemberRequest, kind: str, year: int) -> HttpResponse:
    form = GapFilter({"kind": kind, "year": year})
    if not form.is_valid():
        raise NotFound(NO_SUCH)
    table = api.gaps(kind, year, actor=request.actor)
    services.record_export(kind, year, actor=request.actor)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="missing-help-{kind}-{year}.csv"'
    csv.writer(response).writerows(presentation.gap_rows(table))
    return response
