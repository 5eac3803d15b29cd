"""The list of consultations, the page of one, and its days."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.consultation import presentation, services
from korgoo.consultation.forms import LastDayForm, takes
from korgoo.lib.attempts import READ

VIEW, OPEN = Permission.CONSULTATION_VIEW, Permission.CONSULTATION_OPEN


@require_safe
@needs(VIEW)
def consultations(request: MemberRequest) -> HttpResponse:
    return render(request, "consultation/list.html", presentation.lists(actor=request.actor))


@require_safe
@needs(VIEW)
def consultation(request: MemberRequest, consultation_id: UUID) -> HttpResponse:
    words = presentation.page(consultation_id, actor=request.actor)
    return render(request, "consultation/consultation.html", words)


@kept_as(gettext_lazy("Last day for comments on a draft"), LastDayForm)
@require_http_methods(READ)
@needs(OPEN)
@once
def open_draft(request: MemberRequest, kind: str, subject_id: UUID) -> HttpResponse:
    words = presentation.opening(kind, subject_id)
    form = LastDayForm(request.POST or None)
    if request.method == "POST" and takes(form, words["verdict"]):
        until = form.cleaned_data["open_until"]
        row = services.open_consultation(kind, subject_id, open_until=until, actor=request.actor)
        messages.success(request, _("Every organisation can comment on the draft now."))
        return redirect("consultation:consultation", consultation_id=row.pk)
    status = 422 if form.errors else 200
    return render(request, "consultation/open.html", words | {"form": form}, status=status)


@kept_as(gettext_lazy("More time for comments on a draft"), LastDayForm)
@require_http_methods(READ)
@needs(OPEN)
@once
def extend(request: MemberRequest, consultation_id: UUID) -> HttpResponse:
    words = presentation.extending(consultation_id, actor=request.actor)
    form = LastDayForm(request.POST or None, before=words["card"].open_until)
    if request.method == "POST" and takes(form, words["verdict"]):
        until = form.cleaned_data["open_until"]
        services.extend(consultation_id, open_until=until, actor=request.actor)
        messages.success(request, _("Organisations have more time for comments."))
        return redirect("consultation:consultation", consultation_id=consultation_id)
    status = 422 if form.errors else 200
    return render(request, "consultation/extend.html", words | {"form": form}, status=status)
