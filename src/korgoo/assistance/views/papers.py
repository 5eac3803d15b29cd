"""The programme on paper, and in the codes of the standard."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.assistance import api, selectors, services
from korgoo.assistance import paper as sheets
from korgoo.countrypack import paper_languages

if TYPE_CHECKING:
    from korgoo.casework.api import CaseCard

WRITE = Permission.PROGRAMME_WRITE
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
@needs(WRITE)
def paper(request: MemberRequest, case_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 2)
    with_goals = request.GET.get("goals") == "1"
    goals = services.print_programme(case_id, with_goals=with_goals, actor=request.actor)
    seen = selectors.sight(case_id, actor=request.actor, permission=WRITE)
    printed = sheets.render(seen, goals, actor=request.actor, languages=languages)
    return _file(printed, "application/pdf", "pdf", seen.case)


@require_safe
@needs(WRITE)
def export(request: MemberRequest, case_id: UUID, form: str) -> HttpResponse:
    seen = selectors.sight(case_id, actor=request.actor, permission=WRITE)
    written = api.export(case_id, form=form, actor=request.actor)
    return _file(written.encode(), TYPES[form], form, seen.case)


def _file(content: bytes, kind: str, ending: str, case: "CaseCard") -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"programme-{case.code}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
