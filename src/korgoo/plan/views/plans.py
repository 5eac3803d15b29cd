"""Plans: read by every member of the platform, kept by who collects the reports."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib import clock
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.plan import regions, selectors, services
from korgoo.plan.forms import AdoptionForm, ProgrammeForm, ReportersForm
from korgoo.plan.presentation import measures, plans, reports

VIEW, EDIT = Permission.PLAN_VIEW, Permission.PLAN_EDIT


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    page = plans.list_page(actor=request.actor)
    page["mine"] = [one for one in reports.own_lines(actor=request.actor) if one["is_writable"]]
    return render(request, "plan/list.html", page)


@kept_as(gettext_lazy("A new plan"), ProgrammeForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = ProgrammeForm(request.POST or None)
    if form.is_valid():
        facts = form.to_facts(request.actor.organisation_id, is_fictitious=settings.DEMO)
        if succeeds(form, lambda: services.add_programme(facts, actor=request.actor)):
            messages.success(
                request, _("The plan is entered. Now fill in the draft, or bring a file.")
            )
            return redirect("plan:draft", code=facts.code)
    words = {"form": form, "title": _("A new plan"), "back": reverse("plan:list"), "hint": ""}
    return render(request, "plan/form.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def programme(request: MemberRequest, code: str) -> HttpResponse:
    row = selectors.get_programme(code, actor=request.actor)
    return render(request, "plan/programme.html", plans.programme_page(row, actor=request.actor))


@require_safe
@needs(VIEW)
def version(request: MemberRequest, code: str, number: int) -> HttpResponse:
    row = selectors.get_version(code, number, actor=request.actor)
    return render(request, "plan/version.html", plans.version_page(row, actor=request.actor))


@require_safe
@needs(VIEW)
def measure(request: MemberRequest, code: str, measure: str) -> HttpResponse:
    programme = selectors.get_programme(code, actor=request.actor)
    for shown in selectors.versions(programme, actor=request.actor):
        # The version in force today first; a measure that is gone shows as it was last.
        row = next((one for one in selectors.measures_of(shown) if one.code == measure), None)
        is_ahead = shown.is_draft or (shown.in_force_from or clock.today()) > clock.today()
        if row is not None and not is_ahead:
            page = measures.measure_page(programme, shown, row)
            return render(request, "plan/measure.html", page)
    raise NotFound(_("We found no such measure in a version that is in force."))


@require_POST
@needs(EDIT)
@once
def begin(request: MemberRequest, code: str) -> HttpResponse:
    services.begin_version(code, actor=request.actor)
    messages.success(request, _("The draft is a copy of the version adopted last. Change it."))
    return redirect("plan:draft", code=code)


@kept_as(gettext_lazy("A version of the plan to adopt"))
@require_http_methods(READ)
@needs(EDIT)
@once
def adopt(request: MemberRequest, code: str) -> HttpResponse:
    draft = selectors.get_draft(code, actor=request.actor)
    form = AdoptionForm(
        request.POST or None,
        is_change=selectors.newest_adopted(draft.programme) is not None,
        initial={"document": draft.document},
    )
    if form.is_valid() and succeeds(
        form, lambda: services.adopt_version(code, form.to_facts(), actor=request.actor)
    ):
        messages.success(request, _("The version is adopted. It does not change any more."))
        return redirect("plan:programme", code=code)
    words = {
        "form": form,
        "title": _("Adopt this version"),
        "back": reverse("plan:draft", args=[code]),
        "hint": _("After this nobody can change it. A change is a new version."),
    }
    return render(request, "plan/form.html", words, status=status_of(form))


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, code: str) -> HttpResponse:
    services.drop_version(code, actor=request.actor)
    messages.success(request, _("The draft was thrown away."))
    return redirect("plan:programme", code=code)


@kept_as(gettext_lazy("Who reports for the regions"))
@require_http_methods(READ)
@needs(EDIT)
@once
def reporters(request: MemberRequest, code: str) -> HttpResponse:
    draft = selectors.get_draft(code, actor=request.actor)
    known = draft.reporters.values_list("region", "organisation_id")
    form = ReportersForm(
        request.POST or None,
        regions=regions.choices(),
        organisations=organisations(request),
        initial={f"region_{region}": str(pk) for region, pk in known},
    )
    if form.is_valid() and succeeds(
        form, lambda: services.set_reporters(code, form.reporters(), actor=request.actor)
    ):
        messages.success(request, _("Saved."))
        return redirect("plan:draft", code=code)
    words = {
        "form": form,
        "title": _("Who reports for the regions"),
        "back": reverse("plan:draft", args=[code]),
        "hint": _("A district reports through its region."),
    }
    return render(request, "plan/form.html", words, status=status_of(form))


def organisations(request: MemberRequest) -> list[tuple[int, str]]:
    """List the organisations of today, one's own first."""
    own = access.card(request.actor.organisation_id)
    others = access.offer_all(actor=request.actor)
    return [(own.id, own.name), *((one.id, one.name) for one in others)]
