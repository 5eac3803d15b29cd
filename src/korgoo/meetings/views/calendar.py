"""The calendar: a secret address for each member, and what programs fetch from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once, public
from korgoo.lib.errors import NotFound
from korgoo.meetings import selectors, services
from korgoo.meetings.presentation import calendars

VIEW = Permission.MEETING_VIEW


@require_safe
@needs(VIEW)
def settings(request: MemberRequest) -> HttpResponse:
    words = {"feed": selectors.feed_of(actor=request.actor), "address": ""}
    return render(request, "meetings/calendar.html", words)


# Not taken ``@once``: the answer shows the secret address and must not be kept anywhere. Sent twice, the
# form makes two addresses, of which the second counts.
@require_POST
@needs(VIEW)
def renew(request: MemberRequest) -> HttpResponse:
    token = services.renew_feed(actor=request.actor)
    address = request.build_absolute_uri(reverse("meetings:feed", args=[token]))
    words = {"feed": selectors.feed_of(actor=request.actor), "address": address}
    response = render(request, "meetings/calendar.html", words)
    response["Cache-Control"] = "no-store, private"
    return response


@require_POST
@needs(VIEW)
@once
def switch_off(request: MemberRequest) -> HttpResponse:
    services.drop_feed(actor=request.actor)
    messages.success(request, _("The address is switched off."))
    return redirect("meetings:calendar")


@public
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    organisation_id = selectors.organisation_of_feed(services.digest_of_token(token))
    if organisation_id is None:
        raise NotFound(_("We found no such calendar."))
    meetings = selectors.invited_to_calendar(organisation_id)
    addresses = {
        str(row.pk): request.build_absolute_uri(reverse("meetings:meeting", args=[row.pk]))
        for row in meetings
    }
    with translation.override(selectors.language_of_feed()):
        data = calendars.to_ics(meetings, addresses)
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="meetings.ics"'
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex"
    return response
