"""The format of files that cross a border: vectors, spoiled files, and noise."""

import json
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from korgoo.lib.sealing import PrivateKey, new_private_key
from korgoo.safe_return import envelopes
from korgoo.safe_return.envelopes import BadFile, Content, Fault

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
KEY = PrivateKey(bytes.fromhex(VECTORS["partner_private"]))
WHEN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def content(**changed):
    manifest = {
        "number": "482915373",
        "made_at": WHEN,
        "sender": "Invented Body",
        "contact": "000 111",
        "allowed": ("identity", "referral"),
        "until": None,
        "answer_to": {"public": VECTORS["sender_public"], "token": "ab" * 32},
    }
    return Content(
        manifest={**manifest, **changed},
        facts={"sex": "female"},
        journey=None,
        parts={"identity": {"name": "Invented Person"}},
    )


SEALED = envelopes.seal_package(content(), to=KEY.public)


def fault_of(data, key=KEY, opener=envelopes.open_package):
    with pytest.raises(BadFile) as caught:
        opener(data, key)
    return caught.value


@pytest.mark.parametrize("name", ["package", "answer"])
def test_a_file_of_another_implementation_opens(name):
    """The files in vectors.json were sealed once; the format must not drift under them."""
    vector = VECTORS[name]
    raw = b64decode(vector["file"])
    if name == "package":
        opened = envelopes.open_package(raw, KEY)
    else:
        opened = envelopes.open_answer(raw, PrivateKey(bytes.fromhex(VECTORS["sender_private"])))
    assert opened.model_dump(mode="json") == vector["content"]


def test_the_format_can_be_written_from_its_description_alone():
    """Seals a package by the text of the method note, with no code of the platform."""
    import hashlib

    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    to = hashlib.sha256(KEY.public).hexdigest()[:24]
    header = json.dumps({"number": "482915373", "to": to}).encode()
    text = json.dumps(VECTORS["package"]["content"]).encode() + b"\x80"
    text += b"\0" * (-len(text) % 256)
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    first = b"korgoo-package 1\n"
    public = X25519PublicKey.from_public_bytes(KEY.public)
    body = suite.encrypt(text, public, info=first + header)
    assert (
        envelopes.open_package(first + header + b"\n" + body, KEY).manifest.number == "482915373"
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.NOT_OURS),
        (b"%PDF-1.7\n", Fault.NOT_OURS),
        (SEALED.replace(b"package 1", b"answer 1", 1), Fault.OTHER_KIND),
        (SEALED.replace(b"package 1", b"package 2", 1), Fault.NEWER),
        (SEALED.replace(b"package 1", b"package 99999999", 1), Fault.NEWER),
        (SEALED.replace(b"package 1", b"package 0", 1), Fault.OLD),
        (SEALED.replace(b"package 1", "package ¹".encode(), 1), Fault.NOT_OURS),
        (SEALED[:16], Fault.CUT),
        (SEALED[:40], Fault.CUT),
        (SEALED[:-1], Fault.CUT),
        (SEALED[:-256], Fault.CHANGED),
        (SEALED + b"\0" * 256, Fault.CHANGED),
        (SEALED[:-1] + bytes([SEALED[-1] ^ 1]), Fault.CHANGED),
        (SEALED.replace(b"482915373", b"123456789", 1), Fault.HEADER),
        (SEALED.replace(b'"to"', b'"at"', 1), Fault.HEADER),
        (b"korgoo-package 1\n" + b"[" * 2000 + b"\n", Fault.HEADER),
    ],
)
def test_a_spoiled_file_says_what_is_wrong(data, fault):
    assert fault_of(data).fault is fault


def test_a_file_for_somebody_else_says_so():
    assert fault_of(SEALED, new_private_key()).fault is Fault.WRONG_KEY


