"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.rights.views import public

app_name = "rights_public"
urlpatterns = [
    path("", public.start, name="start"),
    # Before the destinations, whose keys could be any word.
    path("search/", public.search, name="search"),
    path("q/<slug:question>/", public.trouble, name="trouble"),
    path("<slug:destination>/", public.destination, name="destination"),
    path("<slug:destination>/q/<slug:question>/", public.question, name="question"),
    path("<slug:destination>/s/<slug:step>/", public.step, name="step"),
    path("<slug:destination>/all/", public.everything, name="all"),
    path("<slug:destination>/card/", public.card, name="card"),
    path("<slug:destination>/card/card.pdf", public.card_pdf, name="card_pdf"),
    path("<slug:destination>/sms/", public.sms, name="sms"),
    path("<slug:destination>/i/<slug:key>/", public.item, name="item"),
]
