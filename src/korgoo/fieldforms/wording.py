"""Words for what may be wrong with a file."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.fieldforms.incoming.faults import Place, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

RULES: "Mapping[Rule, _StrOrPromise]" = {
    Rule.TOO_LARGE: gettext_lazy("The file is larger than 5 MB. Export fewer forms at a time."),
    Rule.TOO_MANY: gettext_lazy("There are more than 2,000 forms. Export fewer at a time."),
    Rule.UNREADABLE: gettext_lazy("This cannot be read. Export the file again, in UTF-8."),
    Rule.UNKNOWN_KIND: gettext_lazy(
        "This kind of file is not known. Export as CSV, JSON or XML, or a ZIP file of these."
    ),
    Rule.PACKED: gettext_lazy("The archive unpacks to more than 8 MB. Export fewer forms."),
    Rule.NOTHING: gettext_lazy("There is no filled form in it."),
    Rule.ROW_LENGTH: gettext_lazy("The line has not as many cells as the first line."),
    Rule.TWICE_IN_ONE: gettext_lazy("The field is there twice."),
    Rule.NO_INSTANCE: gettext_lazy("The number that the tool gives each form is missing."),
    Rule.UNKNOWN_FORM: gettext_lazy("This is none of our forms."),
    Rule.UNKNOWN_EDITION: gettext_lazy("The form belongs to no edition of the guideline here."),
    Rule.UNKNOWN_QUESTION: gettext_lazy("The form has no such question."),
    Rule.UNKNOWN_CODE: gettext_lazy("This is no answer to the question."),
    Rule.NOT_ASKED: gettext_lazy("After the other answers this question is not asked."),
    Rule.MISSING: gettext_lazy("The answer is missing."),
    Rule.CASE_CODE: gettext_lazy("Your organisation has no case with this code."),
    Rule.NOT_A_TIME: gettext_lazy("This is no date with a time within the last year."),
    Rule.IN_THE_FUTURE: gettext_lazy("This lies in the future. Was the device's clock wrong?"),
    Rule.BEFORE_THE_EDITION: gettext_lazy(
        "This lies before the first day of the form's edition. Was the device's clock wrong?"
    ),
    Rule.ENDS_BEFORE_START: gettext_lazy("The form ends before it begins."),
    Rule.TWICE_IN_FILE: gettext_lazy("The same form is in the file twice."),
    Rule.TAKEN_BEFORE: gettext_lazy("The same form was taken before."),
}


def place_words(place: Place) -> str:
    """Say where in a file something stands."""
    if not place.line:
        return place.file
    return _("%(file)s, line %(line)s") % {"file": place.file, "line": place.line}
