"""What waits for a member because a time limit comes near or has passed."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, status_of
from korgoo.reminders import selectors, services
from korgoo.reminders.forms import MailForm, SeenForm

MOST = 100
# Where a member may come back to after marking; anything else leads home.
BACK = ("web:home", "reminders:list")


@require_safe
@needs(Permission.ACCOUNT_USE)
def standing(request: MemberRequest) -> HttpResponse:
    return _list(request, SeenForm())


@require_POST
@needs(Permission.ACCOUNT_USE)
@once
def seen(request: MemberRequest) -> HttpResponse:
    # One button marks the ticked rows, the other one all that were shown.
    form = SeenForm({"seen": request.POST.getlist("shown" if "all" in request.POST else "seen")})
    if not form.is_valid():
        return _list(request, form)
    services.mark_seen(form.cleaned_data["seen"], actor=request.actor)
    back = request.POST.get("back", "")
    return redirect(reverse(back if back in BACK else BACK[0]))


@require_http_methods(READ)
@needs(Permission.ACCOUNT_USE)
@once
def mail(request: MemberRequest) -> HttpResponse:
    choice = selectors.mail_choice(actor=request.actor)
    initial = {
        "wanted": "no" if choice and not choice.is_wanted else "yes",
        "language": choice.language if choice else get_language(),
    }
    form = MailForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        services.choose_mail(
            told["language"], is_wanted=told["wanted"] == "yes", actor=request.actor
        )
        return redirect("reminders:list")
    status = status_of(form)
    return render(request, "reminders/mail.html", {"form": form}, status=status)


def _list(request: MemberRequest, form: SeenForm) -> HttpResponse:
    words = {
        "rows": selectors.list_standing(actor=request.actor, most=MOST),
        "limits": selectors.list_limits(actor=request.actor),
        "choice": selectors.mail_choice(actor=request.actor),
        "form": form,
    }
    return render(request, "reminders/list.html", words, status=status_of(form))
