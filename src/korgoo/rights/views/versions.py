"""One version: compared, sent on, approved, given back, dropped, ended, confirmed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

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
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.rights import selectors, services
from korgoo.rights.enums import Sort
from korgoo.rights.forms import ApproveForm, LookedForm, RemarkForm
from korgoo.rights.presentation import versions as presentation
from korgoo.rights.presentation.deeds import PAGES, Page
from korgoo.rights.views.seen import seen_of

if TYPE_CHECKING:
    from korgoo.rights.models import ItemVersion

EDIT, APPROVE = Permission.CONTENT_EDIT, Permission.CONTENT_APPROVE


@require_safe
@needs(EDIT)
def version(request: MemberRequest, key: str, number: int) -> HttpResponse:
    found = selectors.get_version(key, number, actor=request.actor)
    page = presentation.version_page(found, actor=request.actor)
    return render(request, "rights/version.html", page | {"error": ""})


@require_POST
@needs(EDIT)
@once
def send(request: MemberRequest, key: str, number: int) -> HttpResponse:
    try:
        services.send(key, number, seen=seen_of(request, 0), actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        found = selectors.get_version(key, number, actor=request.actor)
        page = presentation.version_page(found, actor=request.actor)
        return render(request, "rights/version.html", page | {"error": error.message}, status=422)
    messages.success(request, _("It waits for a second reader. Somebody else must approve it."))
    return redirect("rights:version", key=key, number=number)


@kept_as(gettext_lazy("Approval of a statement for migrants"), ApproveForm)
@require_http_methods(READ)
@needs(APPROVE)
@once
def approve(request: MemberRequest, key: str, number: int) -> HttpResponse:
    found = selectors.get_version(key, number, actor=request.actor)
    longest = services.believed_until(Sort(found.item.sort))
    form = ApproveForm(request.POST or None, initial={"review_by": longest})
    seen = seen_of(request, found.revision)

    def deed() -> object:
        return services.approve(key, number, form.reading(), seen=seen, actor=request.actor)

    return _done(request, form, deed, PAGES["approve"]) or _page(request, found, form, "approve")


@kept_as(gettext_lazy("Remark on a statement for migrants"))
@require_http_methods(READ)
@needs(EDIT)
@once
def give_back(request: MemberRequest, key: str, number: int) -> HttpResponse:
    return _with_remark(request, (key, number), services.give_back, "give_back")


@kept_as(gettext_lazy("Why a draft is dropped"))
@require_http_methods(READ)
@needs(EDIT)
@once
def drop(request: MemberRequest, key: str, number: int) -> HttpResponse:
    return _with_remark(request, (key, number), services.drop, "drop")


@kept_as(gettext_lazy("Why a statement no longer holds"))
@require_http_methods(READ)
@needs(APPROVE)
@once
def withdraw(request: MemberRequest, key: str, number: int) -> HttpResponse:
    return _with_remark(request, (key, number), services.withdraw, "withdraw")


@kept_as(gettext_lazy("A statement that is still true"), LookedForm)
@require_http_methods(READ)
@needs(APPROVE)
@once
def confirm(request: MemberRequest, key: str, number: int) -> HttpResponse:
    found = selectors.get_version(key, number, actor=request.actor)
    form = LookedForm(request.POST or None)
    seen = seen_of(request, found.revision)

    def deed() -> object:
        looked = form.cleaned_data["looked_at"]
        return services.confirm_version(
            key, number, looked_at=looked, seen=seen, actor=request.actor
        )

    return _done(request, form, deed, PAGES["confirm"]) or _page(request, found, form, "confirm")


def _with_remark(
    request: MemberRequest,
    place: tuple[str, int],
    service: "Callable[..., ItemVersion]",
    name: str,
) -> HttpResponse:
    found = selectors.get_version(*place, actor=request.actor)
    form = RemarkForm(request.POST or None, question=PAGES[name].question)
    seen = seen_of(request, found.revision)

    def deed() -> object:
        remark = form.cleaned_data["remark"]
        return service(*place, remark, seen=seen, actor=request.actor)

    return _done(request, form, deed, PAGES[name]) or _page(request, found, form, name)


def _done(
    request: MemberRequest, form: Form, deed: Callable[[], object], page: Page
) -> HttpResponse | None:
    """Do a deed for a form that was sent, and lead back to the desk; None when it is to be shown."""
    if not form.is_valid() or not succeeds(form, deed):
        return None
    messages.success(request, str(page.done))
    return redirect("rights:desk")


def _page(request: MemberRequest, found: "ItemVersion", form: Form, name: str) -> HttpResponse:
    """Show what the deed is about above its form: nobody decides on words they have not read."""
    words = presentation.version_page(found, actor=request.actor)
    given = {"form": form, "page": PAGES[name], "why_not": words["can"][name]}
    return render(request, "rights/deed.html", words | given, status=status_of(form))
