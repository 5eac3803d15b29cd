from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "korgoo.workshop"

    def ready(self) -> None:
        from korgoo.consultation import subjects
        from korgoo.workshop.subject import SUBJECT

        subjects.register(SUBJECT)
