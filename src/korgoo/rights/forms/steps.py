"""What is said when a version goes on: what was looked at, by when to look again, why not."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.rights.enums import LONGEST_LINE, LONGEST_REMARK
from korgoo.rights.forms.fields import day_field, line_field, text_field
from korgoo.rights.services import Reading


class SeenForm(forms.Form):
    """The count of changes that stood on the page from which a form was sent."""

    seen = forms.IntegerField(min_value=0, max_value=10**9)


class LookedForm(forms.Form):
    """At which source somebody looked to say that a statement is still true."""

    looked_at = line_field(
        _("Which source did you look at?"),
        LONGEST_LINE,
        _("For example: the page of the ministry, article 5, today."),
        required=True,
    )


class ApproveForm(LookedForm):
    """What a second reader answers for."""

    review_by = day_field(
        _("To be looked at again by"), _("You can choose an earlier day, no later one.")
    )
    publish_on = day_field(
        _("Publish only on this day"), _("Leave it empty to publish at once."), required=False
    )

    def reading(self) -> Reading:
        """Give what was said; the form is valid."""
        return Reading(**self.cleaned_data)


class RemarkForm(forms.Form):
    """Why a version goes back, is dropped, or ends."""

    remark = text_field("", LONGEST_REMARK, required=True)

    def __init__(self, *args: Any, question: Any, **kwargs: Any) -> None:
        """Ask with the words ``question``."""
        super().__init__(*args, **kwargs)
        self.fields["remark"].label = question
        self.fields["remark"].help_text = _("Editors read it. Name no person you help.")
