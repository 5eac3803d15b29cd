"""A form over one record of a guideline: what it holds, what was typed, what the schema says."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.countrypack.schema.base import Data as Schema
from korgoo.workshop import shapes
from korgoo.workshop.files import Data, Files
from korgoo.workshop.forms.fields import Block, CodesField, TextGroup, single
from korgoo.workshop.forms.origin import origin_fields, origin_of
from korgoo.workshop.wording import shape_words
from korgoo.workshop.wording.names import language_name

LONGEST_KEY = 60
KEY_HINT = _("A short name that stays for ever: small letters of English, digits, “-” and “_”.")


class RecordForm(forms.Form):
    """Edits some values of a record and keeps the others.

    A class says its ``schema``, its ``groups`` of texts, further fields as usual, and what of them
    goes where (``values``, ``laid``). Whatever the schema refuses becomes an error of the field;
    what does not fit the rest of the guideline does not: a draft may be faulty in between.
    """

    schema: ClassVar[type[Schema]]
    groups: ClassVar[tuple[TextGroup, ...]] = ()
    # The record comes with its origin, and the form asks for it.
    has_origin: ClassVar[bool] = False
    # What a key looks like; None where things have none.
    key_hint: ClassVar[Any] = None

    def __init__(
        self,
        data: Any = None,
        *,
        languages: Sequence[str],
        record: Data | None = None,
        files: Files | None = None,
        within: str = "",
    ) -> None:
        """Show a record, or what was typed.

        Args:
            data: what was typed; None to show the record.
            languages: codes of the languages of the pack.
            record: what is there; for a new one, what is settled already.
            files: the guideline around it.
            within: key of the list or of the set of questions in which it stands; of an answer
                also that of its question, after a slash.
        """
        self.languages = tuple(languages)
        self.record = dict(record or {})
        self.around = files or {}
        self.within = within
        super().__init__(data)
        self.add_fields()
        self.initial = self._laid()

    def add_fields(self) -> None:
        """Add the key of something new, the texts, and what a class makes from the guideline."""
        if self.key_hint and not self.record.get("key"):
            self.fields["key"] = forms.CharField(
                label=pgettext_lazy("of a part of a guideline", "Key"),
                help_text=self.key_hint,
                max_length=LONGEST_KEY,
            )
        for group in self.text_groups():
            self.fields.update(group.fields(self.languages))
        if self.has_origin:
            self.fields.update(origin_fields())

    def values(self) -> Data:
        """Read the record's values from what was typed; an empty one takes the value away."""
        typed = self.cleaned_data
        found: Data = {g.name: g.value(typed, self.languages) for g in self.text_groups()}
        if self.has_origin:
            found["provenance"] = origin_of(typed)
        if "key" in self.fields:
            found["key"] = typed.get("key")
        return found

    def laid(self) -> Data:
        """Lay the record's values into the fields that are no texts; the others by their name."""
        return {name: self.record.get(name) for name in self.fields if name in self.record}

    def clean(self) -> Data:
        """Ask the schema, and put what it refuses beside the field that was typed."""
        typed: Data = super().clean() or self.cleaned_data
        for group in self.text_groups():
            if group.is_needed and not group.value(typed, self.languages):
                self.add_error(
                    f"{group.name}_{self.languages[0]}", _("Write it in one language at least.")
                )
        for place, rule, message in self.shape_errors():
            name = self.field_of(place)
            if name is None or name not in self.errors:
                self.add_error(name, shape_words(rule, message))
        return typed

    def shape_errors(self) -> list[tuple[tuple[str | int, ...], str, str]]:
        """Ask the schema about the record as it would be."""
        whole = {**self.record, **self.values()}
        held = {name: value for name, value in whole.items() if value not in (None, "", [], {})}
        return shapes.errors(self.schema, held)

    def text_groups(self) -> tuple[TextGroup, ...]:
        """Say which texts are asked for in every language."""
        return self.groups

    def field_of(self, place: tuple[str | int, ...]) -> str | None:
        """Find the field in which a value of the record is typed."""
        for length in range(len(place), 0, -1):
            name = "_".join(str(step) for step in place[:length])
            for found in (name, f"{name}_{self.languages[0]}"):
                if found in self.fields:
                    return found
        return None

    def blocks(self) -> list[Block]:
        """Say in which order the fields stand: texts first, the origin last."""
        own = [self._single(name) for name in self.fields if not self._is_drawn_elsewhere(name)]
        key = [single("key")] if "key" in self.fields else []
        return [*key, *map(self.texts, self.text_groups()), *own, *self.origin_blocks()]

    def texts(self, group: TextGroup) -> Block:
        """Let the languages of a text stand side by side."""
        return Block(
            "texts",
            tuple(f"{group.name}_{code}" for code in self.languages),
            str(group.label),
            str(group.hint),
            tuple(language_name(code) for code in self.languages),
            {"rows": group.rows} if group.rows > 1 else {},
        )

    def origin_blocks(self) -> list[Block]:
        """Ask for the origin of the record, below everything else."""
        if not self.has_origin:
            return []
        names = list(origin_fields())
        return [Block("heading", legend=str(_("Where it comes from"))), *map(single, names)]

    def _single(self, name: str) -> Block:
        is_short = isinstance(self.fields[name], CodesField)
        return single(name, rows=2) if is_short else single(name)

    def _is_drawn_elsewhere(self, name: str) -> bool:
        is_text = any(
            name.startswith(f"{group.name}_")
            and name.removeprefix(f"{group.name}_") in self.languages
            for group in self.text_groups()
        )
        return is_text or name == "key" or (self.has_origin and name.startswith("provenance_"))

    def _laid(self) -> Data:
        found: Data = {}
        for group in self.text_groups():
            found |= group.initial(self.record.get(group.name), self.languages)
        if self.has_origin:
            origin = self.record.get("provenance") or {}
            found |= {f"provenance_{name}": value for name, value in origin.items()}
        return found | self.laid()
