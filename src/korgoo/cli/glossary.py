"""The glossary: terms agreed for code, pages and law, in three languages."""

import csv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

HEAD = """\
# Glossary

Generated from `locale/glossary.csv` by `korgoo docs`; change it there.

One thing has one name: in code, on pages, in law. **Standing** says how far a name may be trusted: *law* is found in a
text of law, *public source* in another public source, *proposal* is ours, *unverified* awaits a source. Nothing here has
been checked by a native-speaking lawyer yet. Where **held** says yes, `make check` refuses a translation that uses another word.

| English | Кыргызча | Русский | meaning | standing | held |
| --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary. An empty stem means that the word is not checked."""

    en: str
    ky: str
    ru: str
    ky_stem: str
    ru_stem: str
    standing: str
    meaning: str

    def stem(self, language: str) -> str:
        """Return the agreed word's unchanging part in a language (`ky` or `ru`)."""
        return {"ky": self.ky_stem, "ru": self.ru_stem}[language]


def terms(file: Path = ROOT / "locale" / "glossary.csv") -> list[Term]:
    """Read the glossary.

    Raises:
        TypeError: A column is missing, or one too many.
    """
    with file.open(encoding="utf-8", newline="") as rows:
        return [Term(**row) for row in csv.DictReader(rows)]


def page() -> str:
    """Write the glossary as a table, in the alphabet's order of the English terms."""
    ordered = sorted(terms(), key=lambda term: term.en.lower())
    return HEAD + "\n".join(map(_row, ordered))


def _row(term: Term) -> str:
    held = "yes" if term.ky_stem or term.ru_stem else ""
    cells = (term.en, term.ky, term.ru, term.meaning, term.standing, held)
    return f"| {' | '.join(cells)} |"
