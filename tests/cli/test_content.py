"""`korgoo content`: exit codes, faults by file and line, and that nothing is loaded by half."""

import pytest

from korgoo.rights import api
from korgoo.rights.models import ItemVersion
from tests import factories_rights as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(clock):
    api.load(made.information(made.item(), numbers=[made.number()]))


def test_a_file_is_written_and_read_back(korgoo, told, tmp_path):
    file = tmp_path / "told.yaml"
    assert korgoo("content", "export", file).exit_code == 0
    again = korgoo("content", "load", file)
    assert (again.exit_code, again.stdout) == (0, "content: nothing new\n")


def test_other_words_are_said_to_wait(korgoo, told, tmp_path):
    file = tmp_path / "told.yaml"
    file.write_text(api.export().replace("Words of", "Better words of"), encoding="utf-8")
    result = korgoo("content", "load", file)
    assert "1 draft for the editors" in result.stdout
    assert ItemVersion.objects.count() == 2


def test_faults_are_named_and_nothing_is_loaded(korgoo, told, tmp_path):
    file = tmp_path / "told.yaml"
    file.write_text(
        api.export().replace("Words of", "Better words of").replace("sort: law", "sort: rumour"),
        encoding="utf-8",
    )
    result = korgoo("content", "load", file)
    assert result.exit_code == 1
    name, line, rule, _message = result.stdout.splitlines()[0].split(":", 3)
    assert (name, rule.strip()) == ("told.yaml", "not-allowed")
    assert int(line) > 1
    assert "nothing loaded, 1 fault" in result.stderr
    assert ItemVersion.objects.count() == 1


def test_a_statement_that_moved_is_named(korgoo, told, tmp_path):
    file = tmp_path / "told.yaml"
    text = api.export().replace("destination: russia", "destination: korea")
    file.write_text(text, encoding="utf-8")
    result = korgoo("content", "load", file)
    assert result.exit_code == 0
    assert "ru-passport: stands elsewhere here" in result.stderr


def test_a_missing_file_is_one_line(korgoo, tmp_path):
    result = korgoo("content", "load", tmp_path / "nothing.yaml")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_the_pack_is_loaded_without_a_path(korgoo, db):
    first = korgoo("content", "load")
    assert first.exit_code == 0
    assert korgoo("content", "load").stdout == "content: nothing new\n"
