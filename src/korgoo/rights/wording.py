"""Words that several pages of the editors use."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from collections.abc import Iterable

FIELDS: dict[str, Any] = {
    "title": pgettext_lazy("of a statement", "Title"),
    "applies_to": pgettext_lazy("of a statement", "For whom"),
    "text": pgettext_lazy("of a statement", "Text"),
    "sms": pgettext_lazy("of a statement", "Text message"),
    "steps": gettext_lazy("Steps of the journey"),
    "questions": gettext_lazy("Questions that it answers"),
    "numbers": gettext_lazy("Numbers to call"),
    "valid_from": gettext_lazy("First day of the rule"),
    "valid_to": gettext_lazy("Last day of the rule"),
    "as_of": gettext_lazy("Day for which the source speaks"),
    "source": pgettext_lazy("of a statement", "Source"),
    "source_type": gettext_lazy("Who says it"),
    "address": gettext_lazy("Web address of the source"),
    "trust": gettext_lazy("How far it can be believed"),
    "supersedes": gettext_lazy("Statements that it replaces"),
}


def language() -> str:
    """Return the code of the page's language, as the country pack writes it."""
    return (get_language() or packs.current().default_language).partition("-")[0]


def language_name(code: str) -> str:
    """Name a language in that language."""
    details = packs.current().language_details.get(code)
    return details.own_name if details else code


def in_language(name: str, code: str) -> str:
    """Name a text of a statement with its language: "Text (Кыргызча)"."""
    return pgettext("a question, asked once per language", "%(what)s (%(language)s)") % {
        "what": FIELDS[name],
        "language": language_name(code),
    }


def lacking(found: "Iterable[tuple[str, str]]") -> list[str]:
    """Say what is not written yet."""
    return [
        _("Not written yet: %(what)s.") % {"what": in_language(name, code)} for name, code in found
    ]


def lengthy(found: "Iterable[tuple[str, str]]") -> list[str]:
    """Say what is too long."""
    return [_("Too long: %(what)s.") % {"what": in_language(name, code)} for name, code in found]
