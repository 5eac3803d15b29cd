from django import forms

from korgoo.directory.enums import Change, Group

BY_TAP = (Change.ONE_MORE, Change.ONE_LESS, Change.FULL)


class TapForm(forms.Form):
    """One tap on one count; both values come from the button."""

    group = forms.ChoiceField(choices=Group.choices)
    change = forms.ChoiceField(choices=[(one.value, one.label) for one in BY_TAP])
