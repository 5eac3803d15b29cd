"""Being told of changes without a name: a code of words, and what changed since it was made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.http import public
from korgoo.agencies import services, wishes
from korgoo.agencies.errors import Later
from korgoo.agencies.forms import WatchedForm, WatchForm
from korgoo.agencies.presentation import watched as presentation
from korgoo.lib.attempts import READ, REFUSED, status_of
from korgoo.lib.public_forms import is_from_elsewhere, quiet

NOTHING = _("We found nothing under these words. Look at each word again.")


# Two steps: the code is shown first and kept when the person says that they have it. So nothing is kept that
# nobody can ask for, and the same form sent twice keeps one wish. The first step writes nothing and may come
# from a copy of the page on another server.
@public
@csrf_exempt
@require_POST
def watch(request: HttpRequest) -> HttpResponse:
    form = WatchForm(request.POST)
    code = wishes.read(form.cleaned_data["code"]) if form.is_valid() else None
    if not form.is_valid() or (code and is_from_elsewhere(request)):
        return quiet(render(request, "agencies/watch_failed.html", status=REFUSED))
    agency, country = form.cleaned_data["agency"], form.cleaned_data["country"]
    words = presentation.watch_page(agency, country)
    if code is None:
        words |= {"words": wishes.new_words(get_language() or ""), "later": ""}
        return quiet(render(request, "agencies/watch.html", words))
    try:
        services.watch(wishes.locator(code), agency, country)
    except Later as error:
        words |= {"words": code.split(), "later": str(error.message)}
        return quiet(render(request, "agencies/watch.html", words, status=error.status))
    return quiet(render(request, "agencies/watch_kept.html", words))


@public
@csrf_exempt
@require_http_methods(READ)
def watched(request: HttpRequest) -> HttpResponse:
    form = WatchedForm(request.POST or None)
    if form.is_valid():
        code = wishes.read(form.cleaned_data["code"])
        try:
            lines = presentation.changes(wishes.locator(code)) if code else []
        except Later as error:
            form.add_error(None, str(error.message))
        else:
            if lines:
                return quiet(render(request, "agencies/watched.html", {"lines": lines}))
            form.add_error("code", NOTHING)
    answer = render(request, "agencies/watched_door.html", {"form": form}, status=status_of(form))
    return quiet(answer) if request.method == "POST" else answer
