"""The public side as plain files: whole, the same each time, and leading back where it must."""

import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from korgoo.cli import main
from korgoo.lib.errors import DomainError
from korgoo.public.export import LIST, export

pytestmark = pytest.mark.django_db
ORIGIN = "https://korgoo.example"


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [v for k, v in attrs if k in {"href", "src", "action"} and v]


@pytest.fixture(scope="module")
def _written(for_module, tmp_path_factory):
    return tmp_path_factory.mktemp("export")


@pytest.fixture
def written(told, _written, settings):
    settings.PUBLIC_ADDRESS = "http://testserver"
    if not (_written / LIST).exists():
        export(_written, origin=ORIGIN)
    return _written


def _hashes(folder):
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_the_same_content_gives_the_same_bytes(written, tmp_path):
    done = export(tmp_path, origin=ORIGIN)
    assert _hashes(tmp_path) == _hashes(written)
    assert done.files == done.changed > 100


def test_a_second_run_changes_nothing(written):
    assert export(written, origin=ORIGIN).changed == 0


def test_every_link_leads_to_a_file_or_back_to_the_platform(written):
    pages = list(written.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        for link in links.found:
            if link.startswith(("#", "tel:", "sms:", "data:", "https://", "http://")):
                continue
            target = link.partition("#")[0]
            file = written / target.lstrip("/")
            file = file / "index.html" if target.endswith("/") else file
            assert file.is_file(), f"{page}: {link}"


def test_what_is_answered_leads_back(written):
    page = (written / "ky" / "index.html").read_text(encoding="utf-8")
    assert f'href="{ORIGIN}/account/login/"' in page
    search = (written / "ky" / "rights" / "index.html").read_text(encoding="utf-8")
    assert f'action="{ORIGIN}/ky/rights/search/"' in search
    check = (written / "ky" / "offers" / "index.html").read_text(encoding="utf-8")
    assert f'action="{ORIGIN}/ky/offers/"' in check


def test_who_asks_for_help_is_led_to_the_platform_itself(told, tmp_path, helpline):
    export(tmp_path, origin=ORIGIN)
    ask = (tmp_path / "ky" / "ask" / "index.html").read_text(encoding="utf-8")
    assert f'href="{ORIGIN}/ky/ask/write/"' in ask


@pytest.mark.parametrize(
    ("path", "typed"),
    [("/en/rights/search/", {"words": "passport"}), ("/en/offers/", {})],
)
def test_a_form_of_a_copy_is_answered_by_the_platform(told, path, typed):
    away = Client(headers={"sec-fetch-site": "cross-site", "origin": "null"})
    answer = away.post(path, typed)
    assert answer.status_code == 200
    assert not answer.cookies


def test_nothing_of_members_or_of_one_person_is_written(written):
    names = set(_hashes(written))
    assert not [n for n in names if "account" in n or n.startswith(("my/", "cases", "home"))]
    assert not [n for n in names if "ask/write" in n or "ask/read" in n]


def test_files_that_no_longer_belong_go_and_others_stay(written, tmp_path, rights_change):
    export(tmp_path, origin=ORIGIN)
    lines = (tmp_path / LIST).read_text(encoding="utf-8")
    (tmp_path / "ky" / "old.html").write_text("old", encoding="utf-8")
    (tmp_path / LIST).write_text(lines + "0  ky/old.html\n", encoding="utf-8")
    rights_change()
    done = export(tmp_path, origin=ORIGIN)
    assert not (tmp_path / "ky" / "old.html").exists()
    assert done.changed > 0
    assert (tmp_path / "ky" / "rights" / "russia" / "i" / "ru-more" / "index.html").exists()


def test_a_folder_with_other_files_is_left_alone(told, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DomainError, match="holds other files"):
        export(tmp_path, origin=ORIGIN)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_page_that_cannot_be_drawn_stops_it_before_anything_is_written(
    told, tmp_path, monkeypatch
):
    monkeypatch.setattr("korgoo.public.pages.all_paths", lambda: ["/ky/", "/ky/nothing-here/"])
    with pytest.raises(DomainError, match=r"nothing-here.+404"):
        export(tmp_path / "out", origin=ORIGIN)
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_it_wrote(told, tmp_path, settings):
    settings.PUBLIC_ADDRESS = "http://testserver"
    folder = tmp_path / "site"
    done = CliRunner().invoke(main, ["public", "export", str(folder), "--json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert said["files"] == said["changed"] == len(_hashes(folder)) - 1
    assert Path(folder / "sw.js").is_file()


def test_the_command_fails_in_one_line(told, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(main, ["public", "export", str(tmp_path)])
    assert done.exit_code == 1
    assert "holds other files" in done.output
