"""Words for what is counted, in the language of the page."""

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.plan.consolidation.figures import Cell, Progress, Tally
from korgoo.plan.consolidation.kinds import Standing, ValueKind
from korgoo.plan.enums import Answer, ReportState
from korgoo.plan.lists.faults import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

NOT_SAID = "–"
STANDINGS: "Mapping[Standing, _StrPromise]" = {
    Standing.ACCEPTED: pgettext_lazy("how far a report is", "Accepted"),
    Standing.SENT: pgettext_lazy("how far a report is", "Sent, not accepted yet"),
    Standing.RETURNED: pgettext_lazy("how far a report is", "Returned"),
    Standing.WAITING: pgettext_lazy("how far a report is", "Not due yet"),
    Standing.MISSING: pgettext_lazy("how far a report is", "Missing"),
}
RULES: "Mapping[Rule, _StrPromise]" = {
    Rule.ADDS: gettext_lazy("One of: added up, the last one, not added."),
    Rule.AMOUNT: gettext_lazy(
        "A number, not below zero, with four digits after the comma at most."
    ),
    Rule.BODY_ENDED: gettext_lazy(
        "This organisation has ended. Write the one that followed it, named after the arrow."
    ),
    Rule.BODY_UNKNOWN: gettext_lazy(
        "An organisation of the platform, by its whole name or its code."
    ),
    Rule.CODE: gettext_lazy("A code of letters, digits, points and dashes, 30 signs at most."),
    Rule.CODE_TWICE: gettext_lazy("Each code once in a measure."),
    Rule.COLUMN_MISSING: gettext_lazy("This column must be there."),
    Rule.COLUMN_TWICE: gettext_lazy("Each column once."),
    Rule.COLUMN_UNKNOWN: gettext_lazy("A head as in the template."),
    Rule.CURRENCY: gettext_lazy(
        "A currency of three letters, such as KGS; none where no money is set aside."
    ),
    Rule.DAY: gettext_lazy("A day that exists, such as 31.12.2026."),
    Rule.DAY_OUTSIDE: gettext_lazy("A day within the years of the plan."),
    Rule.DIFFERS: gettext_lazy("The same as in the row above with this code, or nothing."),
    Rule.DIRECTION: gettext_lazy("One of: more is better, less is better."),
    Rule.END_BEFORE_START: gettext_lazy("A day that is not before the first one."),
    Rule.FUNDING: gettext_lazy("One of: state budget, donor, no money set aside."),
    Rule.KIND: gettext_lazy("One of: number, share, yes or no."),
    Rule.LENGTH: gettext_lazy("Shorter words."),
    Rule.MERGED: gettext_lazy("No merged cells: write the value into each of them."),
    Rule.MISSING: gettext_lazy("This must not be empty."),
    Rule.NOTHING: gettext_lazy("A line with heads, and at least one line below it."),
    Rule.ONLY_NUMBERS_ADD: gettext_lazy("Only numbers are added up, not shares or yes and no."),
    Rule.REGION_ENDED: gettext_lazy(
        "This region or district no longer exists. Write the one of today."
    ),
    Rule.REGION_UNKNOWN: gettext_lazy("A region or district, by its name or its code."),
    Rule.ROW_LENGTH: gettext_lazy("No cells beyond the last head."),
    Rule.SHIFTED: gettext_lazy(
        "The cells of this row stand one column beside their heads. Move them."
    ),
    Rule.SOURCE: gettext_lazy("The key of a figure that the platform counts, or nothing."),
    Rule.TOO_LARGE: gettext_lazy("A file of 5 MB at most."),
    Rule.TOO_MANY: gettext_lazy("20,000 rows at most."),
    Rule.UNREADABLE: gettext_lazy("A CSV or XLSX file that can be read."),
    Rule.YEAR_OUTSIDE: gettext_lazy("A year of the plan."),
}
TONES = {
    ReportState.DRAFT: "active",
    ReportState.SENT: "waiting",
    ReportState.RETURNED: "late",
    ReportState.ACCEPTED: "good",
}


def number(value: Decimal | int) -> str:
    """Write a number as the language of the page does, up to four digits after the comma."""
    language = (get_language() or "en").replace("-", "_")
    locale = "en_GB" if language.startswith("en") else language
    return str(format_decimal(value, format="#,##0.####", locale=locale))


def value(kind: str, figure: Decimal | None, unit: str = "") -> str:
    """Write a value of an indicator: 12 events, 45 %, yes."""
    if figure is None:
        return NOT_SAID
    if kind == ValueKind.YES_NO:
        return (
            pgettext("value of an indicator", "yes")
            if figure
            else pgettext("value of an indicator", "no")
        )
    if kind == ValueKind.SHARE:
        return _("%(number)s %%") % {"number": number(figure)}
    return f"{number(figure)} {unit}".strip()


def answer(kind: str, said: str, figure: Decimal | None, reason: str, unit: str = "") -> str:
    """Write one answer: its value, why there is nothing, or that it was not reported."""
    if said == Answer.VALUE:
        return value(kind, figure, unit)
    if said == Answer.NOTHING:
        return _("Nothing to report: %(reason)s") % {"reason": reason}
    return pgettext("answer in a report", "Not reported")


def cell(kind: str, figure: Cell) -> str:
    """Write a sum, and say when it is not whole: what was not reported is never taken for zero."""
    if figure.is_hidden:
        return pgettext("figure", "hidden: a small number")
    missing = figure.tally.missing
    if figure.total is None:
        if missing:
            return pgettext("figure", "not reported")
        if figure.tally.nothing:
            return pgettext("figure", "nothing to report")
        return NOT_SAID
    words = value(kind, figure.total)
    if not missing:
        return words
    more = ngettext("%(count)s not reported", "%(count)s not reported", missing)
    return f"{words} ({more % {'count': missing}})"


def tally(counts: Tally) -> str:
    """Say how a question was answered: 7 of 9; 2 of them with zero; 1 nothing to report; 1 late."""
    if not counts.expected:
        return NOT_SAID
    told = counts.reported + counts.zero
    parts = [_("%(told)s of %(all)s") % {"told": told, "all": counts.expected}]
    if counts.zero:
        parts.append(_("with zero: %(count)s") % {"count": counts.zero})
    if counts.nothing:
        parts.append(_("nothing to report: %(count)s") % {"count": counts.nothing})
    if counts.missing:
        parts.append(_("not reported: %(count)s") % {"count": counts.missing})
    if counts.late:
        parts.append(_("late: %(count)s") % {"count": counts.late})
    return "; ".join(parts)


def progress(kind: str, of_year: Progress) -> str:
    """Say how far a year has come: 12 of 40 (30 %)."""
    if of_year.value is None:
        return NOT_SAID
    words = value(kind, of_year.value)
    if of_year.target is None:
        return words
    words = _("%(value)s of %(target)s") % {"value": words, "target": value(kind, of_year.target)}
    if of_year.share is not None:
        words = f"{words} ({_('%(number)s %%') % {'number': number(of_year.share)}})"
    return words
