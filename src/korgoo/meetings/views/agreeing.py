"""Minutes are sent, answered, signed and printed."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.countrypack import paper_languages
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.meetings import policies, selectors, services
from korgoo.meetings.enums import MeetingState
from korgoo.meetings.forms import ReplyForm, SendForm, SignForm, week_ahead
from korgoo.meetings.models import Meeting
from korgoo.meetings.presentation import heads, pages, paper

VIEW, EDIT, SPEAK = (
    Permission.MEETING_VIEW,
    Permission.MEETING_EDIT,
    Permission.MINUTES_AGREE,
)


@kept_as(gettext_lazy("Minutes to send"), SendForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def send(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    form = SendForm(request.POST or None, initial={"until": week_ahead()})
    if form.is_valid() and succeeds(
        form,
        lambda: services.send_minutes(meeting_id, form.cleaned_data["until"], actor=request.actor),
    ):
        messages.success(request, _("The minutes are sent. Members agree or object."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row, form, _("Send the minutes to the members"))


@require_POST
@needs(EDIT)
@once
def take_back(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    services.take_back(meeting_id, actor=request.actor)
    messages.success(request, _("The minutes can be written again. Send them anew afterwards."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@kept_as(gettext_lazy("Answer to minutes"), ReplyForm)
@require_http_methods(READ)
@needs(SPEAK)
@once
def reply(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_meeting(meeting_id, actor=request.actor)
    form = ReplyForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.reply(
            meeting_id,
            form.cleaned_data["answer"],
            form.cleaned_data["words"],
            actor=request.actor,
        ),
    ):
        messages.success(request, _("Thank you. The secretariat sees your answer."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row, form, _("Answer to the minutes"))


@kept_as(gettext_lazy("Signatures under minutes"), SignForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def sign(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    form = SignForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.sign(meeting_id, **form.cleaned_data, actor=request.actor),
    ):
        messages.success(
            request, _("Signed for ever. The decisions are promises of their owners now.")
        )
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row, form, _("Sign the minutes"))


@require_safe
@needs(VIEW)
def minutes_pdf(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_meeting(meeting_id, actor=request.actor)
    part = selectors.part_of(row, request.actor)
    if row.state not in pages.SPREAD or not policies.sees_minutes(part, row.state):
        raise NotFound(_("These minutes are not sent yet."))
    languages = paper_languages.chosen(request.GET)
    if row.state == MeetingState.SIGNED:
        printed = paper.render(row.signed.content, row.signed.digest, languages)
    else:
        printed = paper.render(services.content_of(row), "", languages)
    audit.record(Event.MINUTES_PRINTED, actor=request.actor, target=row)
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="minutes-{row.number}.pdf"'
    return response


def _form(request: MemberRequest, row: Meeting, form: Form, title: str) -> HttpResponse:
    words = {"form": form, "title": title, "meeting": heads.head(row), "version": row.version}
    return render(request, "meetings/form.html", words, status=status_of(form))
