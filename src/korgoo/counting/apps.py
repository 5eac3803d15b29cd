from django.apps import AppConfig


class CountingConfig(AppConfig):
    name = "korgoo.counting"
