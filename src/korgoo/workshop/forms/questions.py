"""A question and its answers: about one sign, or in words of its own."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.access.enums import Facet
from korgoo.countrypack.schema.views import Option, QuestionData
from korgoo.workshop import files as parts
from korgoo.workshop.files import Data
from korgoo.workshop.forms import choices
from korgoo.workshop.forms.fields import Block, OpenChoiceField, TextGroup, single
from korgoo.workshop.forms.records import KEY_HINT, RecordForm
from korgoo.workshop.wording.names import Names
from korgoo.workshop.wording.values import AGES, QUESTION_KINDS, VALUES

TEXT = TextGroup("text", gettext_lazy("Words of the question"), rows=3)
HINT = TextGroup("hint", pgettext_lazy("field of a form", "Hint"), is_needed=False, rows=2)
MORE_SIGNS = 3


class SignQuestionForm(RecordForm):
    """A question about one sign: words and answers come from its list."""

    schema = QuestionData
    groups = (HINT,)

    indicator = forms.ChoiceField(label=gettext_lazy("About which sign does it ask?"))

    def add_fields(self) -> None:
        """Offer the signs that the set does not ask about yet, and the question's own."""
        super().add_fields()
        view = self.around[parts.view_file(self.within)]
        own = self.record.get("indicator")
        asked = parts.codes_asked(view) - {own}
        signs = choices.signs(self.around, choices.lists_of(view))
        offered = [pair for pair in signs if pair[0] not in asked]
        if own and own not in dict(offered):
            offered.append((own, own))
        self.fields["indicator"].choices = choices.with_nothing(offered)  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the question."""
        return super().values() | {"indicator": self.cleaned_data.get("indicator")}

    def blocks(self) -> list[Block]:
        """Ask for the sign first."""
        return [single("indicator"), *(b for b in super().blocks() if b.names != ("indicator",))]


class OwnQuestionForm(RecordForm):
    """A question in words of its own; its answers have pages of their own."""

    schema = QuestionData
    groups = (TEXT, HINT)
    key_hint = KEY_HINT

    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of question is it?"),
        choices=list(QUESTION_KINDS.items()),
        widget=forms.RadioSelect,
        initial="indicator",
    )
    facet = OpenChoiceField(
        label=gettext_lazy("If it is answered in words: in which part are they sealed?"),
        choices=[("", pgettext_lazy("sealed part", "None")), *Facet.choices],
    )

    def values(self) -> Data:
        """Read the question."""
        typed = self.cleaned_data
        return super().values() | {"kind": typed.get("kind"), "facet": typed.get("facet")}

    def laid(self) -> Data:
        """Show the kind that holds where none is written."""
        return {"kind": "indicator"} | super().laid()


class OptionForm(RecordForm):
    """One answer: its words, what it says of signs or of age, and what to do at once."""

    schema = Option
    key_hint = KEY_HINT
    groups = (
        TextGroup("text", gettext_lazy("Words of the answer")),
        TextGroup(
            "now",
            gettext_lazy("What to do at once when this is the answer"),
            is_needed=False,
            rows=3,
        ),
    )

    def add_fields(self) -> None:
        """Ask what the answer says: of age, or of each sign it speaks of and of three more."""
        super().add_fields()
        self.view_key, _slash, question = self.within.partition("/")
        row = Names(self.around, self.around).find_question(self.view_key, question) or {}
        kind = row.get("kind") or "indicator"
        if kind == "age" or self.record.get("age"):
            nothing = ("", pgettext_lazy("what an answer says of age", "Nothing"))
            self.fields["age"] = OpenChoiceField(
                label=_("What does it say of age?"), choices=[nothing, *AGES.items()]
            )
        if kind == "indicator" or self.record.get("sets"):
            self._add_pairs(self.record.get("sets") or {})

    def _add_pairs(self, sets: Data) -> None:
        view = self.around[parts.view_file(self.view_key)]
        offered = choices.signs(self.around, choices.lists_of(view))
        offered += [(code, code) for code in sets if code not in dict(offered)]
        nothing = ("", pgettext_lazy("what an answer says of a sign", "Nothing"))
        for number in range(len(sets) + MORE_SIGNS):
            self.fields[f"sign_{number}"] = OpenChoiceField(
                label=_("Sign %(number)s") % {"number": number + 1},
                choices=choices.with_nothing(offered),
            )
            self.fields[f"says_{number}"] = OpenChoiceField(
                label=_("What it says of sign %(number)s") % {"number": number + 1},
                choices=[nothing, *VALUES.items()],
            )

    def clean(self) -> Data:
        """Refuse half of a pair: a sign without what is said of it, or the other way round."""
        typed = super().clean()
        for sign, says in self._pairs():
            if bool(typed.get(sign)) != bool(typed.get(says)):
                empty = says if typed.get(sign) else sign
                self.add_error(empty, _("Choose both, the sign and what the answer says of it."))
        return typed

    def values(self) -> Data:
        """Read the answer; pairs left empty say nothing."""
        typed = self.cleaned_data
        pairs = ((typed.get(sign), typed.get(says)) for sign, says in self._pairs())
        own = {"sets": {code: value for code, value in pairs if code and value}}
        return super().values() | own | {"age": typed.get("age")}

    def laid(self) -> Data:
        """Lay each sign into its pair of fields."""
        found = super().laid()
        for number, (code, value) in enumerate((self.record.get("sets") or {}).items()):
            found |= {f"sign_{number}": code, f"says_{number}": value}
        return found

    def blocks(self) -> list[Block]:
        """Let each sign stand beside what is said of it."""
        paired = {name for pair in self._pairs() for name in pair}
        found = [b for b in super().blocks() if not set(b.names) & paired]
        return [*found, *(Block("pair", pair) for pair in self._pairs())]

    def _pairs(self) -> list[tuple[str, str]]:
        numbers = [n.removeprefix("sign_") for n in self.fields if n.startswith("sign_")]
        return [(f"sign_{number}", f"says_{number}") for number in numbers]
