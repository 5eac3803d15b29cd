"""Where to go from here: to help, to the rights of a country, to the register of agencies."""

from django.urls import NoReverseMatch, reverse

from korgoo.offers import countries

HELP = "helpline_public:start"
AGENCIES = "agencies_public:check"
RIGHTS, RIGHTS_THERE = "rights_public:start", "rights_public:destination"


def help_way() -> str:
    """Give the address where one asks for help without a name; empty where nobody offers that."""
    return _address(HELP)


def agencies_way() -> str:
    """Give the address where one asks about an agency; empty where there is no register."""
    return _address(AGENCIES)


def rights_way(country: str) -> str:
    """Give the address of what to know about a country, or about all of them."""
    place = countries.destination(country) if country else None
    return (_address(RIGHTS_THERE, place.key) if place else "") or _address(RIGHTS)


def _address(route: str, *args: str) -> str:
    # An installation may be without a mission: its page then is simply not offered.
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""
