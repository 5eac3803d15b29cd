import pytest

from korgoo.access.enums import Role
from korgoo.library import api
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_document_for_everybody_is_read_by_another_organisation():
    writer, reader = factories.member(Role.SECRETARY), factories.member(Role.OFFICER)
    card = api.add_document(
        api.DocumentFacts({"en": "A letter"}, "letter", [api.EVERYBODY], origin=("meeting", "m1")),
        api.VersionFacts(link="https://example.org/letter"),
        actor=writer.actor,
    )
    assert api.documents_of("meeting", "m1", actor=reader.actor) == [card]


def test_an_announcement_is_unread_for_the_role_it_names():
    writer, reader = factories.member(Role.SECRETARY), factories.member(Role.HEAD)
    other = factories.member(Role.OFFICER, at=reader.organisation)
    api.announce(
        title="News", text="Words", audience=[api.EVERYBODY], roles=[Role.HEAD], actor=writer.actor
    )
    assert [card.title for card in api.unread(actor=reader.actor)] == ["News"]
    assert api.unread(actor=other.actor) == []
