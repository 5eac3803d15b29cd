from django.apps import AppConfig


class IdentificationConfig(AppConfig):
    name = "korgoo.identification"

    def ready(self) -> None:
        from korgoo.identification.law_links import of_edition
        from korgoo.lawbook import api as lawbook

        lawbook.register(of_edition)
