"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path, register_converter

from korgoo.agencies.views import public, watching


class CountryCode:
    """Two capital letters, as ISO 3166-1 has them."""

    regex = "[A-Z]{2}"

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


register_converter(CountryCode, "country")

app_name = "agencies_public"
urlpatterns = [
    path("", public.check, name="check"),
    path("list/", public.listed, name="list"),
    path("list/<country:code>/", public.country, name="country"),
    path("list/<country:code>/feed.xml", public.country_feed, name="country_feed"),
    path("a/<uuid:agency_id>/", public.agency, name="agency"),
    path("a/<uuid:agency_id>/feed.xml", public.agency_feed, name="agency_feed"),
    path("watch/", watching.watch, name="watch"),
    path("watched/", watching.watched, name="watched"),
    path("feed.xml", public.feed, name="feed"),
]
