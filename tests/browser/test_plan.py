"""A region's half-year report, late and with an unreported figure, consolidated. The region without scripts."""

import pytest

from korgoo.plan.models import Report
from tests import factories_plan
from tests.factories_plan import CODE, H1, OSH, TALAS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROUND = f"/plan/p/{CODE}/rounds/{H1}/"


@pytest.fixture
def world(transactional_db, clock):
    clock.set(2026, 7, 6, 9)
    return factories_plan.world()


def test_a_late_report_with_an_unreported_figure_is_consolidated(world, walkers, clock):
    people = world.people
    factories_plan.sent(world.round, people.secretary, 4)
    factories_plan.sent(world.round, people.osh, 10, region=OSH)
    clock.set(2026, 7, 18, 9)
    region = walkers(people.talas, scripts=False, eye=True)
    secretariat = walkers(people.secretary, eye=True)

    # Nothing is known of the figure: the work is written, the field stays empty, the report goes all the same.
    region.go("/plan/")
    region.follow("main ul a[href^='/plan/reports/']")
    region.follow("main h2 a[href$='/m/1.1/']")
    region.fill(done="Үч айылда жолугушуу өттү.")
    region.send("/m/1.1/", button="button[name='save']")
    report = Report.objects.get(region=TALAS)
    assert region.has("main .korgoo-notice--warning")
    region.send("/send/")
    report.refresh_from_db()
    assert (report.state, report.is_late) == ("sent", True)

    secretariat.go(ROUND)
    assert secretariat.page.locator("main tbody .korgoo-tag--late").count() == 3
    secretariat.follow(f"main tbody a[href='/plan/reports/{report.pk}/']")
    secretariat.send("/accept/")
    secretariat.go(f"/plan/p/{CODE}/figures/{H1}/")
    cell = factories_plan.figures(world.plan).whole[H1]
    assert (cell.total, cell.tally.missing, cell.tally.zero) == (14, 1, 0)
    secretariat.follow("main a[href='?for=donor']")
    secretariat.go(f"/plan/p/{CODE}/figures/{H1}/fix/")
    secretariat.fill(title="Кеңеш")
    secretariat.send("/fix/")
    assert secretariat.has("main .korgoo-notice--success")


def test_the_secretariat_walks_through_plan_and_draft(world, walkers):
    walker = walkers(world.people.secretary, scripts=False, eye=True)
    walker.go("/plan/")
    walker.follow(f"main a[href='/plan/p/{CODE}/']")
    walker.follow(f"main a[href='/plan/p/{CODE}/m/1.1/']")
    walker.go(f"/plan/p/{CODE}/")
    walker.send("/begin/")
    walker.go(f"/plan/p/{CODE}/draft/measure/1.1/")
    walker.fill(name_en="Measure 1.1 and more")
    walker.send("/measure/1.1/")
    for path in (
        "",
        "measure/1.1/indicator/1/",
        "measure/1.1/money/s/",
        "reporters/",
        "file/",
        "adopt/",
    ):
        walker.go(f"/plan/p/{CODE}/draft/{path}")
