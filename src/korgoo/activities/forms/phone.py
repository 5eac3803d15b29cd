"""What a phone keeps of an activity until there is a line: a few answers, no story, nothing of a person."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from korgoo.activities.enums import Age, Sex
from korgoo.activities.forms.activities import GRID, ActivityForm

if TYPE_CHECKING:
    from django.http import QueryDict

CELLS = {(sex, age): name for name, sex, age in GRID}
WOMEN, MEN = CELLS[Sex.FEMALE, Age.UNKNOWN], CELLS[Sex.MALE, Age.UNKNOWN]
# The same names as in the whole form; all else that a phone sends is left aside.
FIELDS = ("campaign", "day", "place", "kind", "contacts", "counting", WOMEN, MEN)
CARRIED = ("day", "place", "kind", "contacts", "counting")


class PhoneForm(ActivityForm):
    """The short form: of an entry only these fields are read."""

    def __init__(self, data: "QueryDict | None" = None, **kwargs: Any) -> None:
        """Take of an entry what a phone may keep."""
        told = None
        if data is not None:
            told = {name: data.get(name, "")[:200] for name in FIELDS} | {"is_public": "on"}
        super().__init__(told, **kwargs)

    def whole_form(self) -> str:
        """Give the address of the whole form with the answers filled in."""
        asked = {name: self.data.get(name, "") for name in CARRIED}
        return f"{reverse('activities:log')}?{urlencode({k: v for k, v in asked.items() if v})}"
