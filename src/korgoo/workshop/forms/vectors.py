from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack.schema.guideline import Vector
from korgoo.workshop.files import Data
from korgoo.workshop.forms import choices
from korgoo.workshop.forms.fields import CodesField
from korgoo.workshop.forms.heads import TITLE
from korgoo.workshop.forms.records import KEY_HINT, RecordForm
from korgoo.workshop.wording.values import OUTCOMES


class VectorForm(RecordForm):
    """An agreed example: answers, and the reading on which people agreed."""

    schema = Vector
    groups = (TITLE,)
    has_origin = True
    key_hint = KEY_HINT

    catalogue = forms.ChoiceField(label=_("Which list of signs is read?"))
    child = forms.BooleanField(label=_("By the rules for children"), required=False)
    present = CodesField(label=_("Codes of the signs that are present"), required=False)
    absent = CodesField(label=_("Codes of the signs that are absent"), required=False)
    expected = forms.ChoiceField(
        label=_("How must it be read?"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )

    def add_fields(self) -> None:
        """Offer the lists."""
        super().add_fields()
        self.fields["catalogue"].choices = choices.lists(self.around)  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the example."""
        typed = self.cleaned_data
        names = ("catalogue", "present", "absent", "expected")
        own = {name: typed.get(name) for name in names} | {"child": typed.get("child") or None}
        return super().values() | own
