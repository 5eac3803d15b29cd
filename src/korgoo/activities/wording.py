"""What is expected of an activity, and other words that forms, lists and pages share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.activities.enums import ListState, State
from korgoo.activities.rules import Rule

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

RULES: "dict[Rule, _StrOrPromise]" = {
    Rule.ANSWERS: _(
        "Not more can have answered than were there, and not more can say yes than answered."
    ),
    Rule.CHOICE: _("Choose one of the list."),
    Rule.COLUMN_MISSING: _("This column is missing."),
    Rule.COLUMN_TWICE: _("This column is there twice."),
    Rule.COLUMN_UNKNOWN: _("This column is not known. Use the heads of the template."),
    Rule.COST: _("Write a sum of money, such as 1500 or 1500,50."),
    Rule.DAY: _("There is no such day. Write it like 05.08.2026."),
    Rule.DAY_OUTSIDE: _("This day lies far from the campaign. Look at month and year."),
    Rule.DAY_TO_COME: _("This day is still to come. Plan the activity instead."),
    Rule.LENGTH: _("The text is too long."),
    Rule.MERGED: _("These cells are merged. Split them, and write into each row."),
    Rule.NOTHING: _("There is nothing below the heads of the columns."),
    Rule.NUMBER: _("Write a whole number in digits, only for an activity that was held."),
    Rule.PARTS: _("The counts by sex and age are more than were there."),
    Rule.PLACE_GONE: _("This place did not exist on that day. Write what it is called now."),
    Rule.PLACE_SEVERAL: _("Several places have this name. Choose the right one."),
    Rule.PLACE_UNKNOWN: _("We found no such place. Write the village, or the district around it."),
    Rule.REASON: _("Write why it was cancelled."),
    Rule.REPEATED: _("The same activity stands in the log or in this list already."),
    Rule.ROW_LENGTH: _("This row has more columns than a list can have."),
    Rule.SHIFTED: _("The cells of this row seem shifted: each stands under another head."),
    Rule.TIME: _("Write the time like 14:30."),
    Rule.TOO_LARGE: _("The file is larger than 5 MB."),
    Rule.TOO_MANY: _("There are too many rows. Send the list in parts."),
    Rule.TOO_MANY_CONTACTS: _("So many cannot be at one event. Look at the number."),
    Rule.TRACE: _(
        "There is a telephone, an e-mail or the number of a document in it. Leave it out: nothing "
        "here may lead to a person."
    ),
    Rule.UNREADABLE: _("This cannot be read as a table. Save it as XLSX or CSV."),
    Rule.VALUE_MISSING: _("Write something here."),
}
TONES = {State.PLANNED: "waiting", State.HELD: "good", State.CANCELLED: "closed"}
LIST_TONES = {
    ListState.WAITING: "waiting",
    ListState.TAKEN: "good",
    ListState.REFUSED: "late",
    ListState.DROPPED: "closed",
}
NO_PERSONS = _("Questions and remarks without persons: no names, no telephones, no stories.")
CONTACTS_MEANING = _(
    "Contacts: everybody at every event. Who came twice is counted twice, so contacts are not people."
)
NOT_SAID = pgettext_lazy("a value nobody gave", "not said")
NO_CAMPAIGN = _("There is no campaign yet.")
