"""What persons ask about their own data: taken, answered, carried out."""

import json
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.closing import policies, selectors, services
from korgoo.closing.enums import Asked, Way
from korgoo.closing.forms import AnswerForm, RequestForm
from korgoo.closing.models import PersonRequest
from korgoo.closing.papers import paper
from korgoo.closing.presentation import request_row, request_rows
from korgoo.countrypack import paper_languages
from korgoo.lib.attempts import READ, attempt, status_of


@require_safe
@needs(Permission.REQUEST_VIEW)
def requests(request: MemberRequest) -> HttpResponse:
    return render(request, "closing/requests.html", {"rows": request_rows(actor=request.actor)})


@require_http_methods(READ)
@needs(Permission.REQUEST_RECORD)
@once
def take(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = casework.case_card(case_id, actor=actor, permission=Permission.REQUEST_RECORD)
    form = RequestForm(request.POST or None)
    if form.is_valid():
        kind, way = Asked(form.cleaned_data["kind"]), Way(form.cleaned_data["way"])
        row = attempt(form, lambda: services.take_request(case_id, kind, way=way, actor=actor))
        if row:
            return redirect("closing:request", request_id=row.pk)
    words = {"case": case, "form": form}
    return render(request, "closing/take_request.html", words, status=status_of(form))


@kept_as(_("Answer to a request of a person"), AnswerForm)
@require_http_methods(READ)
@needs(Permission.REQUEST_VIEW)
@once
def one(request: MemberRequest, request_id: UUID) -> HttpResponse:
    actor = request.actor
    row = selectors.get_request(request_id, actor=actor, permission=Permission.REQUEST_VIEW)
    may_answer = bool(policy.decide(actor, Permission.REQUEST_ANSWER, Relation.OWNER))
    writable = _writable(row, request) if may_answer and row.kind == Asked.CORRECTION else []
    data = request.POST if may_answer and request.method == "POST" else None
    form = AnswerForm(data, kind=row.kind, parts=writable)
    if form.is_valid():
        attempt(form, lambda: services.answer_request(row.pk, form.reply(), actor=actor))
        if not form.errors:
            return redirect("closing:request", request_id=row.pk)
    words = _words(row, request, may_answer=may_answer) | {"form": form}
    return render(request, "closing/request.html", words, status=status_of(form))


@require_POST
@needs(Permission.REQUEST_CONFIRM)
@once
def confirm(request: MemberRequest, request_id: UUID) -> HttpResponse:
    services.confirm_erasure(request_id, actor=request.actor)
    return redirect("closing:request", request_id=request_id)


@require_POST
@needs(Permission.REQUEST_CONFIRM)
@once
def back(request: MemberRequest, request_id: UUID) -> HttpResponse:
    services.send_back(request_id, actor=request.actor)
    return redirect("closing:request", request_id=request_id)


@require_POST
@needs(Permission.REQUEST_ANSWER)
@once
def lift(request: MemberRequest, request_id: UUID) -> HttpResponse:
    services.lift_restriction(request_id, actor=request.actor)
    return redirect("closing:request", request_id=request_id)


@require_safe
@needs(Permission.REQUEST_ANSWER)
def copy_pdf(request: MemberRequest, request_id: UUID) -> HttpResponse:
    with paper_languages.speaking(request.GET):
        copy = services.export_copy(request_id, actor=request.actor)
        return _file(paper.render(copy), "application/pdf", "copy.pdf")


@require_safe
@needs(Permission.REQUEST_ANSWER)
def copy_json(request: MemberRequest, request_id: UUID) -> HttpResponse:
    copy = services.export_copy(request_id, actor=request.actor)
    text = json.dumps(copy.stored, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    return _file(text.encode(), "application/json", "copy.json")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _words(row: PersonRequest, request: MemberRequest, *, may_answer: bool) -> dict[str, Any]:
    actor = request.actor
    cards = casework.own_cases_by_id([row.case_id], actor=actor)
    held = selectors.held_of(row.case_id) if row.waits_for_second else []
    may_confirm = bool(policy.decide(actor, Permission.REQUEST_CONFIRM, Relation.OWNER))
    verdict = policies.confirm(actor, row, held)
    return {
        "row": request_row(row, cards),
        "case_id": row.case_id if may_answer else None,
        "may_answer": may_answer and bool(policies.answer(row)),
        "may_copy": may_answer and row.kind == Asked.COPY and row.answer == "granted",
        "may_lift": may_answer and bool(policies.lift(row)),
        "waits_for_second": row.waits_for_second,
        "may_confirm": may_confirm and bool(verdict),
        "why_not": str(verdict.reason) if may_confirm else "",
    }


def _writable(row: PersonRequest, request: MemberRequest) -> list[Any]:
    return [s.kind for s in casework.parts_of(row.case_id, actor=request.actor) if s.can_write]
