"""The consolidated report of a plan up to a period, laid out for a reader. The figures are the same for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.dates import long_day
from korgoo.plan import periods, policies, regions, selectors, wording
from korgoo.plan.consolidation import adding
from korgoo.plan.consolidation.figures import Figures
from korgoo.plan.consolidation.kinds import Standing
from korgoo.plan.enums import Answer, ReportState, View
from korgoo.plan.models import MeasureEntry, PlanVersion, Programme, Report, ReportRound
from korgoo.plan.presentation import indicators, spending
from korgoo.plan.presentation.naming import Names, names_in
from korgoo.plan.presentation.tables import Head, Layout, Shown, Table

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Material:
    """Figures with what is needed to name them. ``round``: the last period, for which it is made."""

    programme: Programme
    version: PlanVersion
    round: ReportRound
    figures: Figures
    names: Names

    @property
    def period(self) -> str:
        """Key of the last period."""
        return self.round.key


def material(programme: Programme, key: str) -> Material:
    """Gather and add up a plan's reports up to a period.

    Raises:
        NotFound: The round was not opened.
    """
    round_ = selectors.get_round(programme, key)
    rounds = [one for one in selectors.rounds(programme) if one.ends <= round_.ends]
    figures = adding.consolidate(selectors.gather(rounds))
    names = names_in({one.version_id: one.version for one in rounds}.values())
    return Material(programme, round_.version, round_, figures, names)


def layout(made: Material, view: View) -> Layout:
    """Lay a report out for a reader."""
    tables = {
        View.COUNCIL: _council,
        View.DONOR: _donor,
        View.QUESTIONNAIRE: _questionnaire,
    }[view](made)
    return Layout(
        title=made.version.name,
        subtitle=_("Consolidated report: %(period)s") % {"period": periods.words(made.period)},
        facts=_facts(made, view),
        tables=tables,
        notes=_notes(),
        texts=_work(made) if view is View.COUNCIL else [],
        texts_title=_("What was done, in the words of the reports"),
        texts_heads=(
            pgettext("column", "Measure"),
            pgettext("column", "Who reports"),
            pgettext("column", "What was done"),
        ),
        cover_title=pgettext("sheet", "Report"),
    )


def _council(made: Material) -> list[Table]:
    return [
        how_it_went(made),
        indicators.by_measure(made.figures, made.names, made.period),
        indicators.by_region(made.figures, made.names, made.period),
        indicators.by_period(made.figures, made.names),
        spending.by_payer(made.figures, made.period),
        spending.by_line(made.figures, made.names, made.period),
    ]


def _donor(made: Material) -> list[Table]:
    return [
        spending.by_payer(made.figures, made.period),
        spending.by_line(made.figures, made.names, made.period),
        indicators.by_measure(made.figures, made.names, made.period),
        indicators.by_period(made.figures, made.names),
    ]


def _questionnaire(made: Material) -> list[Table]:
    return [
        indicators.by_year(made.figures, made.names, made.period),
        indicators.by_period(made.figures, made.names),
        how_it_went(made),
    ]


def how_it_went(made: Material) -> Table:
    """Say who reported: each organisation with its region and how far its report is."""
    heads = [
        Head(pgettext("column", "Who reports")),
        Head(pgettext("column", "Region")),
        Head(pgettext("column", "Report")),
        Head(pgettext("column", "First sent")),
    ]
    table = Table(_("How the reporting went"), pgettext("sheet", "Reporting"), heads)
    for row in _in_order(selectors.reports_of(made.round)):
        sent = row.first_sent_at.date() if row.first_sent_at else None
        words = long_day(sent) if sent else wording.NOT_SAID
        late = _("%(day)s, late") % {"day": words}
        table.rows.append(
            [
                Shown(row.organisation.name),
                Shown(regions.name(row.region)),
                Shown(standing_words(row.state, made.round)),
                Shown(late if row.is_late and sent else words, sent),
            ]
        )
    return table


def standing_words(state: str, round_: ReportRound) -> str:
    """Say how far a report is; a day that is over makes a missing one of what was not sent."""
    if state != ReportState.DRAFT:
        return str(wording.STANDINGS[Standing(state)])
    is_over = clock.today() > round_.due_on
    return str(wording.STANDINGS[Standing.MISSING if is_over else Standing.WAITING])


def _in_order(rows: Iterable[Report]) -> list[Report]:
    return sorted(rows, key=lambda row: (bool(row.region), place_of(row.organisation.name)))


def _facts(made: Material, view: View) -> list[tuple[str, str]]:
    went = made.figures.rounds[made.period]
    told = went.standings
    sent = told.get(Standing.ACCEPTED, 0) + told.get(Standing.SENT, 0)
    return [
        (
            pgettext("fact", "Period"),
            f"{long_day(made.round.starts)} – {long_day(made.round.ends)}",
        ),
        (pgettext("fact", "As of"), long_day(clock.today())),
        (pgettext("fact", "Laid out"), str(View(view).label)),
        (
            pgettext("fact", "Plan"),
            _("Version %(number)s, in force from %(day)s")
            % {
                "number": made.version.number,
                "day": long_day(made.version.in_force_from or made.round.starts),
            },
        ),
        (
            pgettext("fact", "Reports"),
            _("%(sent)s of %(all)s are counted; accepted: %(accepted)s; late: %(late)s")
            % {
                "sent": sent,
                "all": went.expected,
                "accepted": told.get(Standing.ACCEPTED, 0),
                "late": went.late,
            },
        ),
        (pgettext("fact", "Answers"), wording.tally(went.values)),
    ]


def _notes() -> list[str]:
    return [
        _(
            "What was not reported is never added as zero: a sum says how many answers are missing."
        ),
        _(
            "Reports that were sent and not returned are counted; a correction counts once it is accepted."
        ),
        _(
            "Figures marked as drawn are counted by the platform itself; small numbers of people are hidden."
        ),
        _("What was done stands here in words once a report is accepted."),
    ]


def _work(made: Material) -> list[tuple[str, list[tuple[str, str]]]]:
    """Gather what was done, in the words of those who did it, by measure.

    Every member reads it: the keeper of the plan has read and accepted the words before.
    """
    reports = selectors.counting(made.round)
    accepted = [one.key for one in reports if one.standing is Standing.ACCEPTED]
    rows = MeasureEntry.objects.filter(report_id__in=accepted).exclude(answer="")
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows.select_related("measure", "report__organisation").order_by("pk"):
        nothing = _("Nothing to report: %(reason)s") % {"reason": row.reason}
        words = nothing if row.answer == Answer.NOTHING else row.done
        if words:
            found.setdefault(row.measure.code, []).append((row.report.organisation.name, words))
    return [
        (made.names.measure(code), found[code]) for code in made.names.measures if code in found
    ]


def figures_page(made: Material, view: View, *, actor: "Actor") -> dict[str, Any]:
    """Describe the page of a consolidated report, with its files in every language."""
    keeper = selectors.keeper_of(made.programme)
    return {
        "programme": made.programme,
        "round": made.round,
        "name": periods.words(made.period),
        "layout": layout(made, view),
        "view": view.value,
        "views": [
            {"value": one.value, "words": one.label, "is_shown": one is view} for one in View
        ],
        "judges": bool(policies.judge(actor, keeper)),
        "periods": [
            {"key": one.key, "words": periods.words(one.key), "is_shown": one.key == made.period}
            for one in selectors.rounds(made.programme)
        ],
    }
