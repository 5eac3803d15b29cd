"""A thief has every row and every secret of the server, and no session."""

import pytest

from korgoo.lib.sealing import CannotOpen, PrivateKey, open_text
from korgoo.pairs import sealed, services
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Ask, Check, Question, SharedKeyWrap
from korgoo.pairs.selectors import list_pairs
from tests import factories_casework as make
from tests.pairs.conftest import HERE, PHONE, SOMEBODY_ELSE, THERE
from tests.secrecy import thief

BLOBS = ("for_owner", "for_coordinator")


@pytest.fixture
def asked(people, pair):
    ask = services.ask(
        pair[0].pk, says=PersonSays.AGREED, why="A sentence.", actor=people.shelter.actor
    )
    mark = list_pairs(actor=people.coordinator.actor)[0].mark
    question = services.pass_on(ask.pk, mark=mark, actor=people.coordinator.actor)
    services.answer(question.pk, QuestionState.NOT_NOW, why="No.", actor=people.officer.actor)
    ask.refresh_from_db()
    question.refresh_from_db()
    return ask, question, mark


def clear_of(row):
    """Everything of a row that is not ciphertext, as text."""
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    return " ".join(str(v) for v in values.values() if not isinstance(v, bytes | memoryview))


def test_found_and_nothing_are_rows_of_one_shape(people, clock):
    make.case(people.officer, identity=HERE, contact=PHONE)
    cases = {
        "found": make.case(people.shelter, identity=THERE, contact=PHONE),
        "nothing": make.case(people.shelter, identity=SOMEBODY_ELSE, contact=PHONE),
    }
    rows = {name: Check.objects.get(case=case) for name, case in cases.items()}
    sizes = {tuple(len(bytes(getattr(row, blob))) for blob in BLOBS) for row in rows.values()}
    assert len(sizes) == 1
    differs = {
        f.attname
        for f in Check._meta.concrete_fields
        if getattr(rows["found"], f.attname) != getattr(rows["nothing"], f.attname)
    }
    assert differs <= {"id", "case_id", "shown_at", *BLOBS}


def test_one_find_or_many_are_rows_of_one_length(people, clock):
    for _number in range(10):
        make.case(people.officer, identity=HERE, contact=PHONE)
    many = make.case(people.shelter, identity=THERE, contact=PHONE)
    one = make.case(people.shelter, identity=SOMEBODY_ELSE)
    lengths = {
        tuple(len(bytes(getattr(Check.objects.get(case=case), blob))) for blob in BLOBS)
        for case in (many, one)
    }
    assert len(lengths) == 1


def test_no_clear_value_ties_an_ask_to_its_question(asked, pair):
    ask, question, mark = asked
    here, there = clear_of(ask), clear_of(question)
    for word in (str(pair[1].pk), pair[1].pk.hex, mark, str(question.pk), question.pk.hex):
        assert word not in here
    for word in (str(pair[0].pk), pair[0].pk.hex, mark, str(ask.pk), ask.pk.hex):
        assert word not in there
    checks = [clear_of(row) for row in Check.objects.all()]
    assert not [row for row in checks if mark in row]
    # A question has days and no hours.
    assert not [
        f for f in Question._meta.concrete_fields if f.get_internal_type() == "DateTimeField"
    ]


def test_with_every_secret_of_the_server_nothing_opens(asked, pair, people):
    ask, question, mark = asked
    values = [v for v in thief.every_value() if v]
    said = (mark.encode(), b"A sentence.", b'"says"', b'"near"', b'"found"', b'"ask"')
    for text in thief.everything_that_opens(values):
        assert not [word for word in said[1:] if word in text]
    keys = {v[:32] for v in values if len(v) >= 32} | {key.raw for key in thief.server_keys()}
    row = Check.objects.get(case=pair[0])
    blobs = [
        (row.for_owner, "near", row.pk),
        (row.for_coordinator, "found", row.pk),
        (ask.words, "words", ask.pk),
        (question.ask, "ask", question.pk),
        (question.answer, "answer", question.pk),
        (question.strength, "strength", question.pk),
    ]
    assert len(keys) > 20
    for raw in keys:
        for blob, name, record in blobs:
            with pytest.raises(CannotOpen):
                open_text(bytes(blob), by=PrivateKey(raw), info=sealed._info(name, record))


def test_what_is_moved_to_another_row_does_not_open(people, pair):
    key = sealed.watch_key(people.coordinator.actor)
    one, other = Check.objects.get(case=pair[0]), Check.objects.get(case=pair[1])
    assert sealed.read(one.for_coordinator, by=key, name="found", record=one.pk)["found"]
    assert sealed.read(one.for_coordinator, by=key, name="found", record=other.pk) is None
    assert sealed.read(one.for_coordinator, by=key, name="words", record=one.pk) is None


def test_owners_hold_no_key_to_pairs_and_the_centre_none_to_marks(people, pair):
    assert sealed.marker(people.coordinator.actor) is None
    houses = set(
        SharedKeyWrap.objects.filter(key_id="watch").values_list("organisation_id", flat=True)
    )
    assert houses == {people.coordinator.organisation.pk}


def test_an_erased_case_leaves_a_number_that_leads_nowhere(people, pair):
    from korgoo.access.enums import Facet
    from korgoo.casework.services import closing

    row, gone = Check.objects.get(case=pair[0]), Check.objects.get(case=pair[1])
    closing.erase(pair[1], frozenset({Facet.IDENTITY}))
    key = sealed.watch_key(people.coordinator.actor)
    words = sealed.read(row.for_coordinator, by=key, name="found", record=row.pk)
    assert words["found"][0][0] == gone.pk.hex
    left = b" ".join(v for v in thief.every_value())
    assert gone.pk.hex.encode() not in left
    assert str(gone.pk).encode() not in left
    assert pair[1].code not in str(words)
    assert pair[1].pk.hex not in str(words)


def test_an_ask_has_one_length_whatever_is_written(people, pair, clock):
    lengths = set()
    for why in ("", "Ү" * 300):
        Ask.objects.all().delete()
        row = services.ask(
            pair[0].pk, says=PersonSays.NOT_SAFE, why=why, actor=people.shelter.actor
        )
        lengths.add(len(row.words))
    assert len(lengths) == 1
