from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "korgoo.casework"
