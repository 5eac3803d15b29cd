"""What is sealed opens with the right key and nothing else; each way to fail is tried."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korgoo.lib import sealing
from korgoo.lib.sealing import CannotOpen
from korgoo.lib.sealing.heads import digest
from korgoo.lib.sealing.payloads import PAD_TO, pad, unpad
from korgoo.lib.sealing.servers import server_key

BINDING = b"case 1 identity 1"
texts = st.binary(max_size=1500)


def flipped(raw, place):
    place %= len(raw)
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


@given(texts)
def test_a_payload_opens_as_it_was_sealed(text):
    key = sealing.new_data_key()
    sealed = sealing.seal_payload(text, key=key, binding=BINDING)
    assert sealing.open_payload(sealed, key=key, binding=BINDING) == text


@given(texts, st.integers(min_value=0))
def test_a_payload_with_one_changed_byte_does_not_open(text, place):
    key = sealing.new_data_key()
    sealed = sealing.seal_payload(text, key=key, binding=BINDING)
    with pytest.raises(CannotOpen):
        sealing.open_payload(flipped(sealed, place), key=key, binding=BINDING)


@given(texts, st.integers(min_value=0, max_value=400))
def test_a_payload_cut_short_does_not_open(text, length):
    key = sealing.new_data_key()
    sealed = sealing.seal_payload(text, key=key, binding=BINDING)
    with pytest.raises(CannotOpen):
        sealing.open_payload(sealed[: min(length, len(sealed) - 1)], key=key, binding=BINDING)


def test_a_payload_opens_with_no_other_key_and_no_other_binding():
    key = sealing.new_data_key()
    sealed = sealing.seal_payload(b"name", key=key, binding=BINDING)
    with pytest.raises(CannotOpen):
        sealing.open_payload(sealed, key=sealing.new_data_key(), binding=BINDING)
    with pytest.raises(CannotOpen):
        sealing.open_payload(sealed, key=key, binding=b"case 2 identity 1")


def test_the_same_text_is_never_sealed_alike():
    key = sealing.new_data_key()
    made = {sealing.seal_payload(b"name", key=key, binding=BINDING) for _ in range(50)}
    assert len(made) == 50


@given(texts)
def test_padding_is_undone_and_rounds_up(text):
    assert unpad(pad(text)) == text
    assert len(pad(text)) % PAD_TO == 0
    assert len(pad(text)) - len(text) <= PAD_TO


@given(st.binary(max_size=PAD_TO - 1), st.binary(max_size=PAD_TO - 1))
def test_short_texts_are_sealed_to_one_length(one, other):
    key = sealing.new_data_key()
    lengths = {len(sealing.seal_payload(t, key=key, binding=BINDING)) for t in (one, other)}
    assert len(lengths) == 1


@given(texts)
def test_a_text_sealed_to_a_reader_opens_for_that_reader_alone(text):
    reader, other = sealing.new_private_key(), sealing.new_private_key()
    sealed = sealing.seal_text(text, to=reader.public, info=b"form 1")
    assert sealing.open_text(sealed, by=reader, info=b"form 1") == text
    with pytest.raises(CannotOpen):
        sealing.open_text(sealed, by=other, info=b"form 1")
    with pytest.raises(CannotOpen):
        sealing.open_text(sealed, by=reader, info=b"form 2")


@given(st.integers(min_value=0))
def test_a_wrapped_key_opens_whole_or_not_at_all(place):
    reader, data_key = sealing.new_private_key(), sealing.new_data_key()
    wrapped = data_key.wrap_to(reader.public, info=b"facet 1")
    assert reader.unwrap_data_key(wrapped, info=b"facet 1") == data_key
    with pytest.raises(CannotOpen):
        reader.unwrap_data_key(flipped(wrapped, place), info=b"facet 1")
    with pytest.raises(CannotOpen):
        reader.unwrap_data_key(wrapped[: place % len(wrapped)], info=b"facet 1")
    with pytest.raises(CannotOpen):
        reader.unwrap_data_key(wrapped, info=b"facet 2")


def test_a_private_key_wrapped_to_another_comes_back():
    organisation, member = sealing.new_private_key(), sealing.new_private_key()
    wrapped = organisation.wrap_to(member.public, info=b"key 1")
    assert member.unwrap_private(wrapped, info=b"key 1") == organisation
    assert organisation.raw not in wrapped


def test_keys_do_not_show_themselves():
    key, data_key = sealing.new_private_key(), sealing.new_data_key()
    assert repr(key) == "PrivateKey()"
    assert repr(data_key) == "DataKey()"


def test_a_fingerprint_tells_keys_apart():
    one, other = sealing.new_private_key(), sealing.new_private_key()
    assert one.fingerprint != other.fingerprint
    assert [len(group) for group in one.fingerprint.split()] == [4] * 6


@settings(max_examples=20, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_a_password_opens_the_key_it_locked_and_no_other_does(password, other):
    key = sealing.new_private_key()
    locked = sealing.lock_with_password(key, password)
    assert sealing.open_with_password(locked, password) == key
    if other != password:
        with pytest.raises(CannotOpen):
            sealing.open_with_password(locked, other)


def test_a_key_locked_at_another_cost_still_opens(settings):
    key = sealing.new_private_key()
    locked = sealing.lock_with_password(key, "apricots")
    settings.MEMBER_KEY_COST = {"memory_cost": 16, "iterations": 2, "lanes": 1}
    assert sealing.open_with_password(locked, "apricots") == key
    assert json.loads(sealing.lock_with_password(key, "apricots"))["cost"]["iterations"] == 2


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
        {"cost": {"memory_cost": 16, "iterations": 1, "lanes": 1}},
        {"sealed": "AAAA"},
        {"cost": None},
        {"salt": "not base64"},
    ],
)
def test_a_changed_record_of_a_locked_key_does_not_open(change):
    locked = json.loads(sealing.lock_with_password(sealing.new_private_key(), "apricots"))
    with pytest.raises(CannotOpen):
        sealing.open_with_password(json.dumps(locked | change), "apricots")


@pytest.mark.parametrize("record", ["", "{}", "[]", "no record"])
def test_what_is_no_record_of_a_key_does_not_open(record):
    with pytest.raises(CannotOpen):
        sealing.open_with_password(record, "apricots")


def test_neither_half_of_a_session_opens_without_the_other():
    key = sealing.new_private_key()
    cookie, row = sealing.lock_for_session(key, member=7)
    other_cookie, other_row = sealing.lock_for_session(key, member=7)
    assert sealing.open_from_session(cookie, row, member=7) == key
    for halves in ((cookie, other_row), (other_cookie, row), ("", row), (cookie, ""), ("ж", row)):
        with pytest.raises(CannotOpen):
            sealing.open_from_session(*halves, member=7)
    with pytest.raises(CannotOpen):
        sealing.open_from_session(cookie, row, member=8)


def test_a_head_is_signed_by_one_secret():
    public, signature = sealing.sign_text("head 1", key=sealing.signing_key_from("secret"))
    assert sealing.verify_text("head 1", public=public, signature=signature)
    assert not sealing.verify_text("head 2", public=public, signature=signature)
    other, _signature = sealing.sign_text("head 1", key=sealing.signing_key_from("other"))
    assert not sealing.verify_text("head 1", public=other, signature=signature)
    assert not sealing.verify_text("head 1", public="?", signature=signature)
    assert not sealing.verify_text("head 1", public=public, signature="")


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_two_lists_of_texts_hash_alike_only_when_they_are_alike(one, other):
    assert (digest(*one) == digest(*other)) == (one == other)


def test_the_server_has_another_key_for_another_purpose():
    assert server_key("s", purpose="a") == server_key("s", purpose="a")
    assert server_key("s", purpose="a") != server_key("s", purpose="b")
    assert server_key("s", purpose="a") != server_key("t", purpose="a")
