"""A small plan of two years, made by the real services; everything in it is invented."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from korgoo.access.enums import Mandate, Role
from korgoo.plan import selectors, services
from korgoo.plan.consolidation import adding
from korgoo.plan.enums import Answer
from korgoo.plan.models import Programme
from korgoo.plan.services.reports import EntryFacts, Told
from korgoo.plan.services.versions import AdoptionFacts, ProgrammeFacts
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts, TreeFacts
from tests import factories

CODE = "invented-plan"
OSH, TALAS = "41706000000000", "41707000000000"
H1, H2 = "2026-h1", "2026-h2"


def names(words):
    return {"en": words, "ru": f"{words} (ru)", "ky": f"{words} (ky)"}


def indicator(code="1", **traits):
    told = {"names": names("Events"), "unit": "events", "targets": {"2026": "40", "2027": "50"}}
    return IndicatorFacts(code, **told | traits)


def line(code="s", **traits):
    told = {"funding": "state", "currency": "KGS", "planned": {"2026": "1000"}}
    return LineFacts(code, **told | traits)


def measure(code, *responsible, **traits):
    told = {"names": names(f"Measure {code}"), "indicators": (indicator(),), "lines": (line(),)}
    return MeasureFacts(code, responsible=tuple(responsible), **told | traits)


def tree(*measures, reporters=None):
    return TreeFacts((TaskFacts("1", names("Task"), tuple(measures)),), reporters or {})


@dataclass
class Cast:
    """Who is there. Values of reports by organisation are written by ``tell``."""

    secretary: object
    interior: object
    osh: object
    talas: object
    donor: object
    officer: object
    by_house: dict = field(default_factory=dict)

    def of(self, report):
        """Give the actor who writes a report today."""
        return self.by_house[selectors.bearer_of(report)].actor


def cast():
    """The ministry that keeps the plan, another one, two regions, a donor who reads, an officer."""
    ministry = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    interior = factories.organisation(Mandate.INVESTIGATE, name="Invented Interior")
    osh = factories.organisation(Mandate.TAKE_PART, name="Invented Osh Office")
    talas = factories.organisation(Mandate.TAKE_PART, name="Invented Talas Office")
    donor = factories.organisation(Mandate.TAKE_PART, name="Invented Donor")
    people = Cast(
        factories.member(Role.SECRETARY, at=ministry, name="Meerim Invented"),
        factories.member(Role.SECRETARY, at=interior, name="Kanat Invented"),
        factories.member(Role.SECRETARY, at=osh, name="Zamira Invented"),
        factories.member(Role.SECRETARY, at=talas, name="Kubat Invented"),
        factories.member(Role.SECRETARY, at=donor, name="Elina Invented"),
        factories.member(Role.DATA_PROTECTION_OFFICER, at=ministry, name="Sveta Invented"),
    )
    for one in (people.secretary, people.interior, people.osh, people.talas, people.donor):
        people.by_house[one.organisation.pk] = one
    return people


def programme(people, *, adopted=True, day=date(2026, 1, 1)):
    """The plan of 2026 and 2027: 1.1 in two regions, 1.2 of the other ministry with the regions as co-executors."""
    keeper = people.secretary.organisation.pk
    facts = ProgrammeFacts(CODE, names("Plan"), date(2026, 1, 1), date(2027, 12, 31), keeper)
    services.add_programme(facts, actor=people.secretary.actor)
    services.fill_draft(CODE, small_tree(people), actor=people.secretary.actor)
    if adopted:
        adopt(people, day)
    return Programme.objects.get(code=CODE)


def small_tree(people):
    ministry, interior = people.secretary.organisation.pk, people.interior.organisation.pk
    osh, talas = people.osh.organisation.pk, people.talas.organisation.pk
    return tree(
        measure("1.1", ministry, regions=(OSH, TALAS)),
        measure("1.2", interior, co_executors=(osh,), lines=()),
        reporters={OSH: osh, TALAS: talas},
    )


def adopt(people, day=date(2026, 1, 1), summary=""):
    facts = AdoptionFacts(day, "Invented decision", summary)
    return services.adopt_version(CODE, facts, actor=people.secretary.actor)


def open_round(people, key=H1):
    return services.open_round(CODE, key, actor=people.secretary.actor)


def report(row, member, region=None):
    """The newest report of a member's organisation in a round; with a region, the one for it."""
    mine = [
        one
        for one in selectors.reports_of(row)
        if selectors.bearer_of(one) == member.organisation.pk
        and (region is None or one.region == region)
    ]
    return mine[0]


def told(figure=None, reason=""):
    """An answer: a figure, or why there is none."""
    if figure is not None:
        return Told(Answer.VALUE, Decimal(str(figure)))
    return Told(Answer.NOTHING, None, reason) if reason else Told()


def save(found, member, code="1.1", figure=None, *, reason="", spent=None, done="Work was done."):
    """Write one measure of a report."""
    entry = selectors.get_entry(found, code)
    facts = EntryFacts(
        Answer.VALUE if done else "",
        done,
        "",
        {"1": told(figure, reason)},
        {} if spent is None else {"s": told(spent)},
    )
    return services.save_entry(found.pk, code, facts, seen=entry.saved_at, actor=member.actor)


def sent(row, member, figure=None, region=None, **traits):
    """Write and send the report of a member's organisation."""
    found = report(row, member, region)
    code = selectors.entries_of(found)[0].measure.code
    save(found, member, code, figure, **traits)
    return services.send(found.pk, actor=member.actor)


def world(people=None):
    """A plan in force with an open round of its first half-year."""
    people = people or cast()
    plan = programme(people)
    return SimpleNamespace(people=people, plan=plan, round=open_round(people))


def figures(plan):
    """What the reports of a plan come to, for the indicator of 1.1."""
    made = adding.consolidate(selectors.gather(selectors.rounds(plan)))
    return made.indicators["1.1", "1"]
