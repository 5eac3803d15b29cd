"""Meetings: listed, planned, announced, cancelled; who is invited."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.councils import api as councils
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.meetings import selectors, services
from korgoo.meetings.forms import GuestForm, MeetingForm, PastMeetingForm, ReasonForm, number
from korgoo.meetings.presentation import heads, pages, people
from korgoo.meetings.views.seen import seen

VIEW, EDIT = Permission.MEETING_VIEW, Permission.MEETING_EDIT


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    return render(request, "meetings/list.html", pages.list_page(actor=request.actor))


@require_safe
@needs(EDIT)
def choose(request: MemberRequest) -> HttpResponse:
    words = {"bodies": pages.kept_bodies(request.actor)}
    return render(request, "meetings/choose.html", words)


@require_safe
@needs(VIEW)
def meeting(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_meeting(meeting_id, actor=request.actor)
    return render(request, "meetings/meeting.html", pages.meeting_page(row, actor=request.actor))


@kept_as(gettext_lazy("A new meeting"), MeetingForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def plan(request: MemberRequest, body_id: int) -> HttpResponse:
    form = MeetingForm(request.POST or None, initial={"language": get_language()})
    title = _("A new meeting")
    return _plan(request, body_id, form, title)


@kept_as(gettext_lazy("Minutes of a meeting that was held"), PastMeetingForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def past(request: MemberRequest, body_id: int) -> HttpResponse:
    form = PastMeetingForm(request.POST or None, initial={"language": get_language()})
    title = _("A meeting that was held already")
    return _plan(request, body_id, form, title)


@kept_as(gettext_lazy("Day and place of a meeting"), MeetingForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def change(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    form = MeetingForm(request.POST or None, initial=pages.meeting_initial(row))
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_meeting(
            meeting_id, form.to_facts(), seen=seen(request), actor=request.actor
        ),
    ):
        messages.success(request, _("Saved. Calendars hear of it."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row.pk, form, _("Day and place"))


@require_POST
@needs(EDIT)
@once
def invite(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    services.invite(meeting_id, actor=request.actor)
    messages.success(request, _("The invitation is sent. It stands in everybody's calendar."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@kept_as(gettext_lazy("A meeting is cancelled"), ReasonForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def cancel(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    selectors.get_kept(meeting_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.cancel(meeting_id, form.cleaned_data["reason"], actor=request.actor),
    ):
        messages.success(request, _("The meeting is cancelled."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, meeting_id, form, _("Cancel the meeting"))


@kept_as(gettext_lazy("A guest of a meeting"), GuestForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def guest(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    selectors.get_kept(meeting_id, actor=request.actor)
    form = GuestForm(request.POST or None, organisations=people.organisation_choices())
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_guest(
            meeting_id,
            organisation_id=number(form.cleaned_data["organisation"]),
            words=form.cleaned_data["words"],
            actor=request.actor,
        ),
        field="organisation",
    ):
        messages.success(request, _("The guest is on the list."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, meeting_id, form, _("Invite a guest"))


@require_POST
@needs(EDIT)
@once
def remove_guest(request: MemberRequest, meeting_id: UUID, guest_id: int) -> HttpResponse:
    services.remove_guest(meeting_id, guest_id, actor=request.actor)
    messages.success(request, _("The guest is off the list."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


def _plan(request: MemberRequest, body_id: int, form: MeetingForm, title: str) -> HttpResponse:
    body = councils.body(body_id, actor=request.actor)
    if not councils.keeps(request.actor, body_id):
        raise NotFound(_("We found no such body."))
    if form.is_valid():
        row = attempt(
            form,
            lambda: services.plan_meeting(
                body_id,
                form.to_facts(),
                actor=request.actor,
                is_past=form.is_past,
                is_fictitious=body.is_fictitious,
                source=form.cleaned_data.get("source", ""),
            ),
        )
        if row:
            messages.success(request, _("The meeting is there. Now write its agenda."))
            return redirect("meetings:meeting", meeting_id=row.pk)
    words = {"form": form, "title": title, "back": None, "body": body}
    return render(request, "meetings/form.html", words, status=status_of(form))


def _form(request: MemberRequest, meeting_id: UUID, form: Form, title: str) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    words = {"form": form, "title": title, "meeting": heads.head(row), "version": row.version}
    return render(request, "meetings/form.html", words, status=status_of(form))
