from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "korgoo.workshop"

    def ready(self) -> None:
        from korgoo.consultation import subjects
        from korgoo.identification import api as identification
        from korgoo.workshop.reading_again import list_for_reading, open_for_reading
        from korgoo.workshop.subject import SUBJECT

        subjects.register(SUBJECT)
        identification.drafts.register(list_for_reading, open_for_reading)
