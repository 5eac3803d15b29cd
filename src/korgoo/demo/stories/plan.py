"""C17: a half-year report of a region, late and with an unreported figure, in one consolidated report.

The programme and its measures are invented; the real measures were not available. The periods are
those of the country's calendar: the last one that has ended, and the one before, which is accepted.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from korgoo.access.actor import Actor
from korgoo.demo.stage import Stage
from korgoo.demo.stories.plan_tree import TALAS, in_mid_term, invented_tree
from korgoo.plan import periods, selectors, services
from korgoo.plan.enums import Answer
from korgoo.plan.models import Report
from korgoo.plan.periods import Frame
from korgoo.plan.services.reports import EntryFacts, Told
from korgoo.plan.services.versions import AdoptionFacts, ProgrammeFacts

CODE = "demo-programme"
NAMES = {
    "ky": "Адам сатууга каршы күрөшүү программасы (ойдон чыгарылган)",
    "ru": "Программа по борьбе с торговлей людьми (вымышленная)",
    "en": "Programme against trafficking in persons (fictitious)",
}


def plan(stage: Stage) -> None:
    """Plan the programme, its change in mid-term, and two rounds of reports."""
    today = timezone.localdate(stage.now)
    before, last = _two_periods(today)
    secretary = stage.actors["secretary"]
    people = _People(stage)

    def entered() -> None:
        services.add_programme(
            ProgrammeFacts(
                CODE,
                NAMES,
                date(before.starts.year, 1, 1),
                date(before.starts.year + 4, 12, 31),
                secretary.organisation_id,
                "Үлгү чечим № 0 (ойдон чыгарылган)",
                is_fictitious=True,
            ),
            actor=secretary,
        )
        services.fill_draft(CODE, invented_tree(stage, before.starts.year), actor=secretary)
        first = AdoptionFacts(before.starts, "Үлгү чечим № 0 (ойдон чыгарылган)")
        services.adopt_version(CODE, first, actor=secretary)

    def first_round() -> None:
        services.open_round(CODE, before.key, actor=secretary)
        for report in _reports(before):
            people.write_all(report, first=True)

    def changed() -> None:
        services.begin_version(CODE, actor=secretary)
        services.fill_draft(
            CODE, in_mid_term(invented_tree(stage, before.starts.year)), actor=secretary
        )
        change = AdoptionFacts(
            last.starts + timedelta(days=31),
            "Үлгү чечим № 7 (ойдон чыгарылган)",
            "Окуу мектептерде да өтөт; отурумдарга жаңы максат коюлду. (Ойдон чыгарылган.)",
        )
        services.adopt_version(CODE, change, actor=secretary)

    def second_round() -> None:
        services.open_round(CODE, last.key, actor=secretary)

    def most_report() -> None:
        for report in _reports(last):
            if report.region != TALAS:
                people.write_all(report, first=False)

    def talas_begins() -> None:
        people.write_half(_report(last, TALAS))

    def talas_sends_late() -> None:
        services.send(_report(last, TALAS).pk, actor=people.of(_report(last, TALAS)))

    def fixed() -> None:
        services.fix_report(CODE, before.key, "Үлгү кеңешме (ойдон чыгарылган)", actor=secretary)

    def at(day: date, step: object, hour: int = 10) -> None:
        moment = timezone.make_aware(datetime(day.year, day.month, day.day, hour))  # noqa: DTZ001
        days = (stage.now - moment).total_seconds() / 86_400
        if days > 0:
            stage.at(days, step)  # type: ignore[arg-type]

    at(before.starts - timedelta(days=20), entered)
    at(before.ends + timedelta(days=1), first_round)
    at(before.due_on + timedelta(days=3), fixed)
    at(last.starts + timedelta(days=25), changed)
    at(last.ends + timedelta(days=1), second_round)
    at(last.due_on - timedelta(days=4), most_report)
    at(last.due_on - timedelta(days=1), talas_begins)
    at(last.due_on + timedelta(days=6), talas_sends_late)


def _two_periods(today: date) -> tuple[Frame, Frame]:
    """Give the last period that has ended, and the one before."""
    frames = periods.frames(date(today.year - 2, 1, 1), today - timedelta(days=1))
    return frames[-2], frames[-1]


def _reports(frame: Frame) -> list[Report]:
    programme = selectors.get_programme(CODE, actor=None)
    return selectors.reports_of(selectors.get_round(programme, frame.key))


def _report(frame: Frame, region: str) -> Report:
    return next(one for one in _reports(frame) if one.region == region)


class _People:
    """Who writes for whom; organisations without people of the demonstration do not report."""

    def __init__(self, stage: Stage) -> None:
        by_house: dict[int, Actor] = {}
        for key in ("secretary", "interior-secretary", "osh-region", "talas-region"):
            actor = stage.actors[key]
            by_house[actor.organisation_id] = actor
        self.by_house, self.secretary = by_house, stage.actors["secretary"]

    def of(self, report: Report) -> Actor:
        return self.by_house[report.organisation_id]

    def write_all(self, report: Report, *, first: bool) -> None:
        """Write and send a whole report; the one of the first round is accepted."""
        actor = self.by_house.get(report.organisation_id)
        if actor is None:
            return
        for place, entry in enumerate(selectors.entries_of(report), start=1):
            self._save(report.pk, entry.measure.code, _told(entry, place, first=first), actor)
        services.send(report.pk, actor=actor)
        if first:
            services.accept(report.pk, actor=self.secretary)

    def write_half(self, report: Report) -> None:
        """Write a report in which one figure is not known, and stays not reported."""
        actor = self.of(report)
        for place, entry in enumerate(selectors.entries_of(report), start=1):
            facts = _told(entry, place, first=False)
            if place == 1:
                unknown = {code: Told() for code in facts.values}
                facts = replace(
                    facts, values=unknown, done="Үч жолугушуу өттү. (Ойдон чыгарылган.)"
                )
            if place == 2:
                none = Told(Answer.NOTHING, None, "Окутуучу болгон жок (ойдон чыгарылган)")
                facts = replace(facts, values=dict.fromkeys(facts.values, none))
            self._save(report.pk, entry.measure.code, facts, actor)

    @staticmethod
    def _save(report_id: UUID, code: str, facts: EntryFacts, actor: Actor) -> None:
        services.save_entry(report_id, code, facts, seen=None, actor=actor)


def _told(entry: object, place: int, *, first: bool) -> EntryFacts:
    """Invent what is told of a measure: the same on every run."""
    measure = entry.measure  # type: ignore[attr-defined]
    values = {
        one.code: Told(Answer.VALUE, _value(one.kind, place + (0 if first else 2)))
        for one in measure.indicators.all()
    }
    spent = {
        one.code: Told(Answer.VALUE, Decimal((35_000 if one.currency == "KGS" else 1_200) * place))
        for one in measure.lines.all()
        if one.currency
    }
    done = f"{measure.code}: иш аткарылды. (Ойдон чыгарылган.)"
    return EntryFacts(Answer.VALUE, done, "", values, spent)


def _value(kind: str, place: int) -> Decimal:
    if kind == "yes_no":
        return Decimal(place % 2)
    return Decimal(40 + place) if kind == "share" else Decimal(3 * (place % 5))
