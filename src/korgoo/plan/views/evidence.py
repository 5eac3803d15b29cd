"""Papers, pictures and addresses beside a report."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.lib.fields import upload_field
from korgoo.plan import selectors, services
from korgoo.plan.forms import EvidenceForm

VIEW, WRITE = Permission.PLAN_VIEW, Permission.REPORT_WRITE
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


@require_http_methods(READ)
@needs(WRITE)
@once
def add(request: MemberRequest, report_id: UUID, measure: str) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    part = selectors.get_entry(row, measure)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_evidence(
            report_id,
            measure,
            form.cleaned_data["title"],
            paper=form.cleaned_data["file"],
            address=form.cleaned_data["address"],
            actor=request.actor,
        ),
    ):
        messages.success(request, _("The evidence is added."))
        return redirect("plan:entry", report_id=report_id, measure=measure)
    words = {
        "form": form,
        "part": part,
        "report": row,
        "upload": upload_field(form, accept=".jpg,.jpeg,.png,.webp,.pdf"),
    }
    return render(request, "plan/evidence.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def show(request: MemberRequest, evidence_id: UUID) -> HttpResponse:
    row = selectors.get_evidence(evidence_id, actor=request.actor)
    if row.data is None:
        raise NotFound(_("We found no such file."))
    response = HttpResponse(bytes(row.data), content_type=row.media_type)
    name = f"evidence.{ENDINGS[row.media_type]}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
@needs(WRITE)
@once
def remove(request: MemberRequest, evidence_id: UUID) -> HttpResponse:
    row = services.remove_evidence(evidence_id, actor=request.actor)
    messages.success(request, _("The evidence is taken out."))
    return redirect("plan:entry", report_id=row.entry.report_id, measure=row.entry.measure.code)
