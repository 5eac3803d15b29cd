"""Pages that are the same for every reader are drawn once, and given out again as they are."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from korgoo.lib import clock

P = ParamSpec("P")
MOST = 2_000  # pages; the oldest goes first
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
_versions: dict[Callable[[], Hashable], tuple[float, Hashable]] = {}
_drawn: "OrderedDict[Hashable, tuple[bytes, str]]" = OrderedDict()


def drawn_once(version: Callable[[], Hashable]) -> Callable[[View[P]], View[P]]:
    """Draw a page once for each language, day and version of what stands on it.

    Args:
        version: Tells what the page is drawn from; when it changes, the page is drawn anew, a second
            later at most. It should cost one small query.

    Who comes with a session or a question gets a page of their own; so does whoever asks otherwise than
    by GET. The day is part of the key: a statement may be out of date from midnight on.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def drawn(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if _is_ones_own(request):
                return view(request, *args, **kwargs)
            said = _version(version)
            key = (request.path, get_language(), clock.today(), settings.DEMO, said)
            kept = _drawn.get(key)
            if kept is not None:
                return HttpResponse(kept[0], content_type=kept[1])
            response = view(request, *args, **kwargs)
            _keep(key, response)
            return response

        return drawn

    return decorate


def _version(version: Callable[[], Hashable]) -> Hashable:
    """Ask for the version, at most once in ``settings.DRAWN_FOR`` seconds: that question is half of a page."""
    now, kept = time.monotonic(), _versions.get(version)
    if kept is not None and now - kept[0] < settings.DRAWN_FOR:
        return kept[1]
    said = version()
    _versions[version] = (now, said)
    return said


def _is_ones_own(request: HttpRequest) -> bool:
    others = request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME}
    return bool(others or request.GET) or request.method not in {"GET", "HEAD"}


def _keep(key: Hashable, response: Any) -> None:
    if response.status_code != HttpResponse.status_code or response.streaming:
        return
    _drawn[key] = (response.content, response.headers["Content-Type"])
    while len(_drawn) > MOST:
        _drawn.popitem(last=False)
