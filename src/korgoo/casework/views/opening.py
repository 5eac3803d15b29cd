"""The first ninety seconds, and the page of help after them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission, Relation
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import selectors, services
from korgoo.casework.enums import AgeBand
from korgoo.casework.forms import FirstContactForm
from korgoo.casework.presentation import what_may
from korgoo.casework.views.numbers import numbers_to_call
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, attempt, status_of


@kept_as(_("First contact"), FirstContactForm)
@require_http_methods(READ)
@needs(Permission.CASE_OPEN)
@once
def open_case(request: MemberRequest) -> HttpResponse:
    form = FirstContactForm(request.POST or None)
    if form.is_valid():
        contact = form.contact()
        if case := attempt(form, lambda: services.open_case(contact, actor=request.actor)):
            return redirect("casework:help_now", case_id=case.pk)
    words = {"form": form, **numbers_to_call()}
    return render(request, "casework/open.html", words, status=status_of(form))


@require_safe
@needs(Permission.CASE_OPEN)
def help_now(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = selectors.get_case(case_id, actor=request.actor, permission=Permission.REFERRAL_SEND)
    language = get_language() or packs.current().default_language
    questions = [q.text.in_language(language) for q in packs.current().needs_help_now]
    may_be_child = case.is_child or case.age_band == AgeBand.UNKNOWN
    words: dict[str, Any] = {"case": case, "questions": questions, "may_be_child": may_be_child}
    words["may"] = what_may(request.actor, Relation.OWNER, case)
    return render(request, "casework/help_now.html", {**words, **numbers_to_call()})
