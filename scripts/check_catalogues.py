"""Check the translation catalogues. Prints each fault as `file:line: rule: message`, exits 1.

Rules: every message is translated in every language and none is a guess; placeholders are named
and the same on both sides; edges (blanks, line ends) agree; the number of plural forms is the
language's; no word mixes Latin and Cyrillic letters; agreed terms are used (locale/glossary.csv).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from korgoo.cli.glossary import Term, terms
from scripts.messages import LANGUAGES, ROOT, Language, catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
POSITIONAL = re.compile(r"(?<!%)%[sd]|\{\}")
MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Ѐ-ӿ])\w+\b")
TAG = re.compile(r"</?\w+")

Fault = tuple[str, str]
"""A rule's name and what is wrong."""


def faults_of_entry(
    entry: polib.POEntry, language: Language, agreed: list[Term]
) -> Iterator[Fault]:
    """List what is wrong with one message in one language."""
    if entry.obsolete:
        yield "obsolete", "no longer used; run `make messages`"
        return
    texts = _texts(entry)
    if entry.fuzzy or not all(texts):
        yield "untranslated", "not translated"
        return
    yield from _placeholders(entry, language)
    if entry.msgid_plural and len(texts) != language.forms:
        yield "plural", f"{len(texts)} forms, {language.code} has {language.forms}"
    for text in texts:
        yield from _spelling(entry.msgid, text)
        yield from _terms(entry.msgid, text, language.code, agreed)


def _texts(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)] or [entry.msgstr]


def _placeholders(entry: polib.POEntry, language: Language) -> Iterator[Fault]:
    if POSITIONAL.search(entry.msgid) or POSITIONAL.search(entry.msgid_plural):
        yield "placeholder", "has no name"
    one, many = (
        set(PLACEHOLDER.findall(t)) for t in (entry.msgid, entry.msgid_plural or entry.msgid)
    )
    for form, text in enumerate(_texts(entry)):
        found = set(PLACEHOLDER.findall(text))
        # Russian's first form also counts 21 and 31: it must say the number. Kyrgyz's is one only.
        may_be_one = form == 0 and language.code == "ky" and found == one
        if found != many and not may_be_one:
            yield "placeholder", f"{sorted(found)}, the source has {sorted(many)}"


def _spelling(source: str, text: str) -> Iterator[Fault]:
    if source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace():
        yield "edges", "blanks at the beginning or end differ"
    if sorted(TAG.findall(source)) != sorted(TAG.findall(text)):
        yield "markup", "tags differ"
    for word in MIXED.findall(PLACEHOLDER.sub("", text)):
        yield "letters", f"{word!r} mixes Latin and Cyrillic letters"


def _terms(source: str, text: str, language: str, agreed: list[Term]) -> Iterator[Fault]:
    # What stands for a placeholder brings its own words.
    said = PLACEHOLDER.sub("", source)
    for term in agreed:
        stem = term.stem(language)
        if stem and _names(said, term.en) and not _uses(text, stem):
            yield "term", f"{term.en!r} must be {getattr(term, language)!r}"


def _names(source: str, term: str) -> bool:
    return bool(re.search(rf"\b{re.escape(term)}(?:s|es)?\b", source, re.IGNORECASE))


def _uses(text: str, stem: str) -> bool:
    """Tell whether a text holds a stem: `a b` words that begin so, in order; `a|b` either."""
    return any(_holds(text, words.split()) for words in stem.split("|"))


def _holds(text: str, beginnings: list[str]) -> bool:
    pattern = r".*?".join(rf"\b{re.escape(beginning)}\w*" for beginning in beginnings)
    return bool(re.search(pattern, text, re.IGNORECASE | re.DOTALL))


def faults_of_file(file: Path, language: Language, agreed: list[Term], root: Path) -> list[str]:
    """List a catalogue's faults in the order of its lines. A missing catalogue is one fault."""
    name = file.relative_to(root).as_posix()
    if not file.exists():
        return [f"{name}:1: missing: run `make messages`"]
    entries = polib.pofile(str(file))
    found = [] if len(entries) else [f"{name}:1: empty: no message at all; run `make messages`"]
    if f"nplurals={language.forms};" not in entries.metadata.get("Plural-Forms", ""):
        found.append(f"{name}:1: plural: the head must say nplurals={language.forms}")
    return found + [
        f"{name}:{entry.linenum}: {rule}: {what}: {entry.msgid!r}"
        for entry in entries
        for rule, what in faults_of_entry(entry, language, agreed)
    ]


def main() -> int:
    """Check Kyrgyz and Russian; English is the source."""
    agreed = terms(ROOT / "locale" / "glossary.csv")
    found = [
        fault
        for language in LANGUAGES
        for fault in faults_of_file(catalogue(language), language, agreed, ROOT)
    ]
    for fault in found:
        print(fault)
    print(f"catalogues: {len(found)} faults", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
