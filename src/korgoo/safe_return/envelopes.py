"""The sealed files that cross a border: packages, answers, keys. No database, no request.

The format is described in docs/methods/cross-border-package.md; a change of it needs a new version.
"""

import hashlib
import json
import secrets
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from korgoo.lib import codes
from korgoo.lib.sealing import (
    CannotOpen,
    PrivateKey,
    lock_with_password,
    new_private_key,
    open_text,
    open_with_password,
    seal_text,
)
from korgoo.lib.sealing.keys import fingerprint
from korgoo.lib.sealing.servers import is_same

VERSION = 1
PACKAGE, ANSWER = "package", "answer"
KEY_FORMAT, PUBLIC_FORMAT = "korgoo-key 1", "korgoo-public-key 1"
MOST_BYTES = 16 * 1024 * 1024
MOST_ANSWER_BYTES = 64 * 1024
MOST_HEADER = 1024
# What HPKE adds (encapsulated key and tag), and the block to which the plain text is filled up.
OVERHEAD, BLOCK, PUBLIC_BYTES, MOST_MEMORY = 48, 256, 32, 1024 * 1024
# The letters of a fingerprint, said so that no line swallows them.
LETTERS = {
    "a": "Alfa",
    "b": "Bravo",
    "c": "Charlie",
    "d": "Delta",
    "e": "Echo",
    "f": "Foxtrot",
}
Part = Literal[
    "identity", "contact", "story", "crime", "health", "therapy", "whereabouts", "documents"
]


class Fault(StrEnum):
    """Why a file cannot be opened."""

    NOT_OURS = "not_ours"
    OTHER_KIND = "other_kind"
    OLD = "old"
    NEWER = "newer"
    TOO_LARGE = "too_large"
    CUT = "cut"
    HEADER = "header"
    WRONG_KEY = "wrong_key"
    CHANGED = "changed"
    CONTENT = "content"
    PASSWORD = "password"  # noqa: S105 - the name of a fault


class BadFile(Exception):
    """A file that cannot be opened; ``fields`` names what is wrong inside, when it is that."""

    def __init__(self, fault: Fault, fields: tuple[str, ...] = ()) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.fields = fields


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AnswerTo(_Strict):
    """Where an answer goes: the sender's public key, and a token that proves the package was open."""

    public: str = Field(max_length=64)
    token: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(_Strict):
    """What this package is, and what the person allows.

    Attributes:
        allowed: what the person agreed that this partner may know.
        until: end of that agreement; None: until it is taken back.
    """

    number: str = Field(pattern=r"^[0-9]{9}$")
    made_at: AwareDatetime
    sender: str = Field(max_length=200)
    contact: str = Field(max_length=200)
    allowed: tuple[str, ...]
    until: AwareDatetime | None
    answer_to: AnswerTo


class Content(_Strict):
    """Everything inside a package."""

    manifest: Manifest
    facts: dict[str, Any]
    journey: dict[str, Any] | None
    parts: dict[Part, dict[str, Any]]


class Answer(_Strict):
    """Everything inside an answer."""

    number: str = Field(pattern=r"^[0-9]{9}$")
    token: str = Field(pattern=r"^[0-9a-f]{64}$")
    answer: Literal["received", "accepted", "declined", "met", "first_night"]
    at: AwareDatetime


Inside = TypeVar("Inside", Content, Answer)


@dataclass(frozen=True, slots=True)
class Header:
    """What can be read of a file without a key: its number and whose key opens it."""

    number: str
    to: str


def new_token() -> str:
    """Make the token that an answer has to bring back."""
    return secrets.token_hex(32)


def digest_of(token: str) -> str:
    """Hash a token for the sender's record."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(token: str, digest: str) -> bool:
    """Tell whether a token is the one of this record, in a time that does not depend on it."""
    return is_same(digest_of(token), digest)


def key_id(public: bytes) -> str:
    """Name a public key in a header: its fingerprint without spaces."""
    return fingerprint(public).replace(" ", "")


def words_of(public: bytes) -> str:
    """Write the fingerprint of a public key: six groups of four digits and letters."""
    return fingerprint(public)


def is_heard(public: bytes, heard: str) -> bool:
    """Tell whether a fingerprint, typed as it was heard, is that of a key."""
    return "".join(sign for sign in heard.lower() if sign.isalnum()) == key_id(public)


def spoken(words: str) -> str:
    """Write a fingerprint as it is said on the telephone: digits, and a word for each letter."""
    return "; ".join(
        " ".join(LETTERS.get(sign, sign) for sign in group) for group in words.split()
    )


def seal_package(content: Content, *, to: bytes) -> bytes:
    """Seal a package to a partner's public key (32 bytes)."""
    return _seal(PACKAGE, content.manifest.number, content, to)


def seal_answer(answer: Answer, *, to: bytes) -> bytes:
    """Seal an answer to the sender's public key (32 bytes)."""
    return _seal(ANSWER, answer.number, answer, to)


def open_package(data: bytes, key: PrivateKey) -> Content:
    """Open a package.

    Raises:
        BadFile: Not a package, of another version, cut, changed, or for another key.
    """
    content = _open(PACKAGE, data, key, Content)
    if content.manifest.number != read_header(data, PACKAGE).number:
        raise BadFile(Fault.CONTENT, ("number",))
    return content


