"""Fields that a page draws by a component of its own."""

from typing import Any

from django.forms import BaseForm
from django.utils.translation import pgettext


def upload_field(form: BaseForm, name: str = "file", *, accept: str = "") -> dict[str, Any]:
    """Describe a field for a file, for the component that draws it.

    Args:
        form: The form.
        name: Of its field.
        accept: What a browser offers to choose from: endings or media types; empty for every file.
    """
    bound = form[name]
    described: dict[str, Any] = {
        "id": bound.auto_id,
        "name": bound.html_name,
        "label": {"text": str(bound.label), "classes": "govuk-label--s"},
        "hint": {"text": str(bound.help_text)},
    }
    if accept:
        described["attributes"] = {"accept": accept}
    if bound.errors:
        described["errorMessage"] = {
            "text": " ".join(str(error) for error in bound.errors),
            "visuallyHiddenText": pgettext("before a form error", "Error"),
        }
    return described
