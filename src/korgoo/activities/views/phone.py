"""The short form that a phone keeps, and what it sends when the line is back."""

from uuid import UUID

from django.core import signing
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.activities import selectors, services
from korgoo.activities.forms.phone import MEN, WOMEN, PhoneForm
from korgoo.activities.presentation import choices, pages
from korgoo.lib.attempts import REFUSED, attempt

LOG = Permission.ACTIVITY_LOG
SALT = "korgoo.activities.phone"
MARK = 16  # signs of the mark that tells whose entries wait on a phone


def owner_mark(user_id: int) -> str:
    """Tell members apart on one phone, without naming them."""
    return signing.Signer(salt=SALT).signature(str(user_id))[:MARK]


@require_safe
@needs(LOG)
def phone(request: MemberRequest) -> HttpResponse:
    cards = choices.cards(request.actor)
    if not cards:
        return render(request, "activities/no_campaign.html")
    words = {
        "form": PhoneForm(cards=cards),
        "women": WOMEN,
        "men": MEN,
        "owner": owner_mark(request.actor.user_id),
    }
    return render(request, "activities/phone.html", words)


@require_safe
@needs(LOG)
def token(request: MemberRequest) -> HttpResponse:
    said = {"token": get_token(request), "owner": owner_mark(request.actor.user_id)}
    return JsonResponse(said)


# Sent by the script of the kept form, with the number that the entry got when it was typed: a form that
# goes twice, because the line broke before the answer came, is one activity.
@require_POST
@needs(LOG)
@once
def send(request: MemberRequest) -> HttpResponse:
    form = PhoneForm(request.POST, cards=choices.cards(request.actor))
    if form.is_valid():
        row = attempt(
            form, lambda: services.log(form.campaign_id, form.to_facts(), actor=request.actor)
        )
        if row:
            return redirect("activities:taken", activity_id=row.pk)
    said = [str(error) for errors in form.errors.values() for error in errors]
    answer = {"is_refused": True, "message": " ".join(said), "href": form.whole_form()}
    return JsonResponse(answer, status=REFUSED)


@require_safe
@needs(LOG)
def taken(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    line = pages.line_of(selectors.get_activity(activity_id, actor=request.actor))
    return JsonResponse({"is_taken": True, "href": line["href"], "title": line["title"]})


@require_safe
@needs(LOG)
def pass_on(request: MemberRequest) -> HttpResponse:
    return render(request, "activities/pass_on.html")
