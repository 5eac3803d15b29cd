from django.urls import path

from korgoo.public.views import robots, worker

app_name = "public_files"
# At the root: a worker reaches only what lies beneath its own address; robots ask nowhere else.
urlpatterns = [
    path("sw.js", worker.worker, name="worker"),
    path("robots.txt", robots.robots, name="robots"),
]
