"""One thing of a draft at a time: a task, a measure, an indicator, a budget line."""

from typing import TYPE_CHECKING, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib.errors import DomainError, NotFound
from korgoo.plan import selectors
from korgoo.plan.models import BudgetLine, Indicator, Measure, MeasureBody, PlanVersion, Task
from korgoo.plan.services import writing
from korgoo.plan.services.versions import touch
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

T = TypeVar("T", Task, Measure, Indicator, BudgetLine)
Leaf = TypeVar("Leaf", Indicator, BudgetLine)
TAKEN = _("Something else in this plan stands under this code.")
NO_SUCH = _("We found nothing of that code in the draft.")


@transaction.atomic
def save_task(code: str, facts: TaskFacts, *, at: str = "", actor: "Actor") -> Task:
    """Add a task to the draft, or change the one that stands ``at`` a code; its measures stay.

    Raises:
        NotFound: There is no draft or no such task, or the actor does not keep the plan.
        DomainError: The code is taken.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    row = _find(draft.tasks, at) if at else Task(version=draft, place=_next(draft.tasks))
    _refuse_taken(draft.tasks, facts.code, at)
    row.code = facts.code
    _write(row, writing.names(facts.names))
    _changed(draft, facts.code, actor)
    return row


@transaction.atomic
def save_measure(
    code: str, task_code: str, facts: MeasureFacts, *, at: str = "", actor: "Actor"
) -> Measure:
    """Add a measure to the draft, or change the one that stands ``at`` a code.

    Its indicators and budget lines stay as they are.

    Raises:
        NotFound: There is no draft, task or measure of that code, or the actor does not keep the plan.
        DomainError: The code is taken.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    task = _find(draft.tasks, task_code)
    _refuse_taken(draft.measures, facts.code, at)
    new = writing.new_measure(draft, task, facts, _next(draft.measures))
    if at:
        old = _find(draft.measures, at)
        new.pk, new.place = old.pk, old.place
        old.bodies.all().delete()
    new.save(force_insert=not at, force_update=bool(at))
    MeasureBody.objects.bulk_create(writing.new_bodies(new, facts))
    _changed(draft, facts.code, actor)
    return new


@transaction.atomic
def save_indicator(
    code: str, measure_code: str, facts: IndicatorFacts, *, at: str = "", actor: "Actor"
) -> None:
    """Add an indicator to a measure of the draft, or change the one that stands ``at`` a code.

    Raises:
        NotFound: There is no such draft, measure or indicator, or the actor does not keep the plan.
        DomainError: The code is taken.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    measure = _find(draft.measures, measure_code)
    _refuse_taken(measure.indicators, facts.code, at)
    new = writing.new_indicator(measure, facts, _next(measure.indicators))
    _replace(new, measure.indicators, at)
    _changed(draft, f"{measure_code}/{facts.code}", actor)


@transaction.atomic
def save_line(
    code: str, measure_code: str, facts: LineFacts, *, at: str = "", actor: "Actor"
) -> None:
    """Add a budget line to a measure of the draft, or change the one that stands ``at`` a code.

    Raises:
        NotFound: There is no such draft, measure or line, or the actor does not keep the plan.
        DomainError: The code is taken.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    measure = _find(draft.measures, measure_code)
    _refuse_taken(measure.lines, facts.code, at)
    _replace(writing.new_line(measure, facts, _next(measure.lines)), measure.lines, at)
    _changed(draft, f"{measure_code}/{facts.code}", actor)


@transaction.atomic
def remove(code: str, kind: str, at: str, *, under: str = "", actor: "Actor") -> None:
    """Take something out of the draft, with all that belongs to it.

    Args:
        code: Of the plan.
        kind: "task", "measure", "indicator" or "line".
        at: Its code.
        under: Code of the measure, for an indicator or a line.
        actor: Who keeps the plan.

    Raises:
        NotFound: There is no such thing, or the actor does not keep the plan.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    _found(draft, kind, at, under).delete()
    _changed(draft, f"-{at}", actor)


def _found(
    draft: PlanVersion, kind: str, at: str, under: str
) -> Task | Measure | Indicator | BudgetLine:
    if kind == "task":
        return _find(draft.tasks, at)
    if kind == "measure":
        return _find(draft.measures, at)
    measure = _find(draft.measures, under)
    if kind == "indicator":
        return _find(measure.indicators, at)
    return _find(measure.lines, at)


def _replace(new: Leaf, rows: "models.Manager[Leaf]", at: str) -> None:
    if at:
        old = _find(rows, at)
        new.pk, new.place = old.pk, old.place
    new.save(force_insert=not at, force_update=bool(at))


def _find(rows: "models.Manager[T]", code: str) -> T:
    found = rows.filter(code=code).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def _refuse_taken(rows: "models.Manager[T]", code: str, at: str) -> None:
    if code != at and rows.filter(code=code).exists():
        raise DomainError(TAKEN)


def _next(rows: "models.Manager[T]") -> int:
    return (rows.aggregate(last=models.Max("place"))["last"] or 0) + 1


def _write(row: Task, values: dict[str, str]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _changed(draft: PlanVersion, detail: str, actor: "Actor") -> None:
    touch(draft)
    audit.record(Event.PLAN_VERSION_CHANGED, actor=actor, target=draft, detail=detail[:60])
