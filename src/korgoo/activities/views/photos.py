"""Pictures of activities: added, looked at by a second person, taken away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.activities import selectors, services
from korgoo.activities.forms import PhotoForm
from korgoo.activities.presentation import pages
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.fields import upload_field

LOG = Permission.ACTIVITY_LOG


@require_http_methods(READ)
@needs(LOG)
@once
def add(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    row = selectors.get_activity(activity_id, actor=request.actor, to_change=True)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_photo(
            activity_id, form.cleaned_data["file"], form.facts(), actor=request.actor
        ),
        field="file",
    ):
        messages.success(request, _("The picture is kept. Nobody outside sees it yet."))
        return redirect("activities:activity", activity_id=activity_id)
    words = {
        "form": form,
        "upload": upload_field(form, accept="image/jpeg,image/png,image/webp"),
        **pages.line_of(row),
    }
    return render(request, "activities/photo_add.html", words, status=status_of(form))


@require_safe
@needs(LOG)
def photo(request: MemberRequest, photo_id: UUID) -> HttpResponse:
    row = selectors.get_photo(photo_id, actor=request.actor)
    return HttpResponse(bytes(row.content), content_type=row.media_type)


@require_POST
@needs(LOG)
@once
def approve(request: MemberRequest, photo_id: UUID) -> HttpResponse:
    row = services.approve_photo(photo_id, actor=request.actor)
    messages.success(request, _("Everybody can see the picture now."))
    return redirect("activities:activity", activity_id=row.activity_id)


@require_POST
@needs(LOG)
@once
def remove(request: MemberRequest, photo_id: UUID) -> HttpResponse:
    activity_id = services.remove_photo(photo_id, actor=request.actor)
    messages.success(request, _("The picture is gone for good."))
    return redirect("activities:activity", activity_id=activity_id)
