"""The template engine: strict in our pages, lenient only inside the GOV.UK macros."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, NoReturn

import jinja2
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2.ext import InternationalizationExtension

from korgoo.countrypack import paper_languages
from korgoo.web import fields, formats, tokens
from korgoo.web.headings import headings
from korgoo.web.law_links import law_links

GOVUK = "govuk_frontend_jinja"
FILTERS: Mapping[str, Callable[..., Any]] = {
    "date": formats.date,
    "datetime": formats.moment,
    "short_datetime": formats.short_moment,
    "number": formats.number,
    "duration_words": formats.duration_words,
    "file_size": formats.file_size,
    "days_left": formats.days_left,
    "due_words": formats.due_words,
    "is_past": formats.is_past,
}


class Environment(jinja2.Environment):
    """Refuses unknown names in our templates.

    The GOV.UK macros ask for optional keys all the time, so they live in an environment of their
    own that takes a missing key for "not given".
    """

    govuk: jinja2.Environment

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 -- Jinja's own name
    ) -> jinja2.Template:
        """Load a template; names under ``govuk_frontend_jinja/`` from the lenient environment."""
        if isinstance(name, str) and name.startswith(f"{GOVUK}/"):
            return self.govuk.get_template(name)
        return super().get_template(name, parent, globals)


def environment(**options: Any) -> Environment:
    """Build the environment of Django's Jinja2 backend.

    Args:
        options: What the backend passes: ``loader`` of the apps' ``jinja2`` folders,
            ``auto_reload``, ``autoescape``; its ``undefined`` is replaced by ``StrictUndefined``.
    """
    options |= {"undefined": jinja2.StrictUndefined, "autoescape": True}
    env = Environment(
        **options,
        extensions=[InternationalizationExtension, "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.govuk = _govuk()
    _languages(env)
    env.filters.update(FILTERS)
    env.globals.update(
        url=url,
        static=static,
        refuse=refuse,
        one_of=one_of,
        field_view=fields.field_view,
        error_list=fields.error_list,
        csrf_input_of=tokens.csrf_input_of,
        new_submission_key=tokens.new_submission_key,
        kept_token=tokens.kept_token,
        headings=headings,
        law_links=law_links,
        paper_choices=paper_languages.choices,
    )
    return env


def _govuk() -> jinja2.Environment:
    loader = jinja2.PrefixLoader({GOVUK: jinja2.PackageLoader(GOVUK)})
    return jinja2.Environment(
        loader=loader, autoescape=True, auto_reload=False, trim_blocks=True, lstrip_blocks=True
    )


def _languages(env: Environment) -> None:
    """Connect ``_``, ``ngettext`` and ``pgettext`` of templates to Django's active language."""
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )


def url(route: str, /, **kwargs: object) -> str:
    """Return the path of a named route.

    Raises:
        django.urls.NoReverseMatch: No such route, or its parameters differ.
    """
    return reverse(route, kwargs=kwargs or None)


def refuse(message: str) -> NoReturn:
    """Stop a component that was given a bad value.

    Raises:
        ValueError: Always, with the message.
    """
    raise ValueError(message)


def one_of(value: str, allowed: list[str], what: str) -> str:
    """Return the value when a component knows it.

    Args:
        value: What the page gave.
        allowed: What the component can draw.
        what: The parameter's name, for the message.

    Raises:
        ValueError: The value is not among the allowed ones.
    """
    if value not in allowed:
        raise ValueError(f"{what}: {value!r} is not one of {', '.join(allowed)}")
    return value
