"""Whoever takes the whole database and the secrets of the server reads no word of a caller."""

import pytest

from korgoo.access import audit
from korgoo.desk import services
from korgoo.desk.models import ContactWords, HandoverItem
from korgoo.desk.services import Left
from korgoo.lib.sealing import CannotOpen, open_text
from korgoo.lib.sealing.keys import PrivateKey
from tests.desk.conftest import WORDS, record, trusting
from tests.secrecy.thief import disguises, every_value, everything_that_opens, server_keys

pytestmark = pytest.mark.django_db
NOTE = "the brother listens on Mondays"


@pytest.fixture
def sealed(house):
    """The sealed rows with what each is bound to: of a caller, and of a handover."""
    row = record(house.operator, trusting())
    things = [Left(contact_id=row.pk, note=NOTE)]
    services.hand_over(things, to_id=None, actor=house.operator.actor)
    item = HandoverItem.objects.get()
    return [
        (ContactWords.objects.get().sealed, audit.label(row)),
        (item.sealed, audit.label(item)),
    ]


def test_no_word_lies_in_the_database(sealed):
    forms = [form for word in (*WORDS.values(), NOTE) for form in disguises(word)]
    values = list(every_value())
    pieces = list(everything_that_opens(values))

    assert any(bytes(sealed[0][0]) in value for value in values)
    assert not [piece for piece in pieces if any(form in piece for form in forms)]


def test_no_key_that_lies_there_opens_a_word(sealed):
    keys = [key.raw for key in server_keys()] + [v for v in every_value() if len(v) == 32]
    assert len(keys) > 10
    for text, label in sealed:
        for key in keys:
            with pytest.raises((CannotOpen, ValueError)):
                open_text(bytes(text), by=PrivateKey(key), info=f"korgoo desk v1 {label}".encode())


def test_the_key_of_a_member_opens_them(house, sealed):
    row = ContactWords.objects.get()
    assert services.open_words(row.pk, actor=house.operator.actor) == WORDS
