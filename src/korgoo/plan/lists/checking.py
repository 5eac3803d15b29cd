"""Rows become a plan, or faults: all of them, each with its cell and what is expected."""

from dataclasses import dataclass, field

from korgoo.plan.lists import cells, rows
from korgoo.plan.lists.faults import Fault, Rule
from korgoo.plan.lists.known import Known
from korgoo.plan.lists.reader import Reader, name_columns, names_in
from korgoo.plan.lists.rows import Row
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts, TreeFacts


@dataclass(slots=True)
class Checked:
    """A plan that makes sense, or what is wrong. With a fault there is no plan at all."""

    tree: TreeFacts | None = None
    faults: list[Fault] = field(default_factory=list)
    count: int = 0


def check(data: bytes, known: Known) -> Checked:
    """Read a file and check every cell of it.

    Args:
        data: What the file holds.
        known: What its cells can mean.
    """
    sheet = rows.read(data, known)
    if sheet.faults:
        # A row that has slipped would have every one of its cells called wrong.
        return Checked(faults=sheet.faults, count=len(sheet.rows))
    reader = _Reader(known)
    for row in sheet.rows:
        reader.take(row)
    faults = [fault for row in sheet.rows for fault in row.faults]
    if faults:
        return Checked(faults=faults, count=len(sheet.rows))
    return Checked(reader.tree(), [], len(sheet.rows))


@dataclass(slots=True)
class _Measure:
    """A measure on its way: its first row, and what further rows add."""

    facts: MeasureFacts
    row: Row
    indicators: list[IndicatorFacts] = field(default_factory=list)
    lines: list[LineFacts] = field(default_factory=list)


@dataclass(slots=True)
class _Reader(Reader):
    """Takes row after row. A measure may have several: one for each indicator or budget line."""

    tasks: dict[str, dict[str, str]] = field(default_factory=dict)
    measures: dict[str, _Measure] = field(default_factory=dict)
    task_of: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Take one row."""
        task, code = (self.needed(row, key, cells.code) for key in ("task_code", "measure_code"))
        self.lengths(row)
        if not task or not code:
            return
        self._task(row, task)
        if self.task_of.setdefault(code, task) != task:
            row.wrong("task_code", Rule.DIFFERS, task)
        measure = self.measures.get(code)
        if measure is None:
            measure = self.measures[code] = _Measure(self._measure(row, code), row)
        else:
            self._same(row, measure)
        self._indicator(row, measure)
        self._line(row, measure)

    def tree(self) -> TreeFacts:
        """Give the whole plan."""
        return TreeFacts(
            tuple(
                TaskFacts(code, names, tuple(self._whole(one) for one in self._under(code)))
                for code, names in self.tasks.items()
            )
        )

    def _under(self, task: str) -> list[_Measure]:
        return [one for code, one in self.measures.items() if self.task_of[code] == task]

    @staticmethod
    def _whole(one: _Measure) -> MeasureFacts:
        told = {name: getattr(one.facts, name) for name in MeasureFacts.__slots__}
        return MeasureFacts(
            **{**told, "indicators": tuple(one.indicators), "lines": tuple(one.lines)}
        )

    def _task(self, row: Row, code: str) -> None:
        names = names_in(row, "task")
        known = self.tasks.setdefault(code, names)
        if not known:
            row.wrong("task_code", Rule.MISSING, code)
        for language, name in names.items():
            if known.setdefault(language, name) != name:
                row.wrong(f"task_{language}", Rule.DIFFERS, name)

    def _measure(self, row: Row, code: str) -> MeasureFacts:
        names = names_in(row, "measure")
        if not names:
            row.wrong("measure_code", Rule.MISSING, code)
        starts, due = self.day(row, "starts_on"), self.day(row, "due_on")
        if starts and due and due < starts:
            row.wrong("due_on", Rule.END_BEFORE_START, row.get("due_on"))
        return MeasureFacts(
            code,
            names,
            starts,
            due,
            tuple(self.read(row, "regions", lambda w: cells.places(w, self.known)) or ()),
            tuple(self.needed(row, "responsible", lambda w: cells.bodies(w, self.known)) or ()),
            tuple(self.read(row, "co_executors", lambda w: cells.bodies(w, self.known)) or ()),
        )

    def _same(self, row: Row, measure: _Measure) -> None:
        """Find what a further row of a measure says otherwise than the first one."""
        for column in (*name_columns("measure"), "responsible", "co_executors", "regions"):
            if row.get(column) and row.get(column) != measure.row.get(column):
                row.wrong(column, Rule.DIFFERS, row.get(column))
        for column in cells.DAYS:
            if row.get(column) and row.get(column) != measure.row.get(column):
                row.wrong(column, Rule.DIFFERS, row.get(column))

    def _indicator(self, row: Row, measure: _Measure) -> None:
        names = names_in(row, "indicator")
        if not names and not row.get("indicator_code"):
            return
        code = self.read(row, "indicator_code", cells.code) or str(len(measure.indicators) + 1)
        if any(one.code == code for one in measure.indicators):
            row.wrong("indicator_code", Rule.CODE_TWICE, code)
        if not names:
            row.wrong("indicator_code", Rule.MISSING, code)
        kind = self.choice(row, "kind", "number")
        adds = self.choice(row, "adds", "sum" if kind == "number" else "none")
        if adds == "sum" and kind != "number":
            row.wrong("adds", Rule.ONLY_NUMBERS_ADD, row.get("adds"))
        measure.indicators.append(
            IndicatorFacts(
                code,
                names,
                row.get("unit"),
                kind,
                self.choice(row, "direction", "up"),
                adds,
                self.read(row, "baseline", cells.number) or "",
                self.by_year(row, "target"),
                self.source(row),
            )
        )

    def _line(self, row: Row, measure: _Measure) -> None:
        planned = self.by_year(row, "planned")
        if not (row.get("funding") or row.get("line_code") or planned):
            return
        code = self.read(row, "line_code", cells.code) or str(len(measure.lines) + 1)
        if any(one.code == code for one in measure.lines):
            row.wrong("line_code", Rule.CODE_TWICE, code)
        funding = self.needed(row, "funding", lambda w: cells.choice("funding", w)) or ""
        currency = row.get("currency")
        if (funding == "none" and currency) or (
            funding != "none" and not cells.CURRENCY.match(currency)
        ):
            row.wrong("currency", Rule.CURRENCY, currency)
        measure.lines.append(LineFacts(code, funding, row.get("payer"), currency, planned))
