"""Papers and pictures of a case: listed when asked for, shown one at a time."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Facet, Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import selectors, services, wording
from korgoo.casework.forms import PaperForm
from korgoo.lib.attempts import READ, attempt, status_of

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
# A file from outside runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
@needs(Permission.FACET_OPEN)
def papers(request: MemberRequest, case_id: UUID, kind: Facet) -> HttpResponse:
    case = selectors.get_case(case_id, actor=request.actor, permission=Permission.CASE_VIEW)
    lines = services.list_papers(case_id, kind, actor=request.actor)
    words = {"case": case, "kind": kind, "title": wording.PARTS[kind], "lines": lines}
    words["may_write"] = kind in selectors.parts_for_papers(case, actor=request.actor)
    return render(request, "casework/papers.html", words)


@require_safe
@needs(Permission.FACET_OPEN)
def paper(request: MemberRequest, case_id: UUID, kind: Facet, paper_id: UUID) -> HttpResponse:
    line, data = services.open_paper(case_id, kind, paper_id, actor=request.actor)
    name = f"paper.{ENDINGS[line.media_type]}"
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        "Content-Security-Policy": ALONE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(data, content_type=line.media_type, headers=headers)


@require_http_methods(READ)
@needs(Permission.FACET_WRITE)
@once
def add_paper(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE)
    parts = selectors.parts_for_papers(case, actor=actor)
    form = PaperForm(request.POST or None, request.FILES or None, parts=parts)
    if form.is_valid():
        said = form.cleaned_data
        part = Facet(said["part"])
        deed = attempt(
            form,
            lambda: services.add_paper(
                case_id,
                part,
                said["file"].read(),
                kind=said["kind"],
                title=said["title"],
                actor=actor,
            ),
        )
        if deed:
            return redirect("casework:papers", case_id=case_id, kind=part)
    words: dict[str, Any] = {"case": case, "form": form}
    return render(request, "casework/paper_add.html", words, status=status_of(form))


@require_POST
@needs(Permission.FACET_WRITE)
@once
def remove_paper(
    request: MemberRequest, case_id: UUID, kind: Facet, paper_id: UUID
) -> HttpResponse:
    services.remove_paper(case_id, kind, paper_id, actor=request.actor)
    return redirect("casework:papers", case_id=case_id, kind=kind)
