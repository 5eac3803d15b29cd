"""What the things of a guideline are called, in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, pgettext

from korgoo.countrypack import api as packs
from korgoo.workshop import files as parts
from korgoo.workshop.files import Data, Files


def language() -> str:
    """Give the language of the page."""
    return (get_language() or packs.current().default_language).partition("-")[0]


def in_language(text: Mapping[str, str] | None) -> str:
    """Say a text in the language of the page, or in the first in which it is there."""
    words = dict(text or {})
    return str(words.get(language()) or next(iter(words.values()), ""))


def language_name(code: str) -> str:
    """Name a language of the pack by its own name."""
    details = packs.current().language_details
    return details[code].own_name if code in details else code


def capital(words: str) -> str:
    """Begin words with a capital letter, as what stands alone does."""
    return words[:1].upper() + words[1:]


def quoted(words: str) -> str:
    """Put a name into the quotation marks of the language of the page."""
    return pgettext("a name in quotation marks", "“%(name)s”") % {"name": words}


@dataclass(frozen=True, slots=True)
class Names:
    """Finds names in two guidelines, the newer one first."""

    before: Files
    after: Files

    def catalogue(self, key: str) -> str:
        """Name a list of signs."""
        return self._title(parts.catalogue_file(key), key)

    def view(self, key: str) -> str:
        """Name a set of questions."""
        return self._title(parts.view_file(key), key)

    def sign(self, code: str, catalogue: str = "") -> str:
        """Name a sign by its title; by its code when no list has it."""
        for files in (self.after, self.before):
            for key in [catalogue] if catalogue else parts.catalogue_keys(files):
                if (row := parts.indicator(files, key, code)) is not None:
                    return in_language(row["title"])
        return code

    def question(self, view: str, key: str) -> str:
        """Say the words of a question; the short form takes those of its sign."""
        row = self.find_question(view, key)
        if row is None:
            return key
        return in_language(row.get("text")) or self._asked(str(row.get("indicator") or key))

    def option(self, view: str, question: str, key: str) -> str:
        """Name an answer by its words; yes and no of the short form by those of the list."""
        row = self.find_question(view, question) or {}
        for option in row.get("options") or ():
            if option["key"] == key:
                return in_language(option["text"])
        return {"yes": pgettext("answer", "Yes"), "no": pgettext("answer", "No")}.get(key, key)

    def page(self, view: str, number: str) -> str:
        """Name a page by the title that it had, or has, at this number."""
        for files in (self.before, self.after):
            pages = (files.get(parts.view_file(view)) or {}).get("pages") or ()
            if number.isdecimal() and 0 < int(number) <= len(pages):
                return in_language(pages[int(number) - 1]["title"])
        return number

    def dimension(self, catalogue: str, key: str) -> str:
        """Name a group of signs."""
        return self._inside(catalogue, "dimensions", key)

    def profile(self, catalogue: str, key: str) -> str:
        """Say for whom a profile is: adults or children; by its key where there are several."""
        head = self.head(catalogue)
        children = set(head.get("child_profiles") or ())
        alike = [p for p in head.get("profiles") or () if (p in children) == (key in children)]
        if len(alike) > 1 or not children:
            return key
        return (
            pgettext("profile", "children") if key in children else pgettext("profile", "adults")
        )

    def head(self, catalogue: str) -> Data:
        """Give the head of a list of signs; empty when there is none."""
        name = parts.catalogue_file(catalogue)
        return dict(self.after.get(name) or self.before.get(name) or {})

    def find_question(self, view: str, key: str) -> Data | None:
        """Find a question by its key."""
        for files in (self.after, self.before):
            for row in parts.questions(files.get(parts.view_file(view)) or {}):
                if parts.question_key(row) == key:
                    return row
        return None

    def _asked(self, code: str) -> str:
        """Say the words by which a sign is asked about; its code when no list has it."""
        for files in (self.after, self.before):
            for key in parts.catalogue_keys(files):
                if (row := parts.indicator(files, key, code)) is not None:
                    return in_language(row["question"])
        return code

    def _title(self, name: str, key: str) -> str:
        data: Any = self.after.get(name) or self.before.get(name) or {}
        return in_language(data.get("title")) or key

    def _inside(self, catalogue: str, row: str, key: str) -> str:
        for record in self.head(catalogue).get(row) or ():
            if record["key"] == key:
                return in_language(record["title"])
        return key
