"""Decisions: written into the draft, then followed until they are kept."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.meetings import selectors, services
from korgoo.meetings.forms import DecisionForm, DoneForm, PassOnForm, ReasonForm
from korgoo.meetings.models import Decision, Meeting
from korgoo.meetings.presentation import decisions, heads, people
from korgoo.meetings.views.seen import seen

VIEW, EDIT, SPEAK = (
    Permission.MEETING_VIEW,
    Permission.MEETING_EDIT,
    Permission.MINUTES_AGREE,
)


@require_safe
@needs(VIEW)
def decision(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    page = decisions.decision_page(decision_id, actor=request.actor)
    return render(request, "meetings/decision.html", page)


@kept_as(gettext_lazy("A decision of a meeting"), DecisionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest, item_id: int) -> HttpResponse:
    item = selectors.get_item(item_id, actor=request.actor)
    form = DecisionForm(request.POST or None, **_days(item.meeting), initial={"kind": "decision"})
    if form.is_valid() and succeeds(
        form, lambda: services.add_decision(item_id, form.to_facts(), actor=request.actor)
    ):
        messages.success(request, _("The decision is written down."))
        return redirect("meetings:item", item_id=item_id)
    return _form(request, item.meeting, form, _("A decision or recommendation"))


@kept_as(gettext_lazy("A decision of a meeting"), DecisionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def change(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    row = _kept(decision_id, request)
    initial = {
        "kind": row.kind,
        "text": row.text,
        "owner": str(row.owner_id),
        "due_on": row.due_on,
    }
    form = DecisionForm(request.POST or None, **_days(row.item.meeting), initial=initial)
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_decision(
            decision_id, form.to_facts(), seen=seen(request), actor=request.actor
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("meetings:item", item_id=row.item_id)
    title = _("The decision")
    return _form(request, row.item.meeting, form, title, row.version, [row.text])


@require_POST
@needs(EDIT)
@once
def remove(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    item = services.remove_decision(decision_id, actor=request.actor)
    messages.success(request, _("The decision is taken out."))
    return redirect("meetings:item", item_id=item.pk)


@require_POST
@needs(SPEAK)
@once
def work(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    services.begin_work(decision_id, actor=request.actor)
    messages.success(request, _("It is in work. Everybody sees that."))
    return redirect("meetings:decision", decision_id=decision_id)


@kept_as(gettext_lazy("A decision is carried out"), DoneForm)
@require_http_methods(READ)
@needs(SPEAK)
@once
def done(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    row, _part = selectors.get_decision(decision_id, actor=request.actor)
    form = DoneForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.say_done(
            decision_id,
            form.cleaned_data["evidence"],
            link=form.cleaned_data["link"],
            actor=request.actor,
        ),
    ):
        messages.success(request, _("Written down. The secretariat looks at it and confirms it."))
        return redirect("meetings:decision", decision_id=decision_id)
    return _form(request, row.item.meeting, form, _("It is done"), text=row.text)


@kept_as(gettext_lazy("A decision is dropped"), ReasonForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def drop(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    row = _kept(decision_id, request)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.drop(decision_id, form.cleaned_data["reason"], actor=request.actor),
    ):
        messages.success(
            request, _("The decision is dropped. It stays in the list with the reason.")
        )
        return redirect("meetings:decision", decision_id=decision_id)
    return _form(request, row.item.meeting, form, _("Drop the decision"), text=row.text)


@kept_as(gettext_lazy("A decision passes on"), PassOnForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def pass_on(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    row = _kept(decision_id, request)
    form = PassOnForm(
        request.POST or None,
        organisations=people.organisation_choices(),
        initial={"due_on": row.due_on},
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.pass_on(
            decision_id,
            int(form.cleaned_data["owner"]),
            form.cleaned_data["reason"],
            due_on=form.cleaned_data["due_on"],
            actor=request.actor,
        ),
    ):
        messages.success(request, _("It passed on. The new owner finds it among its promises."))
        return redirect("meetings:decision", decision_id=decision_id)
    return _form(request, row.item.meeting, form, _("Pass the decision on"), text=row.text)


@kept_as(gettext_lazy("A decision is taken up again"), ReasonForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def again(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    row = _kept(decision_id, request)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.take_up_again(
            decision_id, form.cleaned_data["reason"], actor=request.actor
        ),
    ):
        messages.success(request, _("It is in work again."))
        return redirect("meetings:decision", decision_id=decision_id)
    return _form(request, row.item.meeting, form, _("This is not enough yet"), text=row.text)


def _kept(decision_id: UUID, request: MemberRequest) -> Decision:
    row, part = selectors.get_decision(decision_id, actor=request.actor)
    if not part.keeps:
        raise NotFound(_("We found no such decision."))
    return row


def _days(meeting: Meeting) -> dict[str, Any]:
    return {
        "organisations": people.speakers(meeting),
        "meeting_day": selectors.day_of(meeting),
        "is_past": meeting.is_past,
    }


def _form(  # noqa: PLR0913 - what the page shows
    request: MemberRequest,
    meeting: Meeting,
    form: Form,
    title: str,
    version: int = 0,
    theirs: list[str] | None = None,
    text: str = "",
) -> HttpResponse:
    is_behind = bool(form.errors) and version and seen(request) != version
    words = {
        "form": form,
        "title": title,
        "text": text,
        "meeting": heads.head(meeting),
        "version": version,
        "theirs": theirs or [] if is_behind else [],
    }
    return render(request, "meetings/form.html", words, status=status_of(form))
