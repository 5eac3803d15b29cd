"""Adoption by two persons: proposed, confirmed by another, or taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.consultation import presentation, services
from korgoo.consultation.forms import ProposeForm, takes
from korgoo.lib.attempts import READ

DECIDE = Permission.ADOPTION_DECIDE


@kept_as(gettext_lazy("Proposed adoption of a draft"), ProposeForm)
@require_http_methods(READ)
@needs(DECIDE)
@once
def propose(request: MemberRequest, consultation_id: UUID) -> HttpResponse:
    words = presentation.proposing(consultation_id, actor=request.actor)
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and takes(form, words["verdict"]) and not words["obstacles"]:
        row = services.propose(consultation_id, **form.cleaned_data, actor=request.actor)
        messages.success(request, _("Adoption is proposed. A second person must confirm it."))
        return redirect("consultation:adoption", adoption_id=row.pk)
    status = 422 if form.is_bound else 200
    return render(request, "consultation/propose.html", words | {"form": form}, status=status)


@require_http_methods(READ)
@needs(DECIDE)
@once
def adoption(request: MemberRequest, adoption_id: UUID) -> HttpResponse:
    words = presentation.adoption(adoption_id, actor=request.actor)
    is_sent = request.method == "POST"
    if is_sent and not words["obstacles"]:
        row = services.confirm(adoption_id, actor=request.actor)
        messages.success(request, _("The draft is adopted. Every organisation is told."))
        return redirect("consultation:consultation", consultation_id=row.consultation_id)
    return render(request, "consultation/adoption.html", words, status=409 if is_sent else 200)


@require_POST
@needs(DECIDE)
@once
def withdraw(request: MemberRequest, adoption_id: UUID) -> HttpResponse:
    row = services.withdraw(adoption_id, actor=request.actor)
    messages.success(request, _("The proposal is taken back. The draft can be changed again."))
    return redirect("consultation:consultation", consultation_id=row.consultation_id)
