from django.urls import path

from korgoo.rights.views import history

app_name = "rights"
urlpatterns = [
    path("history/", history.history, name="history"),
    path("history/<slug:key>/", history.item_history, name="item_history"),
]
