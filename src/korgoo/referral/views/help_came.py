"""The public page on which the person says whether help came. No account, no name."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.http import once, public
from korgoo.lib.attempts import READ
from korgoo.lib.errors import NotFound
from korgoo.referral import services
from korgoo.referral.enums import Helped
from korgoo.referral.forms import HelpCameForm

View = Callable[[HttpRequest], HttpResponse]


def counted(view: View) -> View:
    """Count a complete try before the page looks at it.

    It stands above ``once``, which undoes everything when the code is wrong: the count must stay.
    """

    @wraps(view)
    def trying(request: HttpRequest) -> HttpResponse:
        form = HelpCameForm(request.POST or None)
        if form.is_valid():
            services.count_attempt(form.cleaned_data["number"])
        return view(request)

    return trying


@require_http_methods(READ)
@public
@counted
@once
def confirm(request: HttpRequest) -> HttpResponse:
    form = HelpCameForm(request.POST or None)
    if form.is_valid():
        helped = Helped(form.cleaned_data["helped"])
        try:
            services.confirm_by_code(
                form.cleaned_data["number"], form.cleaned_data["code"], helped
            )
        except NotFound as error:
            form.add_error(None, str(error.message))
        else:
            return redirect("referral:thanks", helped=helped.value)
    words = {"form": form, "neutral_title": True}
    return render(request, "referral/help_came.html", words, status=422 if form.errors else 200)


@require_safe
@public
def thanks(request: HttpRequest, helped: str) -> HttpResponse:
    if helped not in Helped.values:
        raise NotFound(_("We found no such page."))
    words = {"helped": helped, "neutral_title": True}
    return render(request, "referral/thanks.html", words)
