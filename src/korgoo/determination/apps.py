from django.apps import AppConfig


class DeterminationConfig(AppConfig):
    name = "korgoo.determination"
