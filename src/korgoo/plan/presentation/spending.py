"""Tables of money: by who pays, and by budget line. Currencies stay apart."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.plan import periods, wording
from korgoo.plan.consolidation.figures import Cell, Figures
from korgoo.plan.consolidation.kinds import Funding
from korgoo.plan.enums import Funding as Fundings
from korgoo.plan.presentation.naming import Names
from korgoo.plan.presentation.tables import Head, Shown, Table


def by_payer(figures: Figures, period: str) -> Table:
    """Money by its source and currency."""
    heads = [Head(pgettext("column", "Source of money")), *_heads()]
    title = _("Money by source: %(period)s") % {"period": periods.words(period)}
    table = Table(title, pgettext("sheet", "Money"), heads)
    for one in figures.money[period]:
        cell = Cell(one.spent, one.tally)
        table.rows.append(
            [
                Shown(str(Fundings(one.funding.value).label)),
                Shown(one.currency),
                _sum(one.planned),
                Shown(wording.cell("number", cell), one.spent),
                _sum(one.year_spent),
                Shown(wording.tally(one.tally)),
            ]
        )
    return table


def by_line(figures: Figures, names: Names, period: str) -> Table:
    """Money by measure and budget line; that none is set aside is said too."""
    heads = [
        Head(pgettext("column", "Measure")),
        Head(pgettext("column", "Source of money")),
        *_heads(),
    ]
    title = _("Money by measure: %(period)s") % {"period": periods.words(period)}
    table = Table(title, pgettext("sheet", "Budget lines"), heads)
    known = [key for key in names.lines if key in figures.lines]
    for key in known + [key for key in figures.lines if key not in names.lines]:
        one = figures.lines[key]
        if period not in one.spent:
            continue
        is_none = one.plan.funding is Funding.NONE
        spent = one.spent[period]
        table.rows.append(
            [
                Shown(names.measure(key[0])),
                Shown(names.lines.get(key, "")),
                Shown(one.plan.currency or wording.NOT_SAID),
                Shown(wording.NOT_SAID) if is_none else _sum(one.planned[period]),
                Shown(wording.NOT_SAID)
                if is_none
                else Shown(wording.cell("number", spent), spent.total),
                Shown(wording.NOT_SAID) if is_none else _sum(one.year_spent.get(period)),
                Shown(wording.tally(spent.tally)),
            ]
        )
    return table


def _heads() -> list[Head]:
    return [
        Head(pgettext("column", "Currency")),
        Head(pgettext("column", "Planned for the year"), is_number=True),
        Head(pgettext("column", "Spent in the period"), is_number=True),
        Head(pgettext("column", "Spent in the year so far"), is_number=True),
        Head(pgettext("column", "Answers")),
    ]


def _sum(value: Decimal | None) -> Shown:
    return Shown(wording.NOT_SAID if value is None else wording.number(value), value)
