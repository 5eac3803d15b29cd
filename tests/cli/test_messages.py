"""Compiling catalogues, and counting in Kyrgyz and Russian through Django."""

import os

import pytest
from django.utils import translation
from django.utils.translation import ngettext, trans_real

from korgoo.cli.messages import compile_catalogues
from scripts.messages import HEAD, LANGUAGES

ENTRY = """\
msgid "%(n)s case waits"
msgid_plural "%(n)s cases wait"
"""
FORMS = {"ky": ["бир", "көп"], "ru": ["один", "два", "пять"]}


@pytest.fixture
def locale(tmp_path):
    for language in LANGUAGES:
        folder = tmp_path / language.code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        forms = "".join(f'msgstr[{n}] "{t}"\n' for n, t in enumerate(FORMS[language.code]))
        head = HEAD.format(code=language.code, forms=language.forms, rule=language.rule)
        (folder / "django.po").write_text(head + ENTRY + forms, encoding="utf-8")
    return tmp_path


def test_only_what_changed_is_compiled_again(locale):
    assert len(compile_catalogues(locale)) == 2
    assert compile_catalogues(locale) == []
    russian = locale / "ru" / "LC_MESSAGES" / "django.po"
    later = russian.with_suffix(".mo").stat().st_mtime + 5
    os.utime(russian, (later, later))
    assert [path.parts[-3] for path in compile_catalogues(locale)] == ["ru"]


@pytest.fixture
def translated(locale, settings, monkeypatch):
    compile_catalogues(locale)
    settings.LOCALE_PATHS = [locale]
    monkeypatch.setattr(trans_real, "_translations", {})


COUNTED = [
    *(("ky", n, "бир" if n == 1 else "көп") for n in (0, 1, 2, 11, 21)),
    *(("ru", n, "один") for n in (1, 21, 101)),
    *(("ru", n, "два") for n in (2, 4, 22)),
    *(("ru", n, "пять") for n in (0, 5, 11, 12, 14, 25)),
]


@pytest.mark.parametrize(("language", "number", "form"), COUNTED)
def test_each_language_counts_by_its_own_rule_beside_django_s(translated, language, number, form):
    with translation.override(language):
        assert ngettext("%(n)s case waits", "%(n)s cases wait", number) == form


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_django_s_own_texts_keep_counting(translated, language):
    with translation.override(language):
        said = ngettext("%(num)d day", "%(num)d days", 5)
    assert "%(num)d" in said
