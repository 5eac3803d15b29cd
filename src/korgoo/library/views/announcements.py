"""What concerns a member, and news for roles."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.library import api, readers, services
from korgoo.library.forms import AnnouncementForm
from korgoo.library.presentation import announcements

VIEW, SEND = Permission.DOCUMENT_VIEW, Permission.ANNOUNCEMENT_SEND


@require_safe
@needs(VIEW)
def inbox(request: MemberRequest) -> HttpResponse:
    groups = api.inbox(actor=request.actor)
    late = sum(item.is_late for group in groups for item in group.items)
    return render(request, "library/inbox.html", {"groups": groups, "late": late})


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    words = announcements.lists(actor=request.actor)
    return render(request, "library/announcements.html", words)


@require_safe
@needs(VIEW)
def one(request: MemberRequest, announcement_id: UUID) -> HttpResponse:
    words = announcements.announcement_page(announcement_id, actor=request.actor)
    return render(request, "library/announcement.html", words)


@require_POST
@needs(VIEW)
@once
def read(request: MemberRequest, announcement_id: UUID) -> HttpResponse:
    services.mark_read(announcement_id, actor=request.actor)
    messages.success(request, _("Thank you. It has left your inbox."))
    return redirect("library:inbox")


@kept_as(gettext_lazy("An announcement"), AnnouncementForm)
@require_http_methods(READ)
@needs(SEND)
@once
def announce(request: MemberRequest) -> HttpResponse:
    offered = readers.offered(actor=request.actor, is_public_offered=False)
    form = AnnouncementForm(request.POST or None, offered=offered)
    if form.is_valid():
        said = form.cleaned_data
        row = attempt(
            form,
            lambda: services.announce(
                title=said["title"],
                text=said["text"],
                audience=form.readers(),
                roles=said["roles"],
                until=said["until"],
                actor=request.actor,
            ),
        )
        if row:
            messages.success(request, _("The announcement is sent."))
            return redirect("library:announcement", announcement_id=row.pk)
    return render(request, "library/announce.html", {"form": form}, status=status_of(form))
