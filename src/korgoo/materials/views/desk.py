"""Materials of campaigns for members: the list, one of them, a version."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.campaign import api as campaigns
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.materials import selectors, services
from korgoo.materials.enums import Kind
from korgoo.materials.forms import AddForm
from korgoo.materials.presentation import pages

VIEW, EDIT = Permission.MATERIAL_VIEW, Permission.MATERIAL_EDIT


@require_safe
@needs(VIEW)
def choose(request: MemberRequest) -> HttpResponse:
    return render(request, "materials/choose.html", pages.campaigns_page(actor=request.actor))


@require_safe
@needs(VIEW)
def listed(request: MemberRequest, key: str) -> HttpResponse:
    return render(request, "materials/list.html", pages.list_page(key, actor=request.actor))


@kept_as(gettext_lazy("A new material of a campaign"), AddForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest, key: str) -> HttpResponse:
    campaign = campaigns.campaign(key, actor=request.actor)
    form = AddForm(request.POST or None)
    if form.is_valid():
        kind = Kind(form.cleaned_data["kind"])
        row = attempt(form, lambda: services.add_material(key, kind, actor=request.actor))
        if row:
            messages.success(request, _("It is begun. Now write it, language by language."))
            return redirect("materials:material", material_id=row.pk)
    words = {"form": form, "campaign": campaign}
    return render(request, "materials/add.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def material(request: MemberRequest, material_id: UUID) -> HttpResponse:
    row = selectors.get_material(material_id, actor=request.actor)
    page = pages.material_page(row, actor=request.actor)
    return render(request, "materials/material.html", page)


@require_safe
@needs(VIEW)
def version(request: MemberRequest, version_id: UUID) -> HttpResponse:
    row = selectors.get_version(version_id, actor=request.actor)
    page = pages.version_page(row, actor=request.actor)
    return render(request, "materials/version.html", page | {"error": ""})
