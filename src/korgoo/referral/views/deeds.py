"""The page of one referral, and every step that sender and receiver take on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.referral import presentation, selectors, services
from korgoo.referral.enums import ConfirmedHow, DeclineReason, Deed, Helped, Question
from korgoo.referral.forms import AskForm, ConfirmForm, DeclineForm

if TYPE_CHECKING:
    from korgoo.referral.models import Referral

# Who may answer is the receiver, or on paper the sender with other roles: the deed decides.
ANSWER, SEND = Permission.REFERRAL_VIEW, Permission.REFERRAL_SEND
CONFIRM = Permission.REFERRAL_CONFIRM


@require_safe
@needs(Permission.REFERRAL_VIEW)
def referral(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    return _page(request, referral_id)


@require_POST
@needs(ANSWER)
@once
def acknowledge(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("The sender sees that the referral arrived. Answer it as soon as you can.")
    return _answer(request, referral_id, services.acknowledge, done)


@require_POST
@needs(ANSWER)
@once
def accept(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("You have promised help. Say here when it begins: until then the time runs on.")
    return _answer(request, referral_id, services.accept, done)


@kept_as(gettext_lazy("Why a referral is declined"), DeclineForm)
@require_POST
@needs(ANSWER)
@once
def decline(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = selectors.get_for_deed(referral_id, Deed.DECLINE, actor=request.actor)
    form = presentation.decline_form(row, actor=request.actor, typed=request.POST)
    if not form.is_valid():
        return _page(request, referral_id, form=form, decline_form=form)
    services.decline(
        referral_id,
        DeclineReason(form.cleaned_data["reason"]),
        alternative_id=form.cleaned_data["alternative"],
        actor=request.actor,
    )
    done = _("The sender sees your reason and looks for another way.")
    messages.success(request, presentation.after_answer(row, done, actor=request.actor))
    return _back(referral_id)


@kept_as(gettext_lazy("Questions about a referral"), AskForm)
@require_POST
@needs(ANSWER)
@once
def ask(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = selectors.get_for_deed(referral_id, Deed.ASK, actor=request.actor)
    form = presentation.ask_form(row, actor=request.actor, typed=request.POST)
    if not form.is_valid():
        return _page(request, referral_id, form=form, ask_form=form)
    questions = frozenset(Question(value) for value in form.cleaned_data["questions"])
    services.ask(referral_id, questions, actor=request.actor)
    done = _("The sender sees your questions. Your time stands still.")
    messages.success(request, presentation.after_answer(row, done, actor=request.actor))
    return _back(referral_id)


@require_POST
@needs(ANSWER)
@once
def start(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("Help has begun. Report here when it was given.")
    return _answer(request, referral_id, services.start_service, done)


@require_POST
@needs(ANSWER)
@once
def report(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("Your report is there. The referral closes when the person confirms the help.")
    return _answer(request, referral_id, services.report_service, done)


@require_POST
@needs(SEND)
@once
def inform(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("The receiver sees that the information is there. Its time to answer runs again.")
    return _do(request, referral_id, services.give_information, done)


@require_POST
@needs(SEND)
@once
def withdraw(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("The referral was taken back. What the receiver could open is closed.")
    return _do(request, referral_id, services.withdraw, done)


@kept_as(gettext_lazy("What the person says about the help"), ConfirmForm)
@require_POST
@needs(CONFIRM)
@once
def confirm(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    selectors.get_referral(referral_id, actor=request.actor, permission=CONFIRM)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _page(request, referral_id, form=form, confirm_form=form)
    helped = Helped(form.cleaned_data["helped"])
    how = ConfirmedHow(form.cleaned_data["how"])
    services.confirm_by_sender(referral_id, helped, how=how, actor=request.actor)
    messages.success(request, presentation.after_word(helped))
    return _back(referral_id)


@require_POST
@needs(SEND)
@once
def note(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = services.note_return(referral_id, actor=request.actor)
    if "find" not in request.POST:
        messages.success(request, _("The referral has left the list of what came back."))
        return redirect("referral:sent_list")
    chosen = {"kind": row.kind, "first": row.alternative_id or ""}
    return redirect(f"{reverse('referral:choose', args=[row.case_id])}?{urlencode(chosen)}")


@require_POST
@needs(SEND)
@once
def share(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    done = _("The receiver can now open what the person agreed to share.")
    return _do(request, referral_id, services.share_now, done)


def _answer(
    request: MemberRequest, referral_id: UUID, deed: "Callable[..., Referral]", done: str
) -> HttpResponse:
    """Take one step of the receiver, or write it down for one that is not connected."""
    row = deed(referral_id, actor=request.actor)
    messages.success(request, presentation.after_answer(row, done, actor=request.actor))
    return _back(referral_id)


def _do(
    request: MemberRequest, referral_id: UUID, deed: Callable[..., Any], done: str
) -> HttpResponse:
    """Take one step that needs no answers, and go back to the page of the referral."""
    deed(referral_id, actor=request.actor)
    messages.success(request, done)
    return _back(referral_id)


def _back(referral_id: UUID) -> HttpResponse:
    return redirect("referral:referral", referral_id=referral_id)


def _page(request: MemberRequest, referral_id: UUID, **forms: Any) -> HttpResponse:
    """Show one referral as the actor may know it; ``forms`` are those that came back with errors."""
    words = presentation.page(referral_id, actor=request.actor) | forms
    return render(request, "referral/referral.html", words, status=422 if forms else 200)
