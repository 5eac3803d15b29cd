"""Own cases, all cases by code for the co-ordinator, and the box that finds one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import TextChoices
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import (
    exports,
    filters,
    places,
    selectors,
    services,
    status_names,
    time_limits,
)
from korgoo.casework.enums import AgeBand, Axis, Matter
from korgoo.casework.forms import FindForm, words_of_filter
from korgoo.casework.presentation.filter_questions import filter_questions
from korgoo.casework.wording import STATUS_TONES
from korgoo.countrypack import paper_languages
from korgoo.lib import clock
from korgoo.lib.attempts import REFUSED
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.casework.filters import CaseFilter
    from korgoo.casework.models import Case

OWN, WATCH = "casework:list", "casework:watch"
PRINTED = {
    "csv": (exports.as_table, "text/csv; charset=utf-8"),
    "pdf": (exports.as_paper, "application/pdf"),
}


@require_safe
@needs(Permission.CASE_LIST)
def list_cases(request: MemberRequest) -> HttpResponse:
    return render(request, "casework/list.html", _own(request) | {"form": FindForm()})


@require_POST
@needs(Permission.CASE_LIST)
def find(request: MemberRequest) -> HttpResponse:
    form = FindForm(request.POST)
    if form.is_valid():
        try:
            case = selectors.find_by_code(form.cleaned_data["code"], actor=request.actor)
        except NotFound as error:
            form.add_error("code", str(error.message))
        else:
            return redirect("casework:case", case_id=case.pk)
    return render(request, "casework/list.html", _own(request) | {"form": form}, status=REFUSED)


@require_safe
@needs(Permission.CASE_WATCH)
def watch(request: MemberRequest) -> HttpResponse:
    wanted, after = filters.from_query(request.GET), request.GET.get("after", "")
    page = selectors.list_watched_cases(actor=request.actor, after=after, wanted=wanted)
    words = {"rows": _rows(page.cases, {}), "next": _next(page.after, wanted, names=False)}
    words |= {"is_first": not after} | _choice(request, wanted, is_watch=True)
    return render(request, "casework/watch.html", words)


@require_safe
@needs(Permission.CASES_EXPORT)
def export(request: MemberRequest, form: str) -> HttpResponse:
    if form not in PRINTED:
        raise NotFound(_("We found no such page."))
    wanted, is_watch = filters.from_query(request.GET), request.GET.get("of") == "all"
    write, media_type = PRINTED[form]
    with paper_languages.speaking(request.GET):
        made = services.export_cases(wanted, is_watch=is_watch, actor=request.actor)
        written = write(made, actor=request.actor)
    name = f"cases-{made.number}.{form}"
    return HttpResponse(
        written,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
@needs(Permission.CASE_LIST)
@once
def save_list(request: MemberRequest) -> HttpResponse:
    wanted, is_watch = filters.from_query(request.POST), request.POST.get("of") == "all"
    services.save_filter(wanted, is_watch=is_watch, actor=request.actor)
    return HttpResponseRedirect(address_of(wanted, is_watch=is_watch))


@require_POST
@needs(Permission.CASE_LIST)
@once
def forget_list(request: MemberRequest, filter_id: UUID) -> HttpResponse:
    services.forget_filter(filter_id, actor=request.actor)
    return redirect(WATCH if request.POST.get("of") == "all" else OWN)


def address_of(wanted: "CaseFilter", *, is_watch: bool) -> str:
    """Give the address of a list with a wish."""
    query = wanted.query()
    return reverse(WATCH if is_watch else OWN) + (f"?{query}" if query else "")


def _own(request: MemberRequest) -> dict[str, Any]:
    actor, after = request.actor, request.GET.get("after", "")
    wanted = filters.from_query(request.GET)
    page = selectors.list_own_cases(actor=actor, after=after, wanted=wanted)
    may_show = bool(policy.decide(actor, Permission.FACET_OPEN, Relation.OWNER, Facet.IDENTITY))
    show = may_show and request.GET.get("names") == "1"
    names = services.open_names(page.cases, actor=actor) if show else {}
    return {
        "rows": _rows(page.cases, names),
        "next": _next(page.after, wanted, names=show),
        "after": after,
        "is_first": not after,
        "names_shown": show,
        "may_show_names": may_show,
        "may_open_case": policy.may_enter(actor, Permission.CASE_OPEN),
    } | _choice(request, wanted, is_watch=False)


def _choice(request: MemberRequest, wanted: "CaseFilter", *, is_watch: bool) -> dict[str, Any]:
    """Say what is wished, which lists are kept, and where the same list can be taken out."""
    kept = selectors.list_filters(actor=request.actor, is_watch=is_watch)
    of = {"of": "all"} if is_watch else {}
    return {
        "filter_questions": filter_questions(wanted, is_watch=is_watch),
        "wanted": wanted,
        "wanted_words": words_of_filter(wanted),
        "wanted_fields": dict(pair.split("=", 1) for pair in wanted.query().split("&") if pair),
        "kept_lists": [_kept(row.pk, row.query, is_watch=is_watch) for row in kept],
        "list_address": reverse(WATCH if is_watch else OWN),
        "may_export": policy.may_enter(request.actor, Permission.CASES_EXPORT),
        "export_query": "&".join(part for part in (wanted.query(), urlencode(of)) if part),
        "is_watch": is_watch,
    }


def _kept(pk: UUID, query: str, *, is_watch: bool) -> dict[str, Any]:
    wanted = filters.from_query(dict(pair.split("=", 1) for pair in query.split("&") if pair))
    return {
        "id": pk,
        "words": words_of_filter(wanted),
        "address": address_of(wanted, is_watch=is_watch),
    }


def _rows(cases: "list[Case]", names: dict[Any, str]) -> list[dict[str, Any]]:
    ends, now = time_limits.nearest_among(cases), clock.now()
    languages = dict(places.languages())
    statuses = status_names.names(Axis.PROTECTION)
    matters, ages = (words_of(c) for c in (Matter, AgeBand))
    # One address made by the routes, then only its number changed: the list is read all day.
    pattern = reverse("casework:case", args=[UUID(int=0)])
    return [
        {
            "case": case,
            "address": pattern.replace(str(UUID(int=0)), str(case.pk)),
            "status": statuses[case.protection],
            "matter": matters[case.matter],
            "age_band": ages[case.age_band],
            "name": names.get(case.pk, ""),
            "language": languages.get(case.language, case.language),
            "tone": STATUS_TONES[case.protection],
            "due": ends.get(case.pk),
            "is_late": case.pk in ends and ends[case.pk] <= now,
            "is_closed": case.closed_at is not None,
            "age": now - case.opened_at,
        }
        for case in cases
    ]


def words_of(choices: type[TextChoices]) -> dict[str, str]:
    """Say the words of a list of choices in the language of the page, once for a whole page."""
    return {value: str(label) for value, label in choices.choices}


def _next(after: str, wanted: "CaseFilter", *, names: bool) -> str:
    if not after:
        return ""
    place = urlencode({"after": after} | ({"names": "1"} if names else {}))
    return "?" + "&".join(part for part in (wanted.query(), place) if part)
