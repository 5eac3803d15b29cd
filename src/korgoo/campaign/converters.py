"""Parts of addresses: a code of five digits, and words of the vocabulary."""

from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.urls import register_converter

from korgoo.campaign.enums import Check, Moment, Part, Risk, State


class Digits:
    """The five digits of a campaign code."""

    regex = "[0-9]{5}"

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


def _word(choices: type[TextChoices]) -> type:
    """Make a converter for the words of one vocabulary; any other word is no such page."""

    class Word:
        regex = "|".join(choices.values)

        def to_python(self, value: str) -> Any:
            return choices(value)

        def to_url(self, value: StrEnum | str) -> str:
            return str(getattr(value, "value", value))

    return Word


register_converter(Digits, "campaign_code")
register_converter(_word(Part), "campaign_part")
register_converter(_word(Risk), "campaign_risk")
register_converter(_word(Check), "campaign_check")
register_converter(_word(Moment), "campaign_moment")
register_converter(_word(State), "campaign_state")
