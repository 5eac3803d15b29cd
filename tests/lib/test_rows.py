"""Ticked rows as a form reads them."""

import pytest
from django import forms
from django.http import QueryDict

from korgoo.lib.rows import RowsField


class Ticked(forms.Form):
    rows = RowsField(int)


def test_each_row_is_read_once_in_the_order_of_the_list():
    form = Ticked(QueryDict("rows=3&rows=1&rows=3"))

    assert form.is_valid()
    assert form.cleaned_data["rows"] == [3, 1]


def test_what_is_no_key_is_passed_over():
    form = Ticked(QueryDict("rows=x&rows=2&rows="))

    assert form.is_valid()
    assert form.cleaned_data["rows"] == [2]


@pytest.mark.parametrize("sent", ["", "rows=x"])
def test_nothing_ticked_is_an_error(sent):
    assert list(Ticked(QueryDict(sent)).errors) == ["rows"]
