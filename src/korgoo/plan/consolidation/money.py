"""Money planned and spent: by budget line, and by who pays. Currencies are never added to each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from korgoo.plan.consolidation.answers import count_answer, said_by_part
from korgoo.plan.consolidation.facts import Key, Period, PeriodFacts, ReportFacts
from korgoo.plan.consolidation.figures import Cell, LineFigures, Money, Tally
from korgoo.plan.consolidation.kinds import Funding


def add_spent(
    facts: PeriodFacts, reports: Mapping[str, ReportFacts], lines: dict[Key, LineFigures]
) -> None:
    """Add up what each spent from each line in a period. Nobody is asked about money that is not set aside."""
    said = said_by_part(facts.spent)
    asked: dict[str, list[tuple[int, ReportFacts]]] = defaultdict(list)
    for number, key, measure, _is_valued in facts.entries:
        asked[measure].append((number, reports[key]))
    for measure, plans in facts.lines.items():
        for plan in plans:
            figures = lines.setdefault(plan.key, LineFigures(plan))
            figures.plan = plan
            cell = figures.spent[facts.period.key] = Cell()
            figures.planned[facts.period.key] = plan.planned.get(facts.period.year)
            if plan.funding is Funding.NONE:
                continue
            for part, report in asked[measure]:
                answer, amount = said.get((part, plan.key[1]), ("", None))
                count_answer(cell, answer, amount, report)


def add_years(periods: Sequence[Period], lines: Mapping[Key, LineFigures]) -> None:
    """Say of each line what its year has come to, up to each period."""
    for figures in lines.values():
        for place, period in enumerate(periods):
            if period.key not in figures.spent:
                continue
            so_far = [p.key for p in periods[: place + 1] if p.year == period.year]
            figures.year_spent[period.key] = total(
                [figures.spent[key].total for key in so_far if key in figures.spent]
            )


def sums(periods: Sequence[str], lines: Mapping[Key, LineFigures]) -> dict[str, tuple[Money, ...]]:
    """Add lines up by who pays and in which currency, for each period."""
    return {period: tuple(_of_period(period, lines.values())) for period in periods}


def _of_period(period: str, lines: Iterable[LineFigures]) -> list[Money]:
    kinds: dict[tuple[Funding, str], list[LineFigures]] = defaultdict(list)
    for line in lines:
        if period in line.spent and line.plan.funding is not Funding.NONE:
            kinds[line.plan.funding, line.plan.currency].append(line)
    order = list(Funding)
    return [
        _money(period, kind, kinds[kind])
        for kind in sorted(kinds, key=lambda kind: (order.index(kind[0]), kind[1]))
    ]


def _money(period: str, kind: tuple[Funding, str], lines: Sequence[LineFigures]) -> Money:
    tally = Tally()
    for line in lines:
        tally.add(line.spent[period].tally)
    return Money(
        *kind,
        planned=total([line.planned[period] for line in lines]),
        spent=total([line.spent[period].total for line in lines]),
        year_spent=total([line.year_spent.get(period) for line in lines]),
        tally=tally,
    )


def total(values: Sequence[Decimal | None]) -> Decimal | None:
    """Add what is there; None when nothing is."""
    told = [value for value in values if value is not None]
    return sum(told, Decimal()) if told else None
