"""One page for each move of a return: what it means, what is missing, on what ground."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound
from korgoo.safe_return import missing, policies, selectors, services, wording
from korgoo.safe_return.enums import Deed
from korgoo.safe_return.forms import MoveForm


# The page is entered by whoever sees the return; the deed says who may take it.
@require_http_methods(READ)
@needs(Permission.RETURN_VIEW)
@once
def move(request: MemberRequest, plan_id: UUID, deed: str) -> HttpResponse:
    wanted = _deed(deed)
    plan, case = selectors.get_for_deed(plan_id, wanted, actor=request.actor)
    known = selectors.known_of(plan, is_child=case.is_child)
    lacks = missing.missing_for(wanted, plan, known)
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        grounds=policies.grounds(wanted, lacks),
        ways=policies.ways_told(request.actor, plan, case.relation, wanted),
    )
    if form.is_valid():
        ground, how = form.ground_given(), form.how_given()
        if attempt(
            form,
            lambda: services.move(plan_id, wanted, ground=ground, how=how, actor=request.actor),
        ):
            messages.success(request, _("Written down."))
            return redirect("safe_return:plan", plan_id=plan_id)
    able = policies.act(request.actor, plan, case.relation, wanted)
    wish = policies.wish_allows(wanted, known.wish.wish if known.wish else "")
    child = policies.child_allows(wanted, plan, is_child=case.is_child)
    words = {
        "plan": plan,
        "case": case,
        "deed": wanted.value,
        "title": wording.DEEDS[wanted],
        "explained": wording.EXPLAINED[wanted],
        "missing": wording.missing_words(lacks),
        "refused": str(able.reason or wish.reason or child.reason),
        "form": form,
    }
    return render(request, "safe_return/move.html", words, status=status_of(form))


def _deed(key: str) -> Deed:
    try:
        return Deed(key)
    except ValueError:
        raise NotFound(selectors.NO_SUCH) from None
