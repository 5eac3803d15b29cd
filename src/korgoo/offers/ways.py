"""Where to go from here: to help, to the rights of a country, to the register of agencies."""

from django.urls import reverse

from korgoo.offers import countries


def help_way() -> str:
    """Give the address where one asks for help without a name."""
    return reverse("helpline_public:start")


def agencies_way() -> str:
    """Give the address where one asks about an agency."""
    return reverse("agencies_public:check")


def rights_way(country: str) -> str:
    """Give the address of what to know about a country, or about all of them."""
    place = countries.destination(country) if country else None
    if place is None:
        return reverse("rights_public:start")
    return reverse("rights_public:destination", args=[place.key])
