"""The guideline as a whole, and lists of signs with their groups and elements."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Mandate
from korgoo.countrypack.schema.catalogues import CatalogueHead, Dimension, Element
from korgoo.countrypack.schema.guideline import GuidelineHead
from korgoo.workshop import files as parts
from korgoo.workshop.files import Data
from korgoo.workshop.forms.fields import (
    LONGEST_LINE,
    Block,
    CodesField,
    OpenChoiceField,
    TextGroup,
)
from korgoo.workshop.forms.records import KEY_HINT, RecordForm
from korgoo.workshop.wording.names import Names
from korgoo.workshop.wording.values import RULES

TITLE = TextGroup("title", pgettext_lazy("field of a form", "Name"))
NO_ARTICLES = _("Articles of the lawbook it rests on")
ARTICLES_LOOK = _("For example law-55-2005#21-4; one on each line.")


class HeadForm(RecordForm):
    """The guideline as a whole."""

    schema = GuidelineHead
    groups = (TITLE,)
    has_origin = True

    approving_mandates = forms.MultipleChoiceField(
        label=_("Who must approve a change: two persons of organisations that may"),
        choices=Mandate.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    rests_on = CodesField(label=NO_ARTICLES, help_text=ARTICLES_LOOK, required=False)

    def values(self) -> Data:
        """Read the values of the head."""
        typed = self.cleaned_data
        own = {name: typed.get(name) for name in ("approving_mandates", "rests_on")}
        return super().values() | own

    def laid(self) -> Data:
        """Show who must approve where nothing is said: the body that co-ordinates."""
        return {"approving_mandates": ["coordinate"]} | super().laid()


class CatalogueForm(RecordForm):
    """How a list of signs is called and read, and for whom."""

    schema = CatalogueHead
    groups = (TITLE,)
    has_origin = True

    version = forms.CharField(
        label=pgettext_lazy("of a list of signs", "Version"), max_length=LONGEST_LINE
    )
    rule = forms.ChoiceField(
        label=_("How is the list read?"), choices=list(RULES.items()), widget=forms.RadioSelect
    )
    vulnerability_as_means = forms.BooleanField(
        label=_("Abuse of vulnerability alone stands for the means (weighted lists only)"),
        required=False,
    )
    profiles = CodesField(
        label=_("Keys of those for whom it is read"),
        help_text=_("One for adults and one for children, or one for everybody."),
    )
    child_profiles = CodesField(
        label=_("Which of these keys are those of children?"), required=False
    )
    second_to = OpenChoiceField(
        label=_("Is it read from the answers to another list, and never asked by itself?")
    )

    def add_fields(self) -> None:
        """Add the answers yes and no, and offer the other lists."""
        super().add_fields()
        for key, group in self._answers().items():
            fields = group.fields(self.languages)
            self.fields.update(
                {f"answers_{key}_{c}": fields[f"{key}_{c}"] for c in self.languages}
            )
        names = Names(self.around, self.around)
        others = [key for key in parts.catalogue_keys(self.around) if key != self.within]
        no = ("", pgettext_lazy("read from another list", "No"))
        choices = [no, *((key, names.catalogue(key)) for key in others)]
        self.fields["second_to"].choices = choices  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the values of the list's head."""
        typed = self.cleaned_data
        plain = ("version", "rule", "profiles", "child_profiles", "second_to")
        own: Data = {name: typed.get(name) for name in plain}
        own["vulnerability_as_means"] = typed.get("vulnerability_as_means") or None
        own["answers"] = {
            key: {c: said for c in self.languages if (said := typed.get(f"answers_{key}_{c}"))}
            for key in self._answers()
        }
        return super().values() | own

    def laid(self) -> Data:
        """Show the rule that holds where none is written, and the two answers."""
        answers = self.record.get("answers") or {}
        words = {
            f"answers_{key}_{code}": (answers.get(key) or {}).get(code, "")
            for key in self._answers()
            for code in self.languages
        }
        return {"rule": "weighted"} | super().laid() | words

    def blocks(self) -> list[Block]:
        """Put the answers, in every language, behind the other values."""
        found = [
            b for b in super().blocks() if not b.names or not b.names[0].startswith("answers_")
        ]
        origin = len(self.origin_blocks())
        answers = [self._moved(self.texts(group), key) for key, group in self._answers().items()]
        return [*found[:-origin], *answers, *found[-origin:]]

    def _moved(self, block: Block, key: str) -> Block:
        names = tuple(f"answers_{key}_{code}" for code in self.languages)
        return Block("texts", names, block.legend, block.hint, block.labels, block.look)

    def _answers(self) -> dict[str, TextGroup]:
        return {
            "yes": TextGroup("yes", _("The answer “yes” to a question about a sign")),
            "no": TextGroup("no", _("The answer “no” to a question about a sign")),
        }


class DimensionForm(RecordForm):
    """A group of signs. Its key is settled once: codes of signs begin with it."""

    schema = Dimension
    groups = (TITLE,)
    key_hint = _("A capital letter and a number, for example D1.")


class ElementForm(RecordForm):
    """One thing that must be shown, in a list that is read by elements."""

    schema = Element
    groups = (TITLE,)
    key_hint = KEY_HINT

    dimensions = forms.MultipleChoiceField(
        label=_("Signs of which groups show it?"), widget=forms.CheckboxSelectMultiple
    )
    at_least = forms.IntegerField(
        label=_("How many of them must be present?"), min_value=1, max_value=9, initial=1
    )
    not_for_children = forms.BooleanField(
        label=_("It is not needed when the person is, or may be, a child"), required=False
    )
    core = forms.BooleanField(label=_("By itself it gives “some indications”"), required=False)

    def add_fields(self) -> None:
        """Offer the groups of the list."""
        super().add_fields()
        names = Names(self.around, self.around)
        keys = [row["key"] for row in names.head(self.within).get("dimensions") or ()]
        keys += [key for key in self.record.get("dimensions") or () if key not in keys]
        choices = [(key, f"{key} {names.dimension(self.within, key)}") for key in keys]
        self.fields["dimensions"].choices = choices  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the values of the element."""
        typed = self.cleaned_data
        own: Data = {
            "dimensions": typed.get("dimensions"),
            "at_least": typed.get("at_least"),
            "not_for_children": typed.get("not_for_children") or None,
            "core": typed.get("core") or None,
        }
        return super().values() | own

    def laid(self) -> Data:
        """Show that one sign is enough where nothing is said."""
        return {"at_least": 1} | super().laid()