def test_a_header_of_another_package_does_not_fit():
    from korgoo.lib import codes

    other = codes.new_code().encode()
    assert fault_of(SEALED.replace(b"482915373", other, 1)).fault is Fault.CHANGED


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (b"not json", ("content",)),
        (b"{}", ("number", "token", "answer", "at")),
        (
            b'{"number": "1", "token": "x", "answer": "maybe", "at": "soon"}',
            ("number", "token", "answer", "at"),
        ),
        (
            b'{"number": "482915373", "token": "'
            + b"ab" * 32
            + b'", "answer": "met", "at": "2026-03-02T09:00:00"}',
            ("at",),
        ),
        (
            b'{"number": "482915373", "token": "'
            + b"ab" * 32
            + b'", "answer": "met", "at": "2026-03-02T09:00:00Z", "note": "x"}',
            ("note",),
        ),
    ],
)
def test_what_is_wrong_inside_is_named_by_field(text, fields):
    from korgoo.lib.sealing import seal_text

    header = json.dumps({"number": "482915373", "to": envelopes.key_id(KEY.public)}).encode()
    first = b"korgoo-answer 1\n"
    data = first + header + b"\n" + seal_text(text, to=KEY.public, info=first + header)
    error = fault_of(data, opener=envelopes.open_answer)
    assert (error.fault, error.fields) == (Fault.CONTENT, fields)


def test_a_part_cannot_name_a_file_of_its_own():
    with pytest.raises(ValueError, match="parts"):
        Content(**content().model_dump() | {"parts": {"../../etc/passwd": {}}})


@settings(max_examples=60)
@given(st.binary(max_size=600))
@example(b"korgoo-package 1\n{}\n")
@example(b'korgoo-package 1\n{"number": 1, "to": null}\nx')
@example(b"korgoo-package 1\n\xff\xfe\n")
def test_noise_is_a_fault_and_never_a_crash(noise):
    fault_of(noise)
    fault_of(noise, opener=envelopes.open_answer)


@settings(max_examples=60)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255), st.booleans())
def test_one_changed_byte_or_a_cut_anywhere_is_found(place, by, is_cut):
    spoiled = SEALED[:place] if is_cut else bytearray(SEALED)
    if not is_cut:
        spoiled[place] ^= by
    try:
        opened = envelopes.open_package(bytes(spoiled), KEY)
    except BadFile:
        return
    # Spaces between the words of a header carry nothing; but then the seal does not fit.
    raise AssertionError(opened)


@settings(max_examples=25)
@given(st.text(max_size=300))
def test_noise_is_no_key(text):
    for read in (envelopes.read_public, lambda t: envelopes.open_key_file(t, "p" * 12)):
        with pytest.raises(BadFile):
            read(text)


@pytest.mark.parametrize("public", ["AA" * 21 + "A=", "A" * 43 + "=", "AQ" + "A" * 41 + "="])
def test_a_key_that_seals_nothing_is_refused(public):
    with pytest.raises(BadFile):
        envelopes.read_public(public)


def test_a_key_file_opens_with_its_password_only():
    text, public = envelopes.new_key_file("seven apricots on a table")
    assert envelopes.open_key_file(text, "seven apricots on a table").public == public
    assert envelopes.read_public(envelopes.write_public(public)) == public
    with pytest.raises(BadFile) as caught:
        envelopes.open_key_file(text, "another")
    assert caught.value.fault is Fault.PASSWORD
    greedy = text.replace('"memory_cost": ', '"memory_cost": 9999999')
    with pytest.raises(BadFile) as caught:
        envelopes.open_key_file(greedy, "seven apricots on a table")
    assert caught.value.fault is Fault.NOT_OURS


def test_a_fingerprint_is_heard_in_any_spelling_and_said_in_words():
    words = envelopes.words_of(KEY.public)
    assert envelopes.is_heard(KEY.public, words.upper().replace(" ", "-"))
    assert not envelopes.is_heard(KEY.public, words[:-1] + ("0" if words[-1] != "0" else "1"))
    assert not envelopes.is_heard(KEY.public, "")
    assert envelopes.spoken("a1f0") == "Alfa 1 Foxtrot 0"


def test_an_answer_that_is_too_large_is_not_read():
    large = b"x" * (envelopes.MOST_ANSWER_BYTES + 1)
    assert fault_of(large, opener=envelopes.open_answer).fault is Fault.TOO_LARGE
