"""Councils in words: regions, days of history, what is wrong with a file."""

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.councils.composition.faults import Rule
from korgoo.councils.enums import Precision
from korgoo.countrypack import api as packs
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

WHOLE = pgettext_lazy("region", "The whole country")
RULES: "Mapping[Rule, _StrOrPromise]" = {
    Rule.BODY_DAYS: gettext_lazy("The body did not exist on these days."),
    Rule.CELL_LENGTH: gettext_lazy("The text is too long for this column."),
    Rule.COLUMN_MISSING: gettext_lazy("This column is missing. Take the template."),
    Rule.COLUMN_TWICE: gettext_lazy("This column stands there twice."),
    Rule.COLUMN_UNKNOWN: gettext_lazy("Nobody knows this column. Use the heads of the template."),
    Rule.DAY: gettext_lazy("Expected: a day, as 31.12.2026."),
    Rule.DAY_FAR: gettext_lazy("Expected: a day since 1991, and not many years ahead."),
    Rule.END_BEFORE_START: gettext_lazy("Expected: a day after the first one."),
    Rule.MERGED: gettext_lazy("These cells are merged. Part them, and fill in each row."),
    Rule.NOTHING: gettext_lazy("There is no row under the head of the columns."),
    Rule.ORGANISATION_AMBIGUOUS: gettext_lazy(
        "Several organisations have this name. Expected: the code of one of them."
    ),
    Rule.ORGANISATION_ENDED: gettext_lazy(
        "This organisation did not exist on the first day of the seat. Name its predecessor or successor."
    ),
    Rule.ORGANISATION_UNKNOWN: gettext_lazy(
        "Expected: an organisation of the platform, by its name or code."
    ),
    Rule.OVERLAP: gettext_lazy(
        "It sits here already on these days, or there would be two chairs or secretaries."
    ),
    Rule.OVERLAP_ROWS: gettext_lazy(
        "Another row of this file gives the same organisation, or the same chair, on these days."
    ),
    Rule.ROW_LENGTH: gettext_lazy("The row is longer than the head of the columns."),
    Rule.SEAT: gettext_lazy("Expected: chair, deputy chair, secretary, member or observer."),
    Rule.SHIFTED: gettext_lazy(
        "This belongs into another column. Perhaps the cells of this row are shifted."
    ),
    Rule.TOO_LARGE: gettext_lazy("The file is larger than 2 MB."),
    Rule.TOO_MANY: gettext_lazy("The file has more than 2,000 rows."),
    Rule.UNIT_AMBIGUOUS: gettext_lazy(
        "Several regions or districts have this name. Expected: the code of one of them."
    ),
    Rule.UNIT_ENDED: gettext_lazy("This district did not exist any more on the first day."),
    Rule.UNIT_UNKNOWN: gettext_lazy("Expected: a region or district of the country."),
    Rule.UNREADABLE: gettext_lazy(
        "This is no CSV file and no XLSX spreadsheet, or it is damaged."
    ),
    Rule.VALUE_MISSING: gettext_lazy("Something must stand here."),
}


def unit_name(code: str) -> str:
    """Name a unit of the country; the whole country for none; an unknown code stands for itself."""
    if not code:
        return str(WHOLE)
    units = packs.current().units
    found = next((unit for unit in units if unit.code == code), None)
    return found.name.in_language(get_language() or "en") if found else code


def region_choices() -> "list[tuple[str, _StrOrPromise]]":
    """List the units of the highest level that exist today, in the order of the pack."""
    language = get_language() or "en"
    return [
        (unit.code, unit.name.in_language(language))
        for unit in packs.current().units
        if unit.level == 1 and unit.valid_to is None
    ]


def optional_regions() -> "list[tuple[str, _StrOrPromise]]":
    """List the regions, with the whole country before them."""
    return [("", WHOLE), *region_choices()]


def history_day(day: date, precision: str) -> str:
    """Write a day of history as exactly as it is known: "May 2018", never an invented day."""
    language = (get_language() or "en").replace("-", "_")
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.MONTH:
        return str(format_date(day, "LLLL y", locale=language))
    return long_day(day)


def span(begins: date | None, ends: date | None) -> str:
    """Write from when to when, in one line."""
    if begins is None:
        return _("until %(ends)s") % {"ends": long_day(ends)} if ends else _("not known")
    if ends is None:
        return _("since %(begins)s") % {"begins": long_day(begins)}
    return f"{long_day(begins)} – {long_day(ends)}"
