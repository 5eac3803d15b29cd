"""The first ninety seconds, and the page of help after them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission, Relation
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import recognising, selectors, services
from korgoo.casework.enums import AgeBand, Danger
from korgoo.casework.forms import FirstContactForm
from korgoo.casework.presentation import what_may
from korgoo.casework.views.known import Answer, perhaps_known
from korgoo.casework.views.numbers import numbers_to_call
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, attempt, status_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


@kept_as(_("First contact"), FirstContactForm)
@require_http_methods(READ)
@needs(Permission.CASE_OPEN)
@once
def open_case(request: MemberRequest) -> HttpResponse:
    form, known = FirstContactForm(request.POST or None), None
    if form.is_valid():
        contact, answer = form.contact(), Answer.of(request.POST)
        known = _known(contact, answer, actor=request.actor)
        if not known and (case := attempt(form, lambda: _open(contact, answer, request.actor))):
            return redirect("casework:help_now", case_id=case.pk)
    words = {"form": form, "known": known, **numbers_to_call()}
    return render(request, "casework/open.html", words, status=status_of(form))


def _known(
    contact: services.FirstContact, answer: Answer, *, actor: "Actor"
) -> dict[str, Any] | None:
    """Ask whether the person is known here; never while somebody is in danger."""
    if contact.danger == Danger.YES:
        return None
    told = recognising.Told(contact.identity, contact.contact, contact.coded.get("sex", ""))
    return perhaps_known(told, answer, actor=actor)


def _open(contact: services.FirstContact, answer: Answer, actor: "Actor") -> "Case":
    case = services.open_case(contact, actor=actor)
    answer.remember(case.pk, actor=actor)
    return case


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
