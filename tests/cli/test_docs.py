"""Pages drawn from code and data."""

import re

import pytest

from korgoo.access.enums import Permission
from korgoo.casework.enums import PROTECTION_MOVES, Protection
from korgoo.cli import access_page, docs, glossary, modules, states
from korgoo.referral.enums import MOVES, ReferralState


@pytest.mark.parametrize("page", docs.PAGES, ids=lambda page: page.path)
def test_every_page_has_a_title_says_where_it_comes_from_and_ends_in_one_newline(page):
    text = page.text()
    assert text.startswith("# ")
    assert "Generated from" in text
    assert re.search(r"[^\n]\n$", text)


def test_a_page_that_lags_behind_is_noticed_and_then_written(tmp_path):
    page = docs.PAGES[0]
    assert not docs.is_current(page, tmp_path)
    docs.write(page, tmp_path)
    assert docs.is_current(page, tmp_path)
    (tmp_path / page.path).write_text("an old page\n")
    assert not docs.is_current(page, tmp_path)


def test_checking_changes_nothing_and_names_the_page(korgoo, tmp_path, monkeypatch):
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    result = korgoo("docs", "--check")
    assert result.exit_code == 1
    assert docs.PAGES[0].path in result.stderr
    assert list(tmp_path.iterdir()) == []
    assert korgoo("docs").exit_code == 0
    assert korgoo("docs", "--check").exit_code == 0


def test_the_access_page_names_every_permission():
    text = access_page.page()
    assert [p for p in Permission if f"`{p}`" not in text] == []


def test_the_glossary_marks_what_no_source_confirms():
    rows = {term.en: term for term in glossary.terms()}
    assert rows["presumed victim"].standing == "unverified"
    assert "| unverified |" in glossary.page()


def test_every_term_has_a_name_in_three_languages_and_a_meaning():
    bare = [t for t in glossary.terms() if not all((t.en, t.ky, t.ru, t.standing, t.meaning))]
    assert bare == []


def test_the_map_names_this_package_and_its_modules():
    text = modules.page()
    assert "## korgoo.cli" in text
    assert "- `docs.py`: Pages of the documentation" in text


DRAWN = [
    (states.protection, PROTECTION_MOVES, Protection),
    (states.referral, MOVES, ReferralState),
]


@pytest.mark.parametrize(("page", "moves", "kind"), DRAWN, ids=["protection", "referral"])
def test_a_diagram_shows_every_state_and_every_move_and_no_other(page, moves, kind):
    arrows = set(re.findall(r"^    (\w+) --> (\w+)$", page(), re.MULTILINE))
    assert arrows == {(str(a.value), str(b.value)) for a, found in moves.items() for b in found}
    assert set(moves) == set(kind)
