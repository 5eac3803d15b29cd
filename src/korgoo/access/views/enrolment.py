"""A member sets a password with a one-time code."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from korgoo.access import selectors, services
from korgoo.access.forms import EnrolForm
from korgoo.access.http import public
from korgoo.lib.attempts import READ
from korgoo.lib.errors import NotFound


# Not taken ``@once``: the answer shows the printed key and must not be kept anywhere.
@public
@require_http_methods(READ)
@sensitive_post_parameters()
def enrol(request: HttpRequest) -> HttpResponse:
    too_many: HttpResponse | None = ratelimit.consume_or_429(
        request, action="reset_password_from_key"
    )
    if too_many is not None:
        return too_many
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            enrolled = services.enrol(given["one_time_code"], password=given["password"])
        except NotFound as error:
            form.add_error("one_time_code", str(error.message))
        else:
            return _done(request, enrolled)
    return _private(render(request, "access/enrol.html", {"form": form}))


def _done(request: HttpRequest, enrolled: services.Enrolled) -> HttpResponse:
    words = {
        "member": enrolled.user,
        "printed_key": enrolled.printed_key,
        "waits": enrolled.waits_for_approval,
        "fingerprint": selectors.fingerprint_of(enrolled.user),
    }
    return _private(render(request, "access/enrolled.html", words))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    return response
