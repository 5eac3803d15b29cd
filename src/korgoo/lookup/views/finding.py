"""One box that finds a person among own cases. What is typed comes by POST and goes nowhere else."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, status_of
from korgoo.lookup import presentation, services
from korgoo.lookup.forms import FindForm


@require_http_methods(READ)
@needs(Permission.CASE_OPEN)
def find(request: MemberRequest) -> HttpResponse:
    form = FindForm(request.POST or None)
    words: dict[str, Any] = {"form": form, "lines": None, "progress": None}
    if form.is_valid():
        text = form.cleaned_data["sought_person"]
        words["lines"] = lines = presentation.lines_of(text, actor=request.actor)
        access.count_search(actor=request.actor)
        if not request.htmx:
            services.note_search(len(lines), actor=request.actor)
    else:
        words["progress"] = presentation.progress(actor=request.actor)
    return render(request, "lookup/find.html", words, status=status_of(form))


@require_POST
@needs(Permission.CASE_OPEN)
def open_hit(request: MemberRequest, case_id: UUID) -> HttpResponse:
    opened = services.open_person(case_id, actor=request.actor)
    return render(request, "lookup/opened.html", {"person": presentation.person(opened)})


@require_POST
@needs(Permission.CASE_OPEN)
@once
def make_findable(request: MemberRequest) -> HttpResponse:
    services.encode_more(actor=request.actor)
    return redirect("lookup:find")
