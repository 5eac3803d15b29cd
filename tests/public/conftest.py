import pytest

from korgoo.rights import api as rights
from tests import factories_rights as made
from tests import members


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
