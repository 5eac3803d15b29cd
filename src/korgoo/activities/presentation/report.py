"""The report of a campaign as sections of tables: the same for the page, the paper and the open file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.activities import places, reporting, vocabulary
from korgoo.activities.drawing import Chart, draw_bars
from korgoo.activities.enums import Age, Channel, Counting, Sex
from korgoo.activities.figures import Bar, Stretch
from korgoo.activities.presentation import choices
from korgoo.activities.presentation.figures import number, reach_words
from korgoo.activities.wording import CONTACTS_MEANING, NOT_SAID
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.activities.figures import Line
    from korgoo.activities.reporting import Report
    from korgoo.campaign.api import Series

Cell = str | int | Decimal | date | None
NUMERIC = True
# A number that is not shown: it is small, or a small one would follow from it.
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report.

    Attributes:
        key: stays the same in every language, for the open file.
        head: words of the columns; the first names the row, the others are numbers.
        codes: of the same columns, for the open file.
        rows: a code of the row, and its cells.
    """

    key: str
    title: str
    head: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    rows: list[tuple[str, list[Cell]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    chart: Chart | None = None
    chart_words: str = ""


LINE_CODES = ["planned", "held", "cancelled", "contacts", "people_least", "people_most"]


def line_head(first: str) -> list[str]:
    """Name the columns of a table of lines."""
    return [
        first,
        pgettext("number of activities", "Planned"),
        pgettext("number of activities", "Held"),
        pgettext("number of activities", "Cancelled"),
        _("Contacts"),
        _("People, at least"),
        _("People, at most"),
    ]


def line_cells(name: str, line: "Line") -> list[Cell]:
    """Write one line."""
    reach = line.reach
    return [
        name,
        line.planned,
        line.held,
        line.cancelled,
        line.contacts,
        reach.least,
        reach.most,
    ]


def sections(told: "Report") -> list[Section]:
    """Put a report into words, in the language that is spoken."""
    found = [
        _summary(told),
        _lines("regions", _("By region"), pgettext("column", "Region"), told.regions, _regions()),
        _days(told),
        _lines("kinds", _("By type"), pgettext("column", "Type"), told.kinds, vocabulary.kinds()),
        _lines(
            "audiences",
            _("By audience"),
            pgettext("column", "Audience"),
            told.audiences,
            {**vocabulary.audiences(), "": str(NOT_SAID)},
        ),
        _people(told),
        _counted(told),
        _gaps(told),
        *(_effect(series) for series in told.effects),
        _materials(told),
        _media(told),
        _costs(told),
        _lessons(told),
    ]
    return [section for section in found if section.rows or section.words]


def _regions() -> dict[str, str]:
    return {place.code: place.name for place in places.regions()}


def _summary(told: "Report") -> Section:
    total = told.total
    return Section(
        "total",
        _("In all"),
        line_head(_("Activities")),
        ["", *LINE_CODES],
        [("all", line_cells(_("All activities"), total))],
        [str(CONTACTS_MEANING), reach_words(total.reach)],
    )


def _lines(
    key: str, title: str, first: str, lines: "Mapping[str, Line]", names: Mapping[str, str]
) -> Section:
    is_whole = key == "regions"
    rows = [
        (code, line_cells(names.get(code, code), line))
        for code, line in lines.items()
        if is_whole or line.planned or line.held or line.cancelled
    ]
    return Section(key, title, line_head(first), ["", *LINE_CODES], rows)


def _days(told: "Report") -> Section:
    rows: list[tuple[str, list[Cell]]] = [
        (day.isoformat(), line_cells(long_day(day), line)) for day, line in told.days.items()
    ]
    return Section(
        "days", _("By day"), line_head(pgettext("column", "Day")), ["", *LINE_CODES], rows
    )


def _people(told: "Report") -> Section:
    rows: list[tuple[str, list[Cell]]] = []
    for age in Age:
        cells: list[Cell] = [told.people.get((sex.value, age.value), 0) for sex in Sex]
        if any(cells):
            rows.append((age.value, [str(age.label), *cells]))
    head = [pgettext("column", "Age"), *(str(sex.label) for sex in Sex)]
    return Section("people", _("By sex and age"), head, ["", *Sex.values], rows)


def _counted(told: "Report") -> Section:
    names = {**{one.value: str(one.label) for one in Counting}, "": str(NOT_SAID)}
    rows: list[tuple[str, list[Cell]]] = [
        (code or "none", [name, told.total.counted[code]])
        for code, name in names.items()
        if told.total.counted.get(code)
    ]
    head = [_("How were they counted"), _("Contacts")]
    return Section("counting", _("How sure the numbers are"), head, ["", "contacts"], rows)


def _gaps(told: "Report") -> Section:
    names = _regions()
    words = []
    if told.silent:
        listed = ", ".join(names.get(code, code) for code in told.silent)
        words.append(_("Regions in which nothing was held: %(regions)s.") % {"regions": listed})
    if told.unheard:
        listed = ", ".join(names.get(code, code) for code in told.unheard)
        words.append(
            _(
                "Regions where something was held, and nothing came by the codes that hang there: "
                "%(regions)s."
            )
            % {"regions": listed}
        )
    if told.unlogged:
        words.append(
            _("Planned activities of past days that nobody logged: %(num)s.")
            % {"num": number(told.unlogged)}
        )
    keys = [series.key for series in told.effects]
    head = [
        pgettext("column", "Region"),
        pgettext("number of activities", "Held"),
        *(str(series.words) for series in told.effects),
    ]
    rows: list[tuple[str, list[Cell]]] = [
        (
            one.region,
            [
                names.get(one.region, one.region),
                one.held,
                *(
                    _told(one.told[key]) if one.region in told.coded_regions else None
                    for key in keys
                ),
            ],
        )
        for one in told.by_region
    ]
    words.append(
        _("A dash: no code of this campaign hangs in the region, so nothing could come by one.")
    )
    is_hidden = any(count is None for one in told.by_region for count in one.told.values())
    least = max((one.least for one in told.effects), default=0) if is_hidden else 0
    if least:
        words.append(f"{HIDDEN} {_hidden_words(least)}")
    return Section("gaps", _("Gaps"), head, ["", "held", *keys], rows, words)


def _told(count: int | None) -> Cell:
    return HIDDEN if count is None else count


def _hidden_words(least: int) -> str:
    words = _("Fewer than %(least)s, or such a number would follow from the others")
    return words % {"least": least}


def stretch_names() -> dict[str, str]:
    """Name the three stretches."""
    return {
        Stretch.BEFORE.value: pgettext("stretch of a campaign", "Before"),
        Stretch.DURING.value: pgettext("stretch of a campaign", "During"),
        Stretch.AFTER.value: pgettext("stretch of a campaign", "After"),
    }


def _effect(series: "Series") -> Section:
    bars, names = reporting.bars_of(series), stretch_names()
    coded = HIDDEN if 0 < series.coded < series.least else number(series.coded)
    words = [_("With a code of the campaign: %(num)s.") % {"num": coded}]
    if not bars:
        words.append(_("How many came without a code is not known, so there is no comparison."))
        return Section(f"effect-{series.key}", str(series.words), words=words)
    words += [_compared(series), _("Each bar is a week, compared with the same weekdays.")]
    rows: list[tuple[str, list[Cell]]] = [
        (
            f"{bar.stretch.value} {bar.first.isoformat()}",
            [f"{names[bar.stretch.value]}: {_span(bar)}", bar.count],
        )
        for bar in bars
    ]
    return Section(
        f"effect-{series.key}",
        str(series.words),
        [pgettext("column", "Week"), pgettext("column", "Count")],
        ["", "count"],
        rows,
        words,
        draw_bars([(bar.stretch.value, bar.count) for bar in bars], names),
        _("%(what)s by week, before, during and after; the table says the same")
        % {"what": series.words},
    )


def _compared(series: "Series") -> str:
    periods = series.periods
    told = [series.sum_of(span) for span in (periods.before, periods.during, periods.after)]
    before, during, after = (
        pgettext("a stretch of days", "not over yet") if one is None else number(one)
        for one in told
    )
    return _("Altogether: before %(before)s, during %(during)s, after %(after)s.") % {
        "before": before,
        "during": during,
        "after": after,
    }


def _span(bar: Bar) -> str:
    return f"{bar.first:%d.%m.%Y}–{bar.last:%d.%m.%Y}"


def _materials(told: "Report") -> Section:
    names = dict(choices.materials([told.card.id]))
    rows: list[tuple[str, list[Cell]]] = [
        (key, [names.get(key, key), count]) for key, count in told.materials.items()
    ]
    head = [pgettext("column", "Material"), pgettext("column", "Pieces")]
    return Section("materials", _("Materials given out"), head, ["", "pieces"], rows)


def _media(told: "Report") -> Section:
    rows: list[tuple[str, list[Cell]]] = [
        (
            line.channel,
            [
                str(Channel(line.channel).label),
                line.count,
                line.seconds // 60,
                line.reach if line.estimated else None,
                line.estimated,
                line.clicks,
                line.cost,
            ],
        )
        for line in told.media
    ]
    head = [
        pgettext("column", "Channel"),
        _("Publications"),
        _("Air time, minutes"),
        _("Estimated reach, added up"),
        _("Of so many publications"),
        _("Clicks"),
        _("Cost, som"),
    ]
    codes = ["", "publications", "minutes", "reach", "with_reach", "clicks", "cost"]
    words = [_("Reach is an estimate of others, and the same people see many publications.")]
    return Section("media", _("In the media"), head, codes, rows, words if rows else [])


def _costs(told: "Report") -> Section:
    media = sum((line.cost for line in told.media), Decimal(0))
    total = told.total
    known = total.planned + total.held + total.cancelled
    rows: list[tuple[str, list[Cell]]] = [
        ("activities", [_("Activities"), total.cost]),
        ("media", [_("In the media"), media]),
        ("all", [_("In all"), total.cost + media]),
    ]
    words = [
        _("The cost was said for %(priced)s of %(all)s activities.")
        % {"priced": number(total.priced), "all": number(known)}
    ]
    head = [_("Costs"), _("Cost, som")]
    return Section("costs", _("Costs"), head, ["", "cost"], rows, words)


def _lessons(told: "Report") -> Section:
    houses = access.cards(house for house, _day, _words in told.lessons)
    words = [f"{houses[house].name}, {long_day(day)}: {said}" for house, day, said in told.lessons]
    return Section("lessons", _("Lessons"), words=words)


def shown(cell: Cell) -> str:
    """Write a cell for people."""
    if cell is None:
        return pgettext("no figure", "–")
    if isinstance(cell, int | Decimal):
        return number(cell)
    return long_day(cell) if isinstance(cell, date) else cell


def page(told: "Report") -> dict[str, Any]:
    """Describe the report for its page."""
    return {
        "card": told.card,
        "total": told.total,
        "reach": reach_words(told.total.reach),
        "sections": [
            {
                "key": one.key,
                "title": one.title,
                "words": one.words,
                "head": [
                    {"text": text, "numeric": bool(place)} for place, text in enumerate(one.head)
                ],
                "rows": [[shown(cell) for cell in cells] for _code, cells in one.rows],
                "chart": one.chart,
                "chart_words": one.chart_words,
            }
            for one in sections(told)
        ],
    }
