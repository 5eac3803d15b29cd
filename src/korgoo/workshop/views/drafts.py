"""The page of a draft, its start and its end, and what it would change in the past."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.consultation import api as consultation
from korgoo.identification import api as identification
from korgoo.lib import clock
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.workshop import checks, policies, selectors, services
from korgoo.workshop.enums import SUBJECT_KIND
from korgoo.workshop.forms import NameForm, StartForm
from korgoo.workshop.presentation import contents as contents_of
from korgoo.workshop.presentation.drafts import draft_page, history_rows
from korgoo.workshop.presentation.lists import catalogue_page
from korgoo.workshop.presentation.past import past_page
from korgoo.workshop.presentation.questions import view_page
from korgoo.workshop.views.editing import draft_to_edit
from korgoo.workshop.views.lists import not_found

VIEW, EDIT = Permission.DRAFT_VIEW, Permission.DRAFT_EDIT
PER_PAGE = 50


@kept_as(gettext_lazy("Start of a draft"), NameForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def start(request: MemberRequest) -> HttpResponse:
    today = clock.today()
    running = [
        one for one in identification.list_editions() if not one.valid_to or one.valid_to >= today
    ]
    form = StartForm(request.POST or None, editions=running)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        draft = attempt(
            form,
            lambda: services.start_draft(
                typed["title"], edition=typed["edition"], base=typed["base"], actor=request.actor
            ),
            field="edition",
        )
        if draft is not None:
            return redirect("workshop:draft", draft_id=draft.pk)
    words = {"form": form, "action": request.path, "back": reverse("workshop:list")}
    return render(request, "workshop/start.html", words, status=status_of(form))


@kept_as(gettext_lazy("Name of a draft"), NameForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def name(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    given = {"title": draft.title, "edition": draft.edition}
    form = NameForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        named = succeeds(
            form,
            lambda: services.name_draft(
                draft_id, title=typed["title"], edition=typed["edition"], actor=request.actor
            ),
            field="edition",
        )
        if named:
            return redirect("workshop:draft", draft_id=draft_id)
    back = reverse("workshop:draft", args=[draft_id])
    words = {"form": form, "action": request.path, "back": back}
    return render(request, "workshop/start.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def draft(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    row = selectors.get_draft(draft_id, actor=request.actor)
    return render(request, "workshop/draft.html", draft_page(row, actor=request.actor))


@require_safe
@needs(EDIT)
def past(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    actor = request.actor
    row = services.try_draft(draft_id, actor=actor)
    return render(request, "workshop/past.html", {"draft": row, **past_page(row, actor=actor)})


@require_safe
@needs(VIEW)
def history(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    row = selectors.get_draft(draft_id, actor=request.actor)
    page = Paginator(selectors.history(row), PER_PAGE).get_page(request.GET.get("page"))
    words = {
        "draft": row,
        "rows": history_rows(list(page.object_list), checks.words_of(row), actor=request.actor),
        "newer": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "older": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "workshop/history.html", words)


@require_safe
@needs(VIEW)
def contents(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    words = _reading(request, draft_id)
    words["contents"] = contents_of.contents(
        words["draft"].files,
        checks.languages(),
        list_at=lambda key: reverse("workshop:catalogue", args=[draft_id, key]),
        set_at=lambda key: reverse("workshop:view", args=[draft_id, key]),
    )
    return render(request, "workshop/contents.html", words)


@require_safe
@needs(VIEW)
def catalogue(request: MemberRequest, draft_id: UUID, catalogue: str) -> HttpResponse:
    words = _reading(request, draft_id)
    words["shown"] = catalogue_page(words["draft"].files, catalogue, checks.languages())
    return render(request, "workshop/catalogue.html", not_found(words))


@require_safe
@needs(VIEW)
def view(request: MemberRequest, draft_id: UUID, view_key: str) -> HttpResponse:
    words = _reading(request, draft_id)
    words["shown"] = view_page(words["draft"].files, view_key, checks.languages())
    return render(request, "workshop/view.html", not_found(words))


@require_safe
@needs(VIEW)
def vectors(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    words = _reading(request, draft_id)
    words["examples"] = contents_of.vectors(words["draft"].files)
    return render(request, "workshop/vectors.html", words)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    services.drop_draft(draft_id, actor=request.actor)
    messages.success(request, _("The draft was dropped. It stays readable, with its history."))
    return redirect("workshop:list")


@require_POST
@needs(EDIT)
@once
def join(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    conflicts = services.join_newer(draft_id, actor=request.actor)
    messages.success(request, _("The draft now starts from the newer edition."))
    for place in conflicts:
        words = _("Both changed this, and the draft stayed as it was: %(place)s")
        messages.warning(request, words % {"place": place})
    return redirect("workshop:draft", draft_id=draft_id)


def _reading(request: MemberRequest, draft_id: UUID) -> dict[str, Any]:
    """Fetch a draft to read a part of it; who may change it finds the ways to do so."""
    row = selectors.get_draft(draft_id, actor=request.actor)
    frozen = consultation.is_frozen(SUBJECT_KIND, row.pk)
    may_edit = bool(policies.edit(request.actor, row, is_frozen=frozen))
    return {"draft": row, "edition": None, "digest": "", "may_edit": may_edit}
