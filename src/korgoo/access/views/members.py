"""The administrator's pages: who works here, as what, and their one-time codes."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import selectors, services
from korgoo.access.enums import Permission, Role
from korgoo.access.forms import CodeForm, MemberForm
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.access.models import Organisation
from korgoo.access.wording import MEMBER_FORM
from korgoo.lib import clock
from korgoo.lib.attempts import READ, attempt


@needs(Permission.MEMBER_MANAGE)
@require_safe
def members(request: MemberRequest) -> HttpResponse:
    people = selectors.list_members(actor=request.actor)
    return render(request, "access/members.html", {"people": people, "today": clock.today()})


@needs(Permission.MEMBER_MANAGE)
@require_safe
def member(request: MemberRequest, user_id: int) -> HttpResponse:
    person = selectors.get_member(user_id, actor=request.actor)
    words = {
        "person": person,
        "today": clock.today(),
        "form": CodeForm(),
        "works_here": selectors.works_for(person, request.actor.organisation_id),
    }
    return render(request, "access/member.html", words)


@kept_as(MEMBER_FORM, MemberForm)
@needs(Permission.MEMBER_MANAGE)
@require_http_methods(READ)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        person = attempt(
            form,
            lambda: services.add_member(
                typed["email"],
                name=typed["name"],
                role=Role(typed["role"]),
                organisation=_organisation(request),
                actor=request.actor,
            ),
        )
        if person is not None:
            return redirect("access:member", user_id=person.pk)
    return render(request, "access/member_add.html", {"form": form})


# Not taken ``@once``: the answer shows the code. Sent twice, the code shown last is the valid one.
@needs(Permission.MEMBER_MANAGE)
@require_POST
def code(request: MemberRequest, user_id: int) -> HttpResponse:
    person = selectors.get_member(user_id, actor=request.actor)
    form = CodeForm(request.POST)
    phone_is_lost = form.is_valid() and form.cleaned_data["phone_is_lost"]
    issued = services.issue_code(
        person,
        organisation=_organisation(request),
        actor=request.actor,
        phone_is_lost=phone_is_lost,
    )
    words = {"person": person, "code": issued, "phone_is_lost": phone_is_lost}
    return render(request, "access/code.html", words)


@needs(Permission.MEMBER_MANAGE)
@require_http_methods(READ)
@once
def end(request: MemberRequest, membership_id: int) -> HttpResponse:
    row = selectors.open_membership(membership_id, actor=request.actor)
    if request.method == "POST":
        # Yesterday was the last day: the door is shut at once, not at midnight.
        services.end_membership(
            row.pk, last_day=clock.today() - timedelta(days=1), actor=request.actor
        )
        return redirect("access:members")
    return render(request, "access/membership_end.html", {"row": row})


def _organisation(request: MemberRequest) -> Organisation:
    return selectors.own_organisation(actor=request.actor)
