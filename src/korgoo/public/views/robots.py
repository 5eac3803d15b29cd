"""What search engines may look at: pages for everybody, and nothing of a demonstration."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from korgoo.access.http import public
from korgoo.public import pages


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    said = "\n".join(["User-agent: *", *pages.rules_for_robots(is_demo=settings.DEMO), ""])
    return HttpResponse(said, content_type="text/plain; charset=utf-8")