def open_answer(data: bytes, key: PrivateKey) -> Answer:
    """Open an answer.

    Raises:
        BadFile: Not an answer, of another version, cut, changed, or for another key.
    """
    if len(data) > MOST_ANSWER_BYTES:
        raise BadFile(Fault.TOO_LARGE)
    answer = _open(ANSWER, data, key, Answer)
    if answer.number != read_header(data, ANSWER).number:
        raise BadFile(Fault.CONTENT, ("number",))
    return answer


def read_header(data: bytes, kind: str) -> Header:
    """Read the first two lines of a file.

    Args:
        data: The whole file.
        kind: ``package`` or ``answer``: what it should be.

    Raises:
        BadFile: It is something else.
    """
    return _split(data, kind)[0]


def new_key_file(password: str) -> tuple[str, bytes]:
    """Make a partner's key pair.

    Returns:
        The key file, locked by the password (Argon2id), and the public key.
    """
    private = new_private_key()
    locked = json.loads(lock_with_password(private, password))
    public = b64encode(private.public).decode()
    return json.dumps({"format": KEY_FORMAT, "public": public, "locked": locked}), private.public


def open_key_file(text: str, password: str) -> PrivateKey:
    """Open a key file.

    Raises:
        BadFile: Not a key file, or another password.
    """
    try:
        record = json.loads(text)
        if record["format"] != KEY_FORMAT or record["locked"]["cost"]["memory_cost"] > MOST_MEMORY:
            raise BadFile(Fault.NOT_OURS)
        return open_with_password(json.dumps(record["locked"]), password)
    except CannotOpen as error:
        raise BadFile(Fault.PASSWORD) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFile(Fault.NOT_OURS) from error


def write_public(public: bytes) -> str:
    """Write a public key as the text that a partner hands out."""
    return f"{PUBLIC_FORMAT}\n{b64encode(public).decode()}\n"


def read_public(text: str) -> bytes:
    """Read a public key as a partner handed it out, with or without its first line.

    Raises:
        BadFile: Not a public key, or one that seals nothing (a point of small order).
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and lines[0] == PUBLIC_FORMAT:
        lines = lines[1:]
    try:
        public = b64decode("".join(lines), validate=True)
        if len(public) != PUBLIC_BYTES:
            raise BadFile(Fault.NOT_OURS)
        seal_text(b"", to=public, info=b"korgoo key check")
    except (BadBase64, ValueError) as error:
        raise BadFile(Fault.NOT_OURS) from error
    return public


def _seal(kind: str, number: str, inside: BaseModel, to: bytes) -> bytes:
    header = json.dumps({"number": number, "to": key_id(to)}).encode()
    text = inside.model_dump_json().encode()
    sealed = seal_text(text, to=to, info=_info(kind, header))
    whole = f"korgoo-{kind} {VERSION}\n".encode() + header + b"\n" + sealed
    if len(whole) > MOST_BYTES:
        raise BadFile(Fault.TOO_LARGE)
    return whole


def _open(kind: str, data: bytes, key: PrivateKey, model: type[Inside]) -> Inside:
    header, line, body = _split(data, kind)
    if header.to != key_id(key.public):
        raise BadFile(Fault.WRONG_KEY)
    if len(body) < OVERHEAD + BLOCK or (len(body) - OVERHEAD) % BLOCK:
        raise BadFile(Fault.CUT)
    try:
        text = open_text(body, by=key, info=_info(kind, line))
    except CannotOpen as error:
        raise BadFile(Fault.CHANGED) from error
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        places = [".".join(map(str, one["loc"])) for one in error.errors()]
        raise BadFile(
            Fault.CONTENT, tuple(dict.fromkeys(p or "content" for p in places))
        ) from error


def _split(data: bytes, kind: str) -> tuple[Header, bytes, bytes]:
    if len(data) > MOST_BYTES:
        raise BadFile(Fault.TOO_LARGE)
    first, found, rest = data[:MOST_HEADER].partition(b"\n")
    _check_first(first, kind)
    if not found:
        raise BadFile(Fault.CUT)
    line, found, _body = rest.partition(b"\n")
    if not found:
        raise BadFile(Fault.CUT if len(data) < MOST_HEADER else Fault.HEADER)
    return _header(line), line, data[len(first) + len(line) + 2 :]


def _check_first(first: bytes, kind: str) -> None:
    words = first.decode("ascii", errors="replace").split(" ")
    known = {f"korgoo-{one}": one for one in (PACKAGE, ANSWER)}
    if len(words) != 2 or words[0] not in known or not words[1].isdecimal():
        raise BadFile(Fault.NOT_OURS)
    if known[words[0]] != kind:
        raise BadFile(Fault.OTHER_KIND)
    if len(words[1]) > 4 or int(words[1]) > VERSION:
        raise BadFile(Fault.NEWER)
    if int(words[1]) < VERSION:
        raise BadFile(Fault.OLD)


def _header(line: bytes) -> Header:
    try:
        read: dict[str, Any] = json.loads(line)
        number, to = str(read.pop("number")), str(read.pop("to"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadFile(Fault.HEADER) from error
    if read or codes.parse(number) != number:
        raise BadFile(Fault.HEADER)
    return Header(number, to)


def _info(kind: str, header: bytes) -> bytes:
    """Bind what is sealed to the two lines before it."""
    return f"korgoo-{kind} {VERSION}\n".encode() + header
