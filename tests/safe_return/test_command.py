"""The partner's side: a key, a package opened without a database, an answer; nothing half-written."""

import json
import stat
from base64 import b64encode
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from korgoo.cli import main
from korgoo.lib.sealing import new_private_key
from korgoo.safe_return import envelopes

PASSWORD = "seven apricots on a table"
SENDER = new_private_key()


@pytest.fixture
def run():
    def call(*words, typed=PASSWORD + "\n"):
        return CliRunner().invoke(main, ["package", *map(str, words)], input=typed)

    return call


@pytest.fixture
def key(run, tmp_path):
    done = run("key", "--out", tmp_path / "key", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    return tmp_path / "key" / "korgoo-key.json", done.output


@pytest.fixture
def file(key, tmp_path):
    text = (tmp_path / "key" / "korgoo-public-key.txt").read_text()
    content = envelopes.Content(
        manifest=envelopes.Manifest(
            number="482915373",
            made_at=datetime(2026, 3, 2, tzinfo=UTC),
            sender="Invented Body",
            contact="000 111",
            allowed=("identity", "referral"),
            until=None,
            answer_to=envelopes.AnswerTo(
                public=b64encode(SENDER.public).decode(), token="ab" * 32
            ),
        ),
        facts={"sex": "female"},
        journey=None,
        parts={"identity": {"name": "Ойлонулган Адам"}},
    )
    found = tmp_path / "482915373.korgoo"
    found.write_bytes(envelopes.seal_package(content, to=envelopes.read_public(text)))
    return found


def test_a_key_is_locked_private_and_read_out_in_words(key, tmp_path, run):
    locked, said = key
    assert stat.S_IMODE(locked.stat().st_mode) == 0o600
    public = envelopes.read_public((locked.parent / "korgoo-public-key.txt").read_text())
    assert envelopes.words_of(public) in said
    assert envelopes.spoken(envelopes.words_of(public)) in said
    before = locked.read_text()
    again = run("key", "--out", locked.parent, typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert (again.exit_code, "already" in again.output) == (1, True)
    assert locked.read_text() == before


def test_a_short_password_makes_no_key(run, tmp_path):
    done = run("key", "--out", tmp_path / "key", typed="short\nshort\n")
    assert (done.exit_code, "12 characters" in done.output) == (1, True)
    assert not (tmp_path / "key").exists()


def test_a_package_opens_into_a_folder_of_its_own(run, key, file, tmp_path):
    out = tmp_path / "opened"
    done = run("open", file, "--key", key[0], "--out", out)
    assert done.exit_code == 0, done.output
    assert {path.name for path in out.iterdir()} == {
        "manifest.json",
        "facts.json",
        "part-identity.json",
    }
    assert json.loads((out / "part-identity.json").read_text()) == {"name": "Ойлонулган Адам"}
    assert "ab" * 32 not in (out / "manifest.json").read_text()
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {0o600}
    again = run("open", file, "--key", key[0], "--out", out)
    assert (again.exit_code, "nothing was changed" in again.output) == (1, True)


@pytest.mark.parametrize(
    ("spoil", "typed", "said"),
    [
        (lambda raw: raw, "another password\n", "does not open the key"),
        (lambda raw: raw[:-1], PASSWORD, "not whole"),
        (lambda raw: raw[:-1] + b"x", PASSWORD, "changed on its way"),
        (lambda raw: raw.replace(b"package 1", b"package 7", 1), PASSWORD, "newer form"),
        (lambda raw: raw.replace(b"package 1", b"package 0", 1), PASSWORD, "old form"),
        (lambda raw: b"\x89PNG" + raw, PASSWORD, "not a file of Korgoo"),
    ],
)
def test_a_spoiled_file_is_one_clear_line_and_leaves_nothing(
    spoil, typed, said, run, key, file, tmp_path
):
    file.write_bytes(spoil(file.read_bytes()))
    done = run("open", file, "--key", key[0], "--out", tmp_path / "opened", typed=f"{typed}\n")
    assert done.exit_code == 1
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "opened").exists()
    assert not list(tmp_path.glob(".korgoo-*"))


def test_the_key_of_somebody_else_says_so(run, file, tmp_path):
    run("key", "--out", tmp_path / "other", typed=f"{PASSWORD}\n{PASSWORD}\n")
    other = tmp_path / "other" / "korgoo-key.json"
    done = run("open", file, "--key", other, "--out", tmp_path / "opened")
    assert (done.exit_code, "another key" in done.output) == (1, True)


def test_an_answer_is_sealed_to_the_sender(run, key, file, tmp_path):
    done = run("answer", file, "--key", key[0], "--say", "met", "--out", tmp_path / "answers")
    assert done.exit_code == 0, done.output
    made = (tmp_path / "answers" / "482915373-4.korgoo").read_bytes()
    answer = envelopes.open_answer(made, SENDER)
    assert (answer.number, answer.answer, answer.token) == ("482915373", "met", "ab" * 32)
    said = run("answer", file, "--key", key[0], "--say", "maybe", "--out", tmp_path)
    assert said.exit_code == 2
