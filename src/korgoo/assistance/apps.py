from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    name = "korgoo.assistance"
