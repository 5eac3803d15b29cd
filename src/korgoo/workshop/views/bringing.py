"""A draft as files: taken home, brought back, looked at, taken whole or not at all."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, REFUSED, succeeds
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.workshop import archives, checks, selectors, services
from korgoo.workshop.difference import compare
from korgoo.workshop.forms import BringForm
from korgoo.workshop.presentation.drafts import change_rows, fault_row
from korgoo.workshop.services import proposed
from korgoo.workshop.views.editing import draft_to_edit, version_of
from korgoo.workshop.wording import Words

VIEW, EDIT = Permission.DRAFT_VIEW, Permission.DRAFT_EDIT


@require_safe
@needs(VIEW)
def download(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = selectors.get_draft(draft_id, actor=request.actor)
    texts = packs.guideline_to_yaml(draft.files, languages=checks.languages())
    return HttpResponse(
        archives.pack(texts),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="guideline-draft.zip"'},
    )


@require_http_methods(READ)
@needs(EDIT)
@once
def bring(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*data, files=draft.files)
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        texts, is_whole = typed["texts"], typed["is_whole"]
        deed = lambda: services.bring(draft_id, texts, is_whole=is_whole, actor=request.actor)  # noqa: E731
        if succeeds(form, deed):
            return redirect("workshop:brought", draft_id=draft_id)
    status = REFUSED if form.is_bound else 200
    return render(request, "workshop/bring.html", {"draft": draft, "form": form}, status=status)


@require_safe
@needs(EDIT)
def brought(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = selectors.get_for_edit(draft_id, actor=request.actor)
    if not draft.brought:
        return redirect("workshop:bring", draft_id=draft_id)
    files = proposed(draft)
    changes = compare(draft.files, files) if files is not None else []
    words = Words(draft.files, files or {}, checks.languages())
    shown = {
        "draft": draft,
        "names": draft.brought["names"],
        "faults": [fault_row(**fault) for fault in draft.brought["faults"]],
        "all_faults": draft.brought["all_faults"],
        "can_take": files is not None,
        "changes": change_rows(changes, words),
        "places": [words.placed_heading(change) for change in changes],
    }
    return render(request, "workshop/brought.html", shown)


@require_POST
@needs(EDIT)
@once
def take(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    try:
        services.take_brought(draft_id, version=version_of(request), actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        messages.warning(request, str(error.message))
        return redirect("workshop:brought", draft_id=draft_id)
    messages.success(request, _("The files were taken into the draft, all of them."))
    return redirect("workshop:draft", draft_id=draft_id)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    services.drop_brought(draft_id, actor=request.actor)
    messages.success(request, _("The files were thrown away. The draft is as it was."))
    return redirect("workshop:draft", draft_id=draft_id)
