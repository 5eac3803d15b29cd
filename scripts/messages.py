"""Gather the texts of the platform into the catalogues: `make messages`.

Reads Python and Jinja2 sources with Babel, brings locale/<language>/LC_MESSAGES/django.po up to
date without guessing (no fuzzy matches), sorted, without what is no longer used.

    scripts/messages.py            gather and update
    scripts/messages.py --check    change nothing; exit 1 if a catalogue is behind its sources
    scripts/messages.py --compile  write the .mo files
"""

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from jinja2 import TemplateSyntaxError

from korgoo.cli.messages import compile_catalogues

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "korgoo"
METHODS = [("**/jinja2/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {
    "**/jinja2/**.html": {
        # As korgoo.web.jinja reads them, or the texts would not be found at run time.
        "extensions": "jinja2.ext.i18n,jinja2.ext.do",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "newstyle_gettext": "true",
        # A template that cannot be parsed must stop the work, not vanish from it.
        "silent": "false",
    }
}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


# Without dates and names of people: they would change every file at every run.
HEAD = """\
msgid ""
msgstr ""
"Project-Id-Version: Korgoo\\n"
"Language: {code}\\n"
"Plural-Forms: nplurals={forms}; plural={rule};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the catalogues and how it counts."""

    code: str
    forms: int
    rule: str


# Kyrgyz: Django's own catalogue says one form, CLDR says two (one; other). Two are taken: "one
# case" and "5 cases" differ as sentences even where the noun stays the same. Django keeps a rule
# per catalogue, so its own texts go on with one. Russian: CLDR's four forms, of which the fourth
# is for fractions; whole numbers have three.
LANGUAGES = (
    Language("ky", 2, "(n != 1)"),
    Language(
        "ru",
        3,
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
    ),
)


def gather(sources: Path = SOURCES) -> Catalog:
    """Read every text out of the sources; references name files without line numbers.

    Raises:
        SyntaxError: A source cannot be parsed; the message names file and line.
    """
    found = Catalog(project="Korgoo", charset="utf-8")
    for name, _line, message, comments, context in _extract(sources):
        place = (sources / name).relative_to(sources.parents[1]).as_posix()
        found.add(message, None, [(place, 1)], auto_comments=comments, context=context)
    return found


def _extract(sources: Path) -> Iterator[tuple[str, int, Any, list[str], str | None]]:
    last = ""

    def note(name: str, _method: str, _options: object) -> None:
        nonlocal last
        last = name

    try:
        yield from extract_from_dir(
            *(sources, METHODS, OPTIONS, KEYWORDS, ("Translators:",)),
            callback=note,
            strip_comment_tags=True,
        )
    except TemplateSyntaxError as error:
        raise SyntaxError(f"{sources / last}:{error.lineno}: {error.message}") from error


def update(language: Language, template: Catalog, file: Path) -> str:
    """Return the text of a language's catalogue, brought up to date with the template."""
    catalog = _read(language, file)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for message in catalog:
        message.locations = sorted({(place, 0) for place, _line in message.locations})
    out = io.BytesIO()
    write_po(
        *(out, catalog, 99),
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return HEAD.format(**asdict(language)) + out.getvalue().decode("utf-8")


def _read(language: Language, file: Path) -> Catalog:
    if not file.exists():
        return Catalog(
            locale=language.code,
            project="Korgoo",
            charset="utf-8",
            fuzzy=False,
            header_comment="#",
        )
    with file.open("rb") as text:
        return read_po(text, locale=language.code, charset="utf-8")


def catalogue(language: Language, root: Path = ROOT) -> Path:
    """Return where a language's catalogue stands."""
    return root / "locale" / language.code / "LC_MESSAGES" / "django.po"


def main() -> int:
    """Update, check or compile; see the top of this file."""
    choice = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    choice.add_argument("--check", action="store_true", help="only tell what is behind")
    choice.add_argument("--compile", action="store_true", help="write the .mo files")
    chosen = choice.parse_args()
    if chosen.compile:
        print(f"messages: {len(compile_catalogues(ROOT / 'locale'))} compiled")
        return 0
    return _update_all(check=chosen.check)


def _update_all(*, check: bool) -> int:
    behind, template = 0, gather()
    for language in LANGUAGES:
        file = catalogue(language)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        after = update(language, template, file)
        if before == after:
            continue
        behind += 1
        print(f"{file.relative_to(ROOT)}: " + ("behind; make messages" if check else "updated"))
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(after, encoding="utf-8")
    return int(check and behind > 0)


if __name__ == "__main__":
    sys.exit(main())
