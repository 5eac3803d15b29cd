import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.rights import api as rights
from tests import factories, members
from tests import factories_rights as made


class Browser(members.Browser):
    app = "public"


enter = members.enters(Browser)


def _told():
    """Two statements about Russia, one number; a statement about Kazakhstan."""
    return rights.load(
        made.information(
            made.item(numbers=["embassy-ru"]),
            made.advice(),
            made.item("kz-days", destination="kazakhstan", questions=[], steps=[]),
            numbers=[made.number()],
        )
    )


@pytest.fixture(scope="module")
def _content(for_module):
    return for_module(_told)


@pytest.fixture
def told(db, clock, _content):
    return _content()


@pytest.fixture
def rights_change(told):
    """Let a further statement be told."""

    def change():
        more = made.item("ru-more")
        assert rights.load(made.information(more, numbers=[made.number()]))

    return change


@pytest.fixture
def helpline(db, clock):
    """A house that can answer help without a name."""
    at = factories.organisation(Mandate.ADVISE, code="centre-employment-abroad")
    return factories.member(Role.HOTLINE_OPERATOR, at=at)
