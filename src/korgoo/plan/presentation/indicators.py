"""Tables of indicators: by measure, by region, by period, by year."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.lib.collation import place_of
from korgoo.plan import periods, regions, sources, wording
from korgoo.plan.consolidation.facts import Key
from korgoo.plan.consolidation.figures import Cell, Figures, IndicatorFigures
from korgoo.plan.presentation.naming import Names
from korgoo.plan.presentation.tables import Head, Shown, Table


def by_measure(figures: Figures, names: Names, period: str) -> Table:
    """Each indicator in a period: its value, how it was answered, the year beside its target."""
    heads = [
        Head(pgettext("column", "Measure")),
        Head(pgettext("column", "Indicator")),
        Head(pgettext("column", "Value"), is_number=True),
        Head(pgettext("column", "Answers")),
        Head(pgettext("column", "Year so far, of the target")),
        Head(pgettext("column", "Target"), is_number=True),
        Head(pgettext("column", "Reached")),
    ]
    title = _("Measures and indicators: %(period)s") % {"period": periods.words(period)}
    table = Table(title, pgettext("sheet", "Measures"), heads)
    for key in in_order(figures, names):
        one = figures.indicators[key]
        if period not in one.whole:
            continue
        kind, cell, year = one.plan.kind, one.whole[period], one.progress[period]
        table.rows.append(
            [
                Shown(names.measure(key[0])),
                Shown(named(key, one, names)),
                shown(kind, cell),
                Shown(answered(one, cell)),
                Shown(wording.progress(kind, year), year.value),
                Shown(wording.value(kind, year.target), year.target),
                Shown(_reached(is_reached=year.is_reached, missing=year.missing)),
            ]
        )
    return table


def by_region(figures: Figures, names: Names, period: str) -> Table:
    """Each indicator in each region, and of the bodies of the whole country."""
    told = {
        region for one in figures.indicators.values() for region in one.regions.get(period, {})
    }
    order = sorted(told, key=lambda code: (bool(code), place_of(regions.name(code))))
    heads = [Head(pgettext("column", "Indicator"))]
    heads += [
        Head(regions.name(code) if code else pgettext("column", "Central bodies"), is_number=True)
        for code in order
    ]
    title = _("By region: %(period)s") % {"period": periods.words(period)}
    table = Table(title, pgettext("sheet", "Regions"), heads)
    for key in in_order(figures, names):
        one = figures.indicators[key]
        cells = one.regions.get(period, {})
        if not any(cells):
            continue
        row = [shown(one.plan.kind, cells[code]) if code in cells else Shown("") for code in order]
        table.rows.append([Shown(f"{key[0]}. {named(key, one, names)}"), *row])
    return table


def by_period(figures: Figures, names: Names) -> Table:
    """Each indicator in each period; a measure keeps its code through all versions of the plan."""
    heads = [Head(pgettext("column", "Indicator"))]
    heads += [Head(periods.words(key), is_number=True) for key in figures.periods]
    heads.append(Head(pgettext("column", "Change to the period before"), is_number=True))
    table = Table(_("By period"), pgettext("sheet", "Periods"), heads)
    for key in in_order(figures, names):
        one = figures.indicators[key]
        cells = [one.whole.get(period) for period in figures.periods]
        row = [shown(one.plan.kind, cell) if cell else Shown("") for cell in cells]
        table.rows.append([Shown(f"{key[0]}. {named(key, one, names)}"), *row, _change(cells)])
    return table


def by_year(figures: Figures, names: Names, period: str) -> Table:
    """Each indicator of the year, with where it comes from and how whole it is: for a questionnaire."""
    heads = [
        Head(pgettext("column", "Indicator")),
        Head(pgettext("column", "Year"), is_number=True),
        Head(pgettext("column", "Value"), is_number=True),
        Head(pgettext("column", "Where it comes from")),
        Head(pgettext("column", "Answers that are missing"), is_number=True),
    ]
    table = Table(_("Figures of the year"), pgettext("sheet", "Year"), heads)
    for key in in_order(figures, names):
        one = figures.indicators[key]
        year = one.progress.get(period)
        if year is None:
            continue
        hidden = one.whole[period].is_hidden
        words = wording.cell(one.plan.kind, one.whole[period]) if hidden else ""
        table.rows.append(
            [
                Shown(f"{key[0]}. {named(key, one, names)}"),
                Shown(str(year.year), Decimal(year.year)),
                Shown(words or wording.value(one.plan.kind, year.value), year.value),
                Shown(origin(one)),
                Shown(str(year.missing), Decimal(year.missing)),
            ]
        )
    return table


def in_order(figures: Figures, names: Names) -> list[Key]:
    """List indicators in the order of the plan; those that only an older version knew come last."""
    known = [key for key in names.indicators if key in figures.indicators]
    return known + [key for key in figures.indicators if key not in names.indicators]


def named(key: Key, one: IndicatorFigures, names: Names) -> str:
    """Name an indicator, and say when it is drawn."""
    words = names.indicator(key)
    return f"{words} ({pgettext('indicator', 'drawn')})" if one.plan.drawn else words


def shown(kind: str, cell: Cell) -> Shown:
    """Write a figure for people and for a spreadsheet."""
    return Shown(wording.cell(kind, cell), cell.total)


def answered(one: IndicatorFigures, cell: Cell) -> str:
    """Say how it was answered; nobody was asked for what is drawn."""
    return origin(one) if one.plan.drawn else wording.tally(cell.tally)


def origin(one: IndicatorFigures) -> str:
    """Say where a figure comes from."""
    if not one.plan.drawn:
        return _("Half-year reports")
    source = sources.find(one.plan.drawn)
    if source is None:
        return _("Counted by the platform; the source is no longer there")
    return _("Counted by the platform: %(what)s") % {"what": source.words}


def _reached(*, is_reached: bool | None, missing: int) -> str:
    if is_reached is None:
        return wording.NOT_SAID
    words = pgettext("target", "yes") if is_reached else pgettext("target", "not yet")
    return _("%(words)s, as far as reported") % {"words": words} if missing else words


def _change(cells: list[Cell | None]) -> Shown:
    """Say what changed since the period before; nothing where one of them is not whole."""
    if len(cells) < 2 or cells[-1] is None or cells[-2] is None:
        return Shown("")
    last, before = cells[-1], cells[-2]
    whole = not (last.tally.missing or before.tally.missing)
    if not whole or last.total is None or before.total is None:
        return Shown(wording.NOT_SAID)
    change = last.total - before.total
    return Shown(f"{'+' if change > 0 else ''}{wording.number(change)}", change)
