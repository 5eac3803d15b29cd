"""What every test finds: compiled texts, a clock that stands still when asked, a real browser.

The engine is the one that DATABASE_URL names: SQLite without it. The network is closed but for
this machine (pyproject.toml). Warnings are errors; an exception is named there with its reason.
"""

import os
import shutil
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from korgoo.cli.messages import compile_catalogues
from korgoo.lib import clock as platform_clock
from scripts import browser
from tests.kept import Kept, commits

# Properties are judged by what they find, not by how busy the machine is.
hypothesis_settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("patient")
KEPT, COMMITS = pytest.StashKey[Kept](), pytest.StashKey[bool]()
ROOT = Path(__file__).resolve().parents[1]
BISHKEK = ZoneInfo("Asia/Bishkek")

# Playwright's sync interface runs a loop in the test's thread; Django's ORM is used beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # once, before the workers of xdist start
        compile_catalogues(ROOT / "locale")


def pytest_collection_modifyitems(config, items):
    """On the second engine keep what meets the database (scripts/run_tests.py asks for that)."""
    if os.environ.get("KORGOO_TESTS") != "database":
        return
    kept = [item for item in items if _meets_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


# They read papers, files and pages made of what was found; finding it is tested on both engines elsewhere.
ON_ONE_ENGINE = (
    "tests/cli/test_docs.py",
    "tests/cli/test_match.py",
    "tests/cli/test_messages.py",
    "tests/cli/test_processes.py",  # brings its own database, a file
    "tests/demo/test_links.py",
    "tests/fieldforms/test_exports.py",
    "tests/fieldforms/test_paper.py",
    "tests/identification/test_on_paper.py",
    "tests/public/",
    "tests/referral/test_on_paper.py",
    "tests/rights/test_content.py",
    "tests/rights/test_public_pages.py",
    "tests/web/test_every_paper.py",
    "tests/workshop/test_pages.py",
)


def _meets_the_database(item):
    if item.nodeid.startswith(ON_ONE_ENGINE):
        return False
    if item.nodeid.startswith("tests/cli/"):
        return True  # its commands run in processes of their own, on the engine of the settings
    fixtures = {"db", "transactional_db", "django_db_setup"} & set(
        getattr(item, "fixturenames", ())
    )
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def pytest_sessionfinish():
    from django.conf import settings

    if settings.configured and settings.VAR.name.startswith("korgoo-test-"):
        shutil.rmtree(settings.VAR, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _static_folder():
    # Empty, but there: whitenoise warns about a missing one, and warnings are errors.
    from django.conf import settings

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker):
    """Begin with a copy of the migrated database: tests/schema.py."""
    from tests import schema

    with django_db_blocker.unblock():
        schema.prepare()


@pytest.fixture(scope="session", autouse=True)
def _cleaning_may_empty_the_audit_trail():
    """Let the end of a transactional test empty every table: the trail's own triggers refuse."""
    from django.db import connection

    from tests.guards import guards_lifted

    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def flush(self, statements):
        with guards_lifted():
            empty(self, statements)

    operations.execute_sql_flush = flush
    yield
    operations.execute_sql_flush = empty


class StoppedClock:
    """The platform's clock under the test's hand."""

    def __init__(self, now):
        self.now = now

    def set(self, *parts):
        """Go to a moment in Bishkek: year, month, day, hour, minute..."""
        self.now = datetime(*parts, tzinfo=BISHKEK)

    def forward(self, **parts):
        """Let time pass: days=1, hours=2..."""
        self.now += timedelta(**parts)


@contextmanager
def morning():
    """Let time stand at 9:00 in Bishkek on Monday, 2 March 2026, until somebody moves it."""
    stopped = StoppedClock(datetime(2026, 3, 2, 9, 0, tzinfo=BISHKEK))
    utc = ZoneInfo("UTC")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platform_clock, "now", lambda: stopped.now.astimezone(utc))
        yield stopped


@pytest.fixture
def clock():
    """Time stands at 9:00 in Bishkek on Monday, 2 March 2026, until the test moves it."""
    with morning() as stopped:
        yield stopped


@pytest.fixture(scope="module")
def for_module(request, django_db_setup, django_db_blocker):
    """What the tests of this module begin with: tests/kept.py."""
    made = Kept(django_db_blocker, morning)
    request.config.stash[KEPT] = made
    made.commits = request.config.stash.get(COMMITS, False)
    yield made
    made.end()
    del request.config.stash[KEPT]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """A test that commits stands outside the transaction around its module."""
    stash = item.config.stash
    stash[COMMITS] = commits(item)
    if KEPT in stash:
        stash[KEPT].commits = stash[COMMITS]
        if stash[COMMITS]:
            stash[KEPT].end()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use this machine's Chromium; a missing one is a failure with the remedy in it."""
    path = browser.find()
    if path is None:
        pytest.fail(browser.MISSING)
    # Chromium's sandbox refuses to start as root, and in most containers.
    return {
        **browser_type_launch_args,
        "executable_path": path,
        "args": ["--no-sandbox", "--disable-gpu"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Open pages as a person in Bishkek who reads Kyrgyz, on a narrow telephone."""
    return {
        **browser_context_args,
        "locale": "ky-KG",
        "timezone_id": "Asia/Bishkek",
        "viewport": {"width": 360, "height": 740},
    }
