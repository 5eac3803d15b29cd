"""One measure of a report: what was answered, what is missing, what stood there for the last period."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from korgoo.plan import periods, selectors, wording
from korgoo.plan.enums import VALUED_PARTS, Answer, Part
from korgoo.plan.models import Evidence, MeasureEntry, Report, SpentEntry, ValueEntry


def entry_line(entry: MeasureEntry, report: Report) -> dict[str, Any]:
    """Describe one measure of a report: what was answered, what is missing."""
    answers = answer_lines(entry)
    missing = sum(one["is_missing"] for one in answers)
    return {
        "code": entry.measure.code,
        "name": entry.measure.name,
        "language": entry.measure.language,
        "part": entry.get_part_display(),
        "href": reverse("plan:entry", args=[report.pk, entry.measure.code]),
        "done": entry.done,
        "reason": entry.reason,
        "is_nothing": entry.answer == Answer.NOTHING,
        "saved_at": entry.saved_at,
        "answers": answers,
        "missing": missing,
        "state": _state(entry, missing),
        "tone": "good"
        if entry.saved_at and not missing
        else "waiting"
        if entry.saved_at
        else "neutral",
        "evidence": [evidence_line(one) for one in entry.evidence.all()],
    }


def _state(entry: MeasureEntry, missing: int) -> str:
    if not entry.saved_at:
        return pgettext("part of a report", "Not begun")
    if not missing:
        return pgettext("part of a report", "Complete")
    words = ngettext("%(count)s field not reported", "%(count)s fields not reported", missing)
    return words % {"count": missing}


def answer_lines(entry: MeasureEntry) -> list[dict[str, Any]]:
    """List the answers on a measure: values, money, and the work itself."""
    told = {one.indicator_id: one for one in entry.values.all()}
    asked = Part(entry.part) in VALUED_PARTS
    found = [
        _answer(one.name, one.kind, told.get(one.pk), one.unit)
        for one in entry.measure.indicators.all()
        if asked and not one.source
    ]
    paid = {one.line_id: one for one in entry.spent.all()}
    for line in entry.measure.lines.all():
        if line.currency:
            name = _("Money spent: %(payer)s") % {
                "payer": line.payer or line.get_funding_display()
            }
            found.append(_answer(name, "number", paid.get(line.pk), line.currency))
    return [
        {
            "name": _("What was done"),
            "words": "",
            "is_missing": not entry.answer,
        },
        *found,
    ]


def _answer(
    name: str, kind: str, row: ValueEntry | SpentEntry | None, unit: str
) -> dict[str, Any]:
    if row is None:
        words = wording.answer(kind, "", None, "")
        return {"name": name, "words": words, "is_missing": True}
    figure = row.value if isinstance(row, ValueEntry) else row.amount
    words = wording.answer(kind, row.answer, figure, row.reason, unit)
    return {"name": name, "words": words, "is_missing": False}


def evidence_line(row: Evidence) -> dict[str, Any]:
    """Describe a piece of evidence."""
    return {
        "title": row.title,
        "is_file": bool(row.media_type),
        "href": row.address or reverse("plan:evidence", args=[row.pk]),
        "remove": reverse("plan:remove_evidence", args=[row.pk]),
    }


def hints(report: Report, entry: MeasureEntry) -> dict[str, str]:
    """Say beside each field what stood there for the last period, and that 0 is an answer."""
    before = selectors.values_before(report)
    found = {}
    zero = _("0 says: there were none. Leave it empty if you do not know yet.")
    for indicator in entry.measure.indicators.all():
        one = before.get(("value", entry.measure.code, indicator.code))
        last = _last(one, indicator.kind, indicator.unit)
        unit = _("In %(unit)s.") % {"unit": indicator.unit} if indicator.unit else ""
        rest = "" if indicator.kind == "yes_no" else zero
        found[f"value_{indicator.pk}"] = " ".join(part for part in (last, unit, rest) if part)
    for line in entry.measure.lines.all():
        one = before.get(("spent", entry.measure.code, line.code))
        last = _last(one, "number", line.currency)
        found[f"spent_{line.pk}"] = " ".join(part for part in (last, zero) if part)
    return found


def _last(one: "selectors.Before | None", kind: str, unit: str) -> str:
    if one is None:
        return ""
    words = wording.answer(kind, one.answer, one.value, one.reason, unit)
    return _("%(period)s: %(words)s.") % {"period": periods.words(one.period), "words": words}


def entry_page(report: Report, entry: MeasureEntry) -> dict[str, Any]:
    """Describe the page on which one measure of a report is written."""
    form_rows = [
        {
            "name": one.name,
            "language": one.language,
            "fields": [f"value_{one.pk}", f"value_reason_{one.pk}"],
        }
        for one in entry.measure.indicators.all()
        if not one.source and Part(entry.part) in VALUED_PARTS
    ]
    return {
        "report": report,
        "line": entry_line(entry, report),
        "period": periods.words(report.round.key),
        "due": periods.end_of(report.round.due_on),
        "values": form_rows,
        "money": [
            [f"spent_{one.pk}", f"spent_reason_{one.pk}"]
            for one in entry.measure.lines.all()
            if one.currency
        ],
    }
