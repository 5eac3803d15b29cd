"""Packages of amendments: the list, one of them, its title and reason, giving it up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lawbook import selectors, services
from korgoo.lawbook.errors import Stale
from korgoo.lawbook.forms import PackageForm, SeenForm
from korgoo.lawbook.presentation import packages as presentation
from korgoo.lib.attempts import READ

VIEW, EDIT = Permission.PACKAGE_VIEW, Permission.PACKAGE_EDIT


@require_safe
@needs(VIEW)
def packages(request: MemberRequest) -> HttpResponse:
    return render(request, "lawbook/packages.html", presentation.list_page(actor=request.actor))


@require_safe
@needs(VIEW)
def package(request: MemberRequest, package_id: UUID) -> HttpResponse:
    words = presentation.package_page(package_id, actor=request.actor)
    return render(request, "lawbook/package.html", words)


@kept_as(gettext_lazy("A new package of amendments"), PackageForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def new_package(request: MemberRequest) -> HttpResponse:
    form = PackageForm(request.POST or None)
    if form.is_valid():
        row = services.start_package(
            form.answers("title"), form.cleaned_data["reason"], actor=request.actor
        )
        messages.success(request, _("The package is there. Now choose the articles it changes."))
        return redirect("lawbook:package", package_id=row.pk)
    words = {"form": form, "package": None, "seen": 0}
    return render(request, "lawbook/describe.html", words, status=422 if form.errors else 200)


@kept_as(gettext_lazy("Title and reason of a package of amendments"), PackageForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def describe(request: MemberRequest, package_id: UUID) -> HttpResponse:
    row = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
    form = PackageForm(request.POST or None, initial=PackageForm.filled_from(row))
    seen = seen_of(request, row.version)
    if form.is_valid():
        try:
            services.describe_package(
                package_id,
                form.answers("title"),
                form.cleaned_data["reason"],
                seen=seen,
                actor=request.actor,
            )
        except Stale as error:
            form.add_error(None, str(error.message))
            row = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
            seen = row.version
        else:
            messages.success(request, _("Title and reason are saved."))
            return redirect("lawbook:package", package_id=package_id)
    words = {"form": form, "package": presentation.described(row), "seen": seen}
    status = 422 if form.errors else 200
    return render(request, "lawbook/describe.html", words, status=status)


@require_http_methods(READ)
@needs(EDIT)
@once
def drop(request: MemberRequest, package_id: UUID) -> HttpResponse:
    row = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
    if request.method == "POST":
        services.drop_package(package_id, actor=request.actor)
        messages.success(request, _("The package was dropped. It stays to be read."))
        return redirect("lawbook:package", package_id=package_id)
    words = {"package": presentation.package_line(row)}
    return render(request, "lawbook/drop.html", words)


def seen_of(request: MemberRequest, version: int) -> int:
    """Read which version stood on the page that was sent; a fresh page shows the present one."""
    if request.method != "POST":
        return version
    form = SeenForm(request.POST)
    # A form without it has seen nothing: it is taken for stale, and what was typed is kept.
    return int(form.cleaned_data["seen"]) if form.is_valid() else -1
