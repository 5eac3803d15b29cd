import pytest

from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from korgoo.lib.verdict import ALLOWED, Verdict


def test_a_denial_says_why_and_stops():
    denied = Verdict("Your role does not include this.")
    assert not denied
    with pytest.raises(Forbidden, match="does not include"):
        denied.require()


def test_what_is_allowed_goes_on():
    assert ALLOWED
    assert ALLOWED.require() is None


def test_each_error_has_a_status_of_its_own():
    errors = (DomainError, Forbidden, NotFound, Locked)
    assert [error("x").status for error in errors] == [409, 403, 404, 401]
