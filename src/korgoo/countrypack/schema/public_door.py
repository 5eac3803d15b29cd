"""What the public door needs from a country: signs of a bad offer, and who answers help without a name."""

from typing import Annotated

from pydantic import Field

from korgoo.countrypack.schema.base import Data, Key, Text
from korgoo.countrypack.schema.provenance import Provenance


class OfferSign(Data):
    """A plain question about an offer of work; "yes" is a sign that something is wrong.

    Attributes:
        sign: the sign in words, for the result.
        why: why it matters.
        ask: what to ask for.
        act: what to do now.
        is_grave: to be told first: stop, and call somebody.
    """

    key: Key
    question: Text
    sign: Text
    why: Text
    ask: Text
    act: Text
    is_grave: bool = False
    provenance: Provenance


class PublicDoor(Data):
    """Who answers the public, by the code of the body.

    Attributes:
        help_goes_to: bodies whose people answer help without a name; the first that has a key.
        offers_go_to: bodies that receive reports of offers; the first that has a key.
        languages: codes of the languages in which help can be asked, beside the pack's own.
    """

    help_goes_to: Annotated[tuple[Key, ...], Field(min_length=1)]
    offers_go_to: Annotated[tuple[Key, ...], Field(min_length=1)]
    languages: tuple[Key, ...] = ()
    provenance: Provenance
