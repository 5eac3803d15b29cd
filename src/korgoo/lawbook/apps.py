from django.apps import AppConfig


class LawbookConfig(AppConfig):
    name = "korgoo.lawbook"
