"""Send a version to the second person; approve it, give it back, withdraw it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.materials import selectors, services
from korgoo.materials.forms import ReadForm, RemarkForm
from korgoo.materials.models import Version
from korgoo.materials.presentation import pages
from korgoo.materials.views.seen import seen_of

EDIT = Permission.MATERIAL_EDIT


@require_POST
@needs(EDIT)
@once
def send(request: MemberRequest, version_id: UUID) -> HttpResponse:
    try:
        services.send(version_id, seen=seen_of(request, 0), actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        row = selectors.get_version(version_id, actor=request.actor)
        page = pages.version_page(row, actor=request.actor) | {"error": error.message}
        return render(request, "materials/version.html", page, status=422)
    messages.success(request, _("It waits for a second person. Somebody else must approve it."))
    return redirect("materials:version", version_id=version_id)


@kept_as(gettext_lazy("Approval of a material"), ReadForm)
@require_http_methods(READ)
@needs(Permission.MATERIAL_APPROVE)
@once
def approve(request: MemberRequest, version_id: UUID) -> HttpResponse:
    row = selectors.get_version(version_id, actor=request.actor)
    form = ReadForm(request.POST or None)
    seen = seen_of(request, row.revision)

    def deed() -> Version:
        return services.approve(version_id, seen=seen, actor=request.actor)

    if form.is_valid() and succeeds(form, deed):
        messages.success(request, _("Approved. It can be printed, and everybody may take it."))
        return redirect("materials:version", version_id=version_id)
    return _page(
        request,
        row,
        form,
        title=_("Read and approve"),
        button=pgettext("a material", "Approve"),
        seen=seen,
    )


@kept_as(gettext_lazy("Remark on a material"), RemarkForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def give_back(request: MemberRequest, version_id: UUID) -> HttpResponse:
    words = {"title": _("Give back to the writer"), "button": pgettext("a material", "Give back")}
    done = _("Given back. The writer reads your remark.")
    return _with_remark(request, version_id, services.give_back, words, done)


@kept_as(gettext_lazy("Why a material is withdrawn"), RemarkForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def withdraw(request: MemberRequest, version_id: UUID) -> HttpResponse:
    words = {"title": _("Take out of use"), "button": _("Withdraw")}
    done = _("Withdrawn. Nobody finds it any more; write off what is left of it.")
    return _with_remark(request, version_id, services.withdraw, words, done)


def _with_remark(
    request: MemberRequest,
    version_id: UUID,
    service: Callable[..., Version],
    words: dict[str, Any],
    done: str,
) -> HttpResponse:
    row = selectors.get_version(version_id, actor=request.actor)
    form = RemarkForm(request.POST or None)
    seen = seen_of(request, row.revision)

    def deed() -> Version:
        return service(version_id, form.cleaned_data["remark"], seen=seen, actor=request.actor)

    if form.is_valid() and succeeds(form, deed):
        messages.success(request, done)
        return redirect("materials:material", material_id=row.material_id)
    return _page(request, row, form, seen=seen, **words)


def _page(
    request: MemberRequest, row: Version, form: Form, *, title: str, button: str, seen: int
) -> HttpResponse:
    """Show what the deed is about above its form: nobody decides on words they have not read."""
    page = pages.version_page(row, actor=request.actor)
    given = {"form": form, "heading": title, "button_words": button, "seen": seen}
    return render(request, "materials/deed.html", page | given, status=status_of(form))
