"""Gathering texts: what is found, what is kept, what is dropped."""

import polib
import pytest

from scripts.messages import LANGUAGES, gather, update

KYRGYZ, RUSSIAN = LANGUAGES

PYTHON = """\
from django.utils.translation import gettext as _, ngettext, pgettext_lazy

def names(n):
    # Translators: a heading
    return _("Open cases"), ngettext("%(n)s case", "%(n)s cases", n), pgettext_lazy("verb", "Open")
"""
TEMPLATE = """\
{% do things.append(1) %}
<p>{{ _("Late by %(days)s days", days=n) }}</p>
{{ ngettext("%(num)s day", "%(num)s days", n) }}
"""


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "src" / "korgoo"
    (folder / "web" / "jinja2").mkdir(parents=True)
    (folder / "names.py").write_text(PYTHON, encoding="utf-8")
    (folder / "web" / "jinja2" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return folder


def _entries(text):
    return {(e.msgctxt, e.msgid): e for e in polib.pofile(text)}


def test_texts_of_code_and_of_templates_are_found(sources, tmp_path):
    found = _entries(update(KYRGYZ, gather(sources), tmp_path / "none.po"))
    assert set(found) == {
        (None, "Open cases"),
        (None, "%(n)s case"),
        ("verb", "Open"),
        (None, "Late by %(days)s days"),
        (None, "%(num)s day"),
    }
    assert found[None, "Open cases"].comment == "a heading"


def test_references_name_files_without_lines(sources, tmp_path):
    found = _entries(update(KYRGYZ, gather(sources), tmp_path / "none.po"))
    assert found[None, "Open cases"].occurrences == [("src/korgoo/names.py", "")]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_has_its_own_number_of_forms(sources, tmp_path, language):
    text = update(language, gather(sources), tmp_path / "none.po")
    assert f"nplurals={language.forms};" in text
    assert len(_entries(text)[None, "%(n)s case"].msgstr_plural) == language.forms


@pytest.fixture
def catalogue(sources, tmp_path):
    file = tmp_path / "django.po"
    file.write_text(update(RUSSIAN, gather(sources), file), encoding="utf-8")
    return file


def _translate(file, **texts):
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid.replace(" ", "_"), entry.msgstr)
    catalogue.save(str(file))


def test_gathering_twice_changes_nothing(sources, catalogue):
    assert update(RUSSIAN, gather(sources), catalogue) == catalogue.read_text(encoding="utf-8")


def test_a_translation_is_kept(sources, catalogue):
    _translate(catalogue, Open_cases="Открытые случаи")
    found = _entries(update(RUSSIAN, gather(sources), catalogue))
    assert found[None, "Open cases"].msgstr == "Открытые случаи"


def test_a_changed_text_is_not_guessed_and_the_old_one_is_dropped(sources, catalogue):
    _translate(catalogue, Open_cases="Открытые случаи")
    names = sources / "names.py"
    names.write_text(names.read_text().replace("Open cases", "Open case"), encoding="utf-8")
    text = update(RUSSIAN, gather(sources), catalogue)
    found = _entries(text)
    assert found[None, "Open case"].msgstr == ""
    assert "Open cases" not in text
    assert "fuzzy" not in text


def test_a_template_that_cannot_be_read_stops_the_work(sources):
    (sources / "web" / "jinja2" / "page.html").write_text("<p>\n{% if %}", encoding="utf-8")
    with pytest.raises(SyntaxError, match=r"page\.html:2"):
        gather(sources)


def test_the_platform_s_own_sources_hold_texts():
    assert len(gather()) > 20
