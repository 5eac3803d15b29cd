import jinja2
import pytest
from django.urls import NoReverseMatch


def test_an_unknown_name_stops_the_page(template):
    with pytest.raises(jinja2.UndefinedError):
        template("{{ forgotten }}").render()


def test_a_forgotten_key_inside_our_own_values_stops_the_page(template):
    with pytest.raises(jinja2.UndefinedError):
        template("{{ case.owner.name }}").render({"case": {"owner": {}}})


def test_the_govuk_macros_work_beside_strict_pages(template):
    page = template(
        '{% from "govuk_frontend_jinja/components/inset-text/macro.html" import govukInsetText %}'
        '{{ govukInsetText({"text": "Keep <calm>"}) }}'
    ).render()
    assert "Keep &lt;calm&gt;" in page


def test_a_forgotten_value_handed_to_a_govuk_macro_stops_the_page(template):
    page = template(
        '{% from "govuk_frontend_jinja/components/inset-text/macro.html" import govukInsetText %}'
        '{{ govukInsetText({"text": forgotten}) }}'
    )
    with pytest.raises(jinja2.UndefinedError):
        page.render()


def test_text_is_escaped_in_our_pages(template):
    assert template("{{ name }}").render({"name": "<b>"}) == "&lt;b&gt;"


def test_messages_take_named_placeholders_and_escape_them(template, english):
    page = template('{{ _("Late by %(time)s", time=time) }}')
    assert page.render({"time": "<1>"}) == "Late by &lt;1&gt;"


def test_url_names_a_route(template):
    assert template("{{ url('web:language') }}").render() == "/language/"


def test_url_raises_for_a_missing_route(template):
    with pytest.raises(NoReverseMatch):
        template("{{ url('web:nowhere') }}").render()


def test_one_of_names_what_is_allowed(template):
    page = template("{{ one_of('loud', ['calm', 'late'], 'tone') }}")
    with pytest.raises(ValueError, match="tone: 'loud' is not one of calm, late"):
        page.render()
