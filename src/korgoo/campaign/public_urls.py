"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.campaign import converters  # noqa: F401 - names parts of addresses
from korgoo.campaign.views import public

app_name = "campaign_public"
urlpatterns = [
    path("", public.start, name="start"),
    path("history/", public.history, name="history"),
    path("<campaign_code:code>/", public.landing, name="landing"),
    path("<campaign_code:code>/check/", public.check, name="check"),
    path("<campaign_code:code>/<campaign_moment:moment>/", public.questions, name="questions"),
    path("<campaign_code:code>/<campaign_moment:moment>/thanks/", public.thanks, name="thanks"),
]
