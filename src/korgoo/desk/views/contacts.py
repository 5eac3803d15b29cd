"""One contact: what is known, what belongs to it, what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.desk import presentation, services
from korgoo.desk.forms import JoinForm, OutcomeForm, as_typed
from korgoo.desk.presentation.forms import LOOK
from korgoo.desk.views.doing import about, done
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import DomainError, NotFound


@require_safe
@needs(Permission.CONTACT_READ)
def contact(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    return render(request, "desk/contact.html", about(request, contact_id))


@require_safe
@needs(Permission.CONTACT_READ)
def opened(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    words = about(request, contact_id)
    words["words"] = services.open_words(contact_id, actor=request.actor)
    return render(request, "desk/opened.html", words)


@kept_as(_("What came of a contact"), OutcomeForm)
@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def outcome(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    words = about(request, contact_id)
    form = _outcome_form(request, words["row"])
    if form.is_valid():
        ending = form.ending()
        if succeeds(form, lambda: services.say_outcome(contact_id, ending, actor=request.actor)):
            return redirect("desk:contact", contact_id=contact_id)
    words |= {"form": form, "found": presentation.looked_up(form, words["row"]["language_code"])}
    return render(request, "desk/outcome.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def pass_on(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    row = presentation.pass_on_page(contact_id, actor=request.actor)
    to = request.POST.get("to", "")
    if request.method == "POST" and to in {body.code for body in row["bodies"]}:
        if done(request, lambda: services.pass_on(contact_id, to, actor=request.actor)):
            messages.success(request, _("Written down: not our matter, told whom to turn to."))
        return redirect("desk:contact", contact_id=contact_id)
    return render(request, "desk/pass_on.html", {"row": row})


@require_POST
@needs(Permission.CONTACT_RECORD)
@once
def take(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    done(request, lambda: services.take(contact_id, actor=request.actor))
    return redirect("desk:contact", contact_id=contact_id)


@kept_as(_("Joining contacts of one person"), JoinForm)
@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def join(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    words = about(request, contact_id)
    form = presentation.join_form(request.POST or None, actor=request.actor)
    if form.is_valid() and succeeds(form, lambda: _join(form, contact_id, request)):
        return redirect("desk:contact", contact_id=contact_id)
    return render(request, "desk/join.html", words | {"form": form}, status=status_of(form))


@require_POST
@needs(Permission.CONTACT_RECORD)
@once
def part(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    done(request, lambda: services.part(contact_id, actor=request.actor))
    return redirect("desk:contact", contact_id=contact_id)


@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def forget(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    if request.method == "POST":
        done(request, lambda: services.forget(contact_id, actor=request.actor))
        return redirect("desk:contact", contact_id=contact_id)
    return render(request, "desk/forget.html", about(request, contact_id))


def _outcome_form(request: MemberRequest, row: dict[str, Any]) -> Any:
    if LOOK in request.POST:
        return as_typed(OutcomeForm, request.POST)
    known = {name: row["ending"][name] for name in ("outcome", "cards", "passed_to")}
    return OutcomeForm(request.POST or None, initial=known)


def _join(form: JoinForm, contact_id: UUID, request: MemberRequest) -> object:
    said, actor = form.cleaned_data, request.actor
    if said["conversation"]:
        return services.join_conversation(contact_id, UUID(said["conversation"]), actor=actor)
    try:
        if said["number"]:
            return services.join(contact_id, said["number"], actor=actor)
        return services.join_by_words(contact_id, said["receipt_words"], actor=actor)
    except NotFound as error:
        # Of what was typed: said above the form, with all that was typed.
        raise DomainError(error.message) from error
