"""What every editing page does: one thing, in a form, saved whole or shown again with a reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.access.http import MemberRequest
from korgoo.lib.attempts import status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.workshop import addresses, checks, editing, selectors, services
from korgoo.workshop.editing import CannotEdit, Target
from korgoo.workshop.errors import Stale
from korgoo.workshop.presentation.drafts import history_rows

if TYPE_CHECKING:
    from django.forms import BaseForm

    from korgoo.workshop.files import Data, Files
    from korgoo.workshop.forms import RecordForm
    from korgoo.workshop.models import GuidelineDraft

# How a form of these pages is called while it is kept unsent.
KEPT = gettext_lazy("Part of a draft of the guideline")
# What is written here first is proposed, until somebody says more.
PROPOSAL = {"as_of": "unknown", "trust": "proposal", "status": "needs_review"}


@dataclass(frozen=True, slots=True)
class Page:
    """An editing page.

    Args:
        title: The heading.
        back: Where one comes from, and returns after saving.
        file: The file that is looked at: what others change in it meanwhile must not be lost.
        template: What draws it.
        removes: The thing that can be removed from this page.
        words: What its template needs besides.
    """

    title: str
    back: str
    file: str = ""
    template: str = "workshop/edit.html"
    removes: Target | None = None
    words: Mapping[str, Any] = field(default_factory=dict)


def page_of(
    draft_id: UUID,
    target: Target,
    title: str,
    *,
    template: str = "workshop/edit.html",
    words: Mapping[str, object] | None = None,
) -> Page:
    """Describe the page of a thing that stands in a list, and can be removed from it."""
    return Page(
        title,
        addresses.of_row(draft_id, target),
        editing.file_of(target),
        template,
        target,
        words or {},
    )


def draft_to_edit(request: MemberRequest, draft_id: UUID) -> "GuidelineDraft":
    """Fetch a draft for an editing page.

    What was typed is not lost when the draft was closed meanwhile: then the form itself says so.
    """
    if request.method == "POST":
        return selectors.get_for_typed(draft_id, actor=request.actor)
    return selectors.get_for_edit(draft_id, actor=request.actor)


def found(files: "Files", target: Target) -> "Data":
    """Give the data of a thing, or say that there is no such page."""
    try:
        return editing.whole(files, target)
    except CannotEdit as error:
        raise NotFound(_("We found no such page.")) from error


def edit_thing(
    request: MemberRequest,
    draft: "GuidelineDraft",
    target: Target,
    form_class: "type[RecordForm]",
    page: Page,
) -> HttpResponse:
    """Show a thing of a draft in a form, and write what comes back."""
    form = form_class(
        request.POST or None,
        languages=checks.languages(),
        record=found(draft.files, target),
        files=draft.files,
        within="/".join(target.path[:-1]) or "".join(target.path),
    )
    return edit(
        request, draft, form, page, lambda files: editing.set_fields(files, target, form.values())
    )


def new_form(
    request: MemberRequest,
    draft: "GuidelineDraft",
    form_class: "type[RecordForm]",
    within: str,
    settled: "Data",
) -> "RecordForm":
    """Make the form of something new; ``settled``: what of it is not asked."""
    return form_class(
        request.POST or None,
        languages=checks.languages(),
        record=settled,
        files=draft.files,
        within=within,
    )


def edit(
    request: MemberRequest,
    draft: "GuidelineDraft",
    form: "BaseForm",
    page: Page,
    apply: "Callable[[Files], Files]",
) -> HttpResponse:
    """Do one edit for a valid form; show the form again with what was typed when it is refused."""
    stale: Stale | None = None
    if request.method == "POST" and form.is_valid():
        try:
            services.change_draft(
                draft.pk,
                services.Edit(apply, page.file),
                version=version_of(request),
                actor=request.actor,
            )
        except (NotFound, Locked):
            raise
        except DomainError as error:
            form.add_error(None, str(error.message))
            stale = error if isinstance(error, Stale) else None
            draft.refresh_from_db()
        else:
            messages.success(request, _("Saved. The draft page shows what it changes."))
            return redirect(page.back)
    return show(request, draft, form, page, stale)


def show(
    request: MemberRequest,
    draft: "GuidelineDraft",
    form: "BaseForm",
    page: Page,
    stale: Stale | None = None,
) -> HttpResponse:
    """Draw an editing page."""
    words = {
        "draft": draft,
        "form": form,
        "page": page,
        "others": (
            history_rows(stale.changes, checks.words_of(draft), actor=request.actor)
            if stale
            else []
        ),
        **page.words,
    }
    status = status_of(form)
    return render(request, page.template, words, status=status)


def version_of(request: MemberRequest) -> int:
    """Read the version that the person looked at; the first when the form does not say it."""
    text = request.POST.get("draft_version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 1
