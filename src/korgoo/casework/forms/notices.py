from django import forms

from korgoo.lib.rows import RowsField, number_of


class NoticesForm(forms.Form):
    """Which notices on the home page were read."""

    read = RowsField(number_of)
