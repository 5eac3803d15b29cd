"""A sign of a list: its words, its weight, where it comes from."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.countrypack.schema.catalogues import IndicatorData
from korgoo.workshop.files import Data
from korgoo.workshop.forms.choices import NOT_USED
from korgoo.workshop.forms.fields import (
    Block,
    CodesField,
    OpenChoiceField,
    TextGroup,
    heading,
    single,
)
from korgoo.workshop.forms.heads import ARTICLES_LOOK, NO_ARTICLES
from korgoo.workshop.forms.records import RecordForm
from korgoo.workshop.wording.names import Names
from korgoo.workshop.wording.values import EVIDENCE, WEIGHTS

WEIGHT = "weights_"


class IndicatorForm(RecordForm):
    """One sign. Its code and its group are settled: answers of the past name them."""

    schema = IndicatorData
    groups = (
        TextGroup("title", pgettext_lazy("field of a form", "Name")),
        TextGroup(
            "question",
            gettext_lazy("Question to read aloud"),
            gettext_lazy("“Yes” always means that the sign is present."),
            rows=3,
        ),
    )
    has_origin = True

    evidence = forms.MultipleChoiceField(
        label=gettext_lazy("How may it become known, besides what others tell?"),
        choices=list(EVIDENCE.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    same_as = CodesField(
        label=gettext_lazy("Codes of the same sign in other lists"),
        help_text=gettext_lazy("An answer to one of them answers this one too."),
        required=False,
    )
    check_weight = forms.BooleanField(
        label=gettext_lazy("The weight is in doubt and waits for a look at the primary text"),
        required=False,
    )
    non_punishment = forms.BooleanField(
        label=gettext_lazy(
            "The person may have been made to break the law: this must be looked at before any "
            "sanction"
        ),
        required=False,
    )
    rests_on = CodesField(label=NO_ARTICLES, help_text=ARTICLES_LOOK, required=False)

    def add_fields(self) -> None:
        """Ask for the weight for each profile, or for whom the sign is used."""
        super().add_fields()
        names = Names(self.around, self.around)
        head = names.head(self.within)
        profiles = [str(key) for key in head.get("profiles") or ()]
        is_weighted = (head.get("rule") or "weighted") == "weighted"
        if is_weighted or self.record.get("weights"):
            for key in {**dict.fromkeys(profiles), **(self.record.get("weights") or {})}:
                self.fields[f"{WEIGHT}{key}"] = self._weight(names.profile(self.within, key))
        if not is_weighted or self.record.get("profiles"):
            keys = {**dict.fromkeys(profiles), **dict.fromkeys(self.record.get("profiles") or ())}
            self.fields["profiles"] = forms.MultipleChoiceField(
                label=_("For whom is it used?"),
                choices=[(key, names.profile(self.within, key)) for key in keys],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def values(self) -> Data:
        """Read the values of the sign."""
        typed = self.cleaned_data
        own: Data = {name: typed.get(name) for name in ("evidence", "same_as", "rests_on")}
        for name in ("check_weight", "non_punishment"):
            own[name] = typed.get(name) or None
        own["weights"] = {
            key: weight for name, key in self._weights() if (weight := typed.get(name))
        }
        own["profiles"] = typed.get("profiles") or []
        return super().values() | own

    def laid(self) -> Data:
        """Show the weight for each profile."""
        weights = self.record.get("weights") or {}
        return super().laid() | {name: weights.get(key, "") for name, key in self._weights()}

    def blocks(self) -> list[Block]:
        """Ask for weight and use right after the words."""
        use = [name for name in self.fields if name.startswith(WEIGHT) or name == "profiles"]
        found = [b for b in super().blocks() if not b.names or b.names[0] not in use]
        words = [block for block in found if block.kind == "texts"]
        rest = [block for block in found if block.kind != "texts"]
        title = heading(pgettext_lazy("heading of a form", "How much it counts"))
        return [*words, title, *(single(name) for name in use), *rest]

    def _weights(self) -> list[tuple[str, str]]:
        return [(n, n.removeprefix(WEIGHT)) for n in self.fields if n.startswith(WEIGHT)]

    def _weight(self, who: str) -> forms.ChoiceField:
        return OpenChoiceField(
            label=_("Weight for %(who)s") % {"who": who},
            choices=[("", NOT_USED), *WEIGHTS.items()],
        )
