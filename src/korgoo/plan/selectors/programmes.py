from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.plan import policies
from korgoo.plan.enums import Part, VersionState
from korgoo.plan.models import Measure, PlanVersion, Programme
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts, TreeFacts

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_PLAN = _("We found no such plan.")


def programmes(*, actor: "Actor") -> list[Programme]:
    """List the plans, the newest first; every member of the platform may read them.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    _let_in(actor)
    return list(Programme.objects.all())


def get_programme(code: str, *, actor: "Actor | None", lock: bool = False) -> Programme:
    """Fetch a plan by its code.

    Raises:
        NotFound: No such plan, or the actor has no part in the platform.
    """
    _let_in(actor)
    rows = Programme.objects.select_for_update() if lock else Programme.objects.all()
    found = rows.filter(code=code).first()
    if found is None:
        raise NotFound(NO_PLAN)
    return found


def keeper_of(programme: Programme, day: date | None = None) -> int:
    """Say which organisation keeps a plan: who collects its reports, or who followed it."""
    return access.lineage().bearer(programme.collector_id, day or clock.today())


def keeps(programme: Programme, *, actor: "Actor | None") -> bool:
    """Tell whether somebody may change a plan."""
    return bool(policies.keep(actor, keeper_of(programme)))


def versions(programme: Programme, *, actor: "Actor | None") -> list[PlanVersion]:
    """List the versions of a plan, the newest first; a draft for who keeps the plan alone."""
    rows = programme.versions.all()
    if not keeps(programme, actor=actor):
        rows = rows.filter(state=VersionState.ADOPTED)
    return list(rows)


def get_version(
    code: str, number: int, *, actor: "Actor | None", lock: bool = False
) -> PlanVersion:
    """Fetch a version of a plan.

    Raises:
        NotFound: No such version, or it is a draft that the actor may not see.
    """
    programme = get_programme(code, actor=actor, lock=lock)
    found = next((v for v in versions(programme, actor=actor) if v.number == number), None)
    if found is None:
        raise NotFound(NO_PLAN)
    found.programme = programme
    return found


def get_draft(code: str, *, actor: "Actor | None", lock: bool = False) -> PlanVersion:
    """Fetch the draft of a plan to change it.

    Raises:
        NotFound: There is none, or the actor does not keep the plan.
    """
    programme = get_programme(code, actor=actor, lock=lock)
    if not keeps(programme, actor=actor):
        raise NotFound(NO_PLAN)
    found = programme.versions.filter(state=VersionState.DRAFT).first()
    if found is None:
        raise NotFound(_("This plan has no draft."))
    found.programme = programme
    return found


def version_on(programme: Programme, day: date) -> PlanVersion | None:
    """Find the version that is in force on a day; None before the first."""
    rows = programme.versions.filter(state=VersionState.ADOPTED, in_force_from__lte=day)
    return rows.order_by("-in_force_from").first()


def newest_adopted(programme: Programme) -> PlanVersion | None:
    """Find the version that was adopted last, whether it is in force yet or not."""
    rows = programme.versions.filter(state=VersionState.ADOPTED)
    return rows.order_by("-in_force_from").first()


def measures_of(version: PlanVersion) -> list[Measure]:
    """List the measures of a version with all that belongs to them; five queries however many."""
    rows = version.measures.select_related("task").prefetch_related(
        "bodies__organisation", "indicators", "lines"
    )
    return list(rows.order_by("task__place", "task__code", "place", "code"))


def read_tree(version: PlanVersion) -> TreeFacts:
    """Read a whole version as plain data."""
    by_task: dict[int, list[MeasureFacts]] = {}
    for row in measures_of(version):
        by_task.setdefault(row.task_id, []).append(_measure(row))
    tasks = tuple(
        TaskFacts(task.code, task.names, tuple(by_task.get(task.pk, ())))
        for task in version.tasks.all()
    )
    reporters = version.reporters.values_list("region", "organisation_id")
    return TreeFacts(tasks, dict(reporters))


def _measure(row: Measure) -> MeasureFacts:
    return MeasureFacts(
        row.code,
        row.names,
        row.starts_on,
        row.due_on,
        tuple(row.regions),
        _bodies(row, Part.RESPONSIBLE),
        _bodies(row, Part.CO_EXECUTOR),
        tuple(
            IndicatorFacts(
                one.code,
                one.names,
                one.unit,
                one.kind,
                one.direction,
                one.adds,
                "" if one.baseline is None else format(one.baseline.normalize(), "f"),
                one.targets,
                one.source,
            )
            for one in row.indicators.all()
        ),
        tuple(
            LineFacts(one.code, one.funding, one.payer, one.currency, one.planned)
            for one in row.lines.all()
        ),
    )


def _bodies(row: Measure, part: Part) -> tuple[int, ...]:
    return tuple(one.organisation_id for one in row.bodies.all() if one.part == part)


def names_of(organisation_ids: Iterable[int]) -> dict[int, str]:
    """Name organisations as they are, also those that have ended."""
    return access.names_of(organisation_ids)


def _let_in(actor: "Actor | None") -> None:
    if actor is not None and not policies.may(actor, Permission.PLAN_VIEW):
        raise NotFound(NO_PLAN)
