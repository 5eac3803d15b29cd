"""The worker that keeps pages on a phone, what it keeps, and the page without a network."""

import hashlib

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from korgoo.access.http import public
from korgoo.lib.drawn import drawn_once
from korgoo.public import pages
from korgoo.rights import api as rights


@public
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    files, alone = pages.assets(), pages.alone()
    mark = hashlib.sha256(repr((files, rights.version())).encode()).hexdigest()[:12]
    words = {
        "assets": files,
        "alone": alone,
        "mark": mark,
        "queue": pages.queue(),
        "log": pages.log(),
    }
    script = get_template("public/sw.js").render(words)
    # Asked for at every visit, so that a change reaches phones at once.
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


@public
@require_safe
def kept(request: HttpRequest, destination: str) -> HttpResponse:
    found = pages.kept(get_language() or "", destination)
    said = {"edition": found.edition, "pages": found.pages, "first": found.first}
    return JsonResponse(said, headers={"Cache-Control": "no-cache"})


@public
@require_safe
@drawn_once(rights.version)
def alone(request: HttpRequest) -> HttpResponse:
    return render(
        request, "public/alone.html", {"places": rights.destinations(get_language() or "")}
    )
