from django.apps import AppConfig


class LookupConfig(AppConfig):
    name = "korgoo.lookup"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_out

        from korgoo.access import session
        from korgoo.access.enums import Facet
        from korgoo.casework import erasers, panels, recognising, together, written
        from korgoo.lookup import closing, presentation, recognition, selectors
        from korgoo.lookup.services import encoding

        written.register("lookup", encoding.on_written)
        erasers.register("lookup", Facet.IDENTITY, encoding.forget)
        erasers.register("lookup.contact", Facet.CONTACT, encoding.forget)
        recognising.register(recognition)
        together.register(selectors.only_leading, selectors.link_keys)
        panels.register(
            "lookup/_of_case.html",
            presentation.of_case,
            first="lookup/_first_of_case.html",
        )
        session.locked.connect(closing.on_locked, dispatch_uid="lookup.locked")
        user_logged_out.connect(closing.on_left, dispatch_uid="lookup.left")
