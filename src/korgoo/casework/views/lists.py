"""Own cases, all cases by code for the co-ordinator, and the box that finds one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import TextChoices
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.access.http import MemberRequest, needs
from korgoo.casework import places, selectors, services
from korgoo.casework.enums import AgeBand, Matter, Protection
from korgoo.casework.forms import FindForm
from korgoo.casework.views.attempt import REFUSED
from korgoo.casework.wording import STATUS_TONES
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.casework.models import Case


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
    after = request.GET.get("after", "")
    page = selectors.list_watched_cases(actor=request.actor, after=after)
    words = {"rows": _rows(page.cases, {}), "next": _next(page.after, names=False)}
    return render(request, "casework/watch.html", words | {"is_first": not after})


def _own(request: MemberRequest) -> dict[str, Any]:
    actor, after = request.actor, request.GET.get("after", "")
    page = selectors.list_own_cases(actor=actor, after=after)
    may_show = bool(policy.decide(actor, Permission.FACET_OPEN, Relation.OWNER, Facet.IDENTITY))
    show = may_show and request.GET.get("names") == "1"
    names = services.open_names(page.cases, actor=actor) if show else {}
    return {
        "rows": _rows(page.cases, names),
        "next": _next(page.after, names=show),
        "after": after,
        "is_first": not after,
        "names_shown": show,
        "may_show_names": may_show,
        "may_open_case": policy.may_enter(actor, Permission.CASE_OPEN),
    }


def _rows(cases: "list[Case]", names: dict[Any, str]) -> list[dict[str, Any]]:
    late = selectors.late_among(cases)
    languages = dict(places.languages())
    statuses, matters, ages = (words_of(c) for c in (Protection, Matter, AgeBand))
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
            "is_late": case.pk in late,
            "age": clock.now() - case.opened_at,
        }
        for case in cases
    ]


def words_of(choices: type[TextChoices]) -> dict[str, str]:
    """Say the words of a list of choices in the language of the page, once for a whole page."""
    return {value: str(label) for value, label in choices.choices}


def _next(after: str, *, names: bool) -> str:
    return "?" + urlencode({"after": after} | ({"names": "1"} if names else {})) if after else ""
