"""What all tests of a module begin with, made once for the module instead of once for each test.

    @pytest.fixture(scope="module")
    def _people(for_module):
        return for_module(factories_referral.net)

    @pytest.fixture
    def people(db, clock, _people):
        return _people()

The rows stand in a transaction around the module's tests, and each test gets its own copy of the
objects: what a test writes or changes is gone when it ends, as ever. A test that commits for real
(`transaction=True`, `live_server`) makes its rows itself; such tests come last in their module.
"""

from contextlib import nullcontext
from copy import deepcopy

from django.db import transaction


class Kept:
    """Keeps what builders made; lives as long as a module."""

    def __init__(self, blocker, morning):
        self.blocker, self.morning = blocker, morning
        self.commits = False
        self._atomic = None

    def __call__(self, build, *, stands=True):
        """Make it now, or in each test when the test commits; on the morning unless ``stands`` is off.

        Returns: a function that gives it to one test.
        """
        if self.commits:
            return build
        if self._atomic is None:
            self._begin()
        with self.blocker.unblock(), self.morning() if stands else nullcontext():
            made = build()
        return lambda: build() if self.commits else self._copy(made)

    def end(self):
        """Take back every row."""
        if self._atomic is None:
            return
        with self.blocker.unblock():
            transaction.set_rollback(True)
            self._atomic.__exit__(None, None, None)
        self._atomic = None

    def _begin(self):
        self._atomic = transaction.atomic()
        self._atomic._from_testcase = True  # as Django's own: a durable block may stand within
        with self.blocker.unblock():
            self._atomic.__enter__()

    def _copy(self, made):
        assert self._atomic is not None, "a test that commits stood before this one in its module"
        return deepcopy(made)


def commits(item):
    """Tell whether a test ends its transactions for real."""
    marker = item.get_closest_marker("django_db")
    names = set(getattr(item, "fixturenames", ()))
    return bool(
        (marker and marker.kwargs.get("transaction"))
        or names & {"transactional_db", "live_server"}
    )


__all__ = ["Kept", "commits"]
