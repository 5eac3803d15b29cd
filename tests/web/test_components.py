from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser

IMPORTS = (
    '{% from "components/form.html" import form_start, error_summary, button, fields %}'
    '{% from "components/status.html" import notice, status_tag, clock, case_code, masked, review_mark %}'
    '{% from "components/case.html" import identity_bar, timeline, data_table, empty, steps, choice_cards, pagination %}'
)


@pytest.fixture
def draw(template, english):
    return lambda lines, **context: template(IMPORTS + lines).render(context)


@pytest.fixture
def visit(rf):
    def request(method="get", data=None):
        made = getattr(rf, method)("/somewhere/", data)
        made.user = AnonymousUser()
        return made

    return request


def submission_key(page):
    return page.split('name="submission_key" value="')[1].split('"')[0]


def test_a_form_posts_with_its_three_hidden_values(draw, visit):
    page = draw("{{ form_start('/go/', request) }}", request=visit())
    assert 'action="/go/" method="post" novalidate' in page
    for name in ("csrfmiddlewaretoken", "submission_key", "kept_for"):
        assert f'name="{name}"' in page
    assert UUID(submission_key(page))


def test_each_new_form_has_a_key_of_its_own(draw, visit):
    lines, request = "{{ form_start('/go/', request) }}", visit()
    keys = {submission_key(draw(lines, request=request)) for _ in range(5)}
    assert len(keys) == 5


def test_a_form_shown_again_keeps_its_key(draw, visit):
    key = "0b06f2a5-6a7e-4a6e-8d5e-3c1b8a1f9d10"
    request = visit("post", {"submission_key": key})
    assert submission_key(draw("{{ form_start('/go/', request) }}", request=request)) == key


def test_a_key_that_is_none_is_replaced(draw, visit):
    request = visit("post", {"submission_key": '"><script>'})
    assert UUID(submission_key(draw("{{ form_start('/go/', request) }}", request=request)))


def test_a_clock_counts_down_and_names_its_law(draw, clock):
    page = draw("{{ clock(view) }}", view=a_clock(due=clock.now + timedelta(days=3)))
    assert "In 3 days" in page
    assert "Law 1" in page
    assert "korgoo-clock--late" not in page


def test_a_late_clock_says_so_in_words_and_tone(draw, clock):
    page = draw("{{ clock(view) }}", view=a_clock(due=clock.now - timedelta(hours=2)))
    assert "Late by 2 hours" in page
    assert "korgoo-clock--late" in page


def test_a_clock_the_law_leaves_open_guesses_nothing(draw):
    page = draw("{{ clock(view) }}", view=a_clock(basis="unset", legal_basis=None))
    assert "Not set by law" in page
    assert "<time" not in page


def test_a_working_value_is_not_passed_off_as_law(draw, clock):
    view = a_clock(basis="working_value", due=clock.now + timedelta(hours=1))
    assert "Not set by law: a working value" in draw("{{ clock(view) }}", view=view)


def test_a_stopped_clock_is_never_late(draw, clock):
    view = a_clock(due=clock.now - timedelta(days=2), done=clock.now - timedelta(days=3))
    page = draw("{{ clock(view) }}", view=view)
    assert "Late" not in page
    assert "korgoo-clock--done" in page


def a_clock(**parts):
    view = {
        "name": "First stay",
        "due": None,
        "done": None,
        "basis": "law",
        "legal_basis": "Law 1",
    }
    return SimpleNamespace(**view | parts)


def test_a_table_names_its_rows_and_carries_its_heads_into_cards(draw):
    page = draw(
        "{{ data_table('Cases', ['Case', {'text': 'Days', 'numeric': true}], [[{'text': 'K-1', 'href': '/k'}, 3]]) }}"
    )
    assert "<caption" in page
    assert '<th scope="row" role="rowheader"' in page
    assert 'data-label="Days"' in page
    assert '<a class="govuk-link" href="/k">K-1</a>' in page


def test_a_table_escapes_its_cells(draw):
    page = draw("{{ data_table('Cases', ['Case', 'Note'], [['K', note]]) }}", note="<img src=x>")
    assert "&lt;img" in page


def test_a_timeline_is_an_ordered_list_with_machine_readable_times(draw, clock):
    page = draw(
        "{{ timeline(items) }}", items=[{"title": "Opened", "when": clock.now, "by": "Centre"}]
    )
    assert "<ol" in page
    assert f'datetime="{clock.now.isoformat()}"' in page
    assert "Centre" in page


def test_steps_are_said_and_shown(draw):
    page = draw("{{ steps(3, 12) }}")
    assert "Step 3 of 12" in page
    assert '<progress class="korgoo-steps__bar" value="3" max="12"' in page


def test_what_is_masked_keeps_its_place_and_its_reason(draw):
    page = draw("{{ masked('Name', 'Only the centre reads this.') }}")
    assert "Name" in page
    assert "Only the centre reads this." in page


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("review_mark('in_use')", ""),
        ("review_mark('needs_review')", "Needs review by a lawyer"),
        ("review_mark('needs_review', reviewer='speaker')", "Needs review by a native speaker"),
        ("review_mark('unset')", "Not set"),
    ],
)
def test_review_marks_say_who_has_to_look(draw, call, words):
    page = draw("{{ " + call + " }}").strip()
    assert (words in page) if words else (page == "")


def test_pages_of_a_list_lead_only_where_there_is_more(draw):
    assert draw("{{ pagination() }}").strip() == ""
    page = draw("{{ pagination(next='?after=7') }}")
    assert 'href="?after=7"' in page
    assert "Previous" not in page


def test_a_button_that_leads_somewhere_is_a_link(draw):
    assert '<a href="/case/"' in draw("{{ button('Open', href='/case/') }}")
    assert '<button type="submit"' in draw("{{ button('Save') }}")


def test_an_empty_list_offers_what_to_do(draw):
    page = draw("{{ empty('Nothing waits.', {'text': 'Open a case', 'href': '/new/'}) }}")
    assert "Nothing waits." in page
    assert 'href="/new/"' in page


def test_the_identity_bar_carries_code_facts_and_actions(draw):
    page = draw(
        "{% call identity_bar('K-7', facts=[{'name': 'Age', 'value': 'Adult'}]) %}<b>act</b>{% endcall %}"
    )
    assert "K-7" in page
    assert "<dt>Age</dt><dd>Adult</dd>" in page
    assert "<b>act</b>" in page


@pytest.mark.parametrize(
    "call",
    [
        "button('')",
        "button('Save', kind='shiny')",
        "notice('loud', title='x')",
        "status_tag('Late', 'purple')",
        "status_tag('')",
        "case_code('')",
        "masked('Name', '')",
        "review_mark('perhaps')",
        "review_mark('in_use', reviewer='friend')",
        "clock({'name': 'x', 'basis': 'custom', 'due': none, 'done': none, 'legal_basis': none})",
        "steps(0, 3)",
        "steps(4, 3)",
        "data_table('', ['a'], [])",
        "data_table('Cases', ['a', 'b'], [['only one']])",
        "timeline([{'title': 'x', 'when': none, 'tone': 'pink'}])",
        "choice_cards([{'text': 'x', 'href': '/', 'tone': 'huge'}])",
        "empty('')",
        "form_start('', none)",
    ],
)
def test_bad_values_are_refused(draw, call):
    with pytest.raises(
        ValueError, match=r"is not one of|is needed|must lie|say why|as many cells"
    ):
        draw("{{ " + call + " }}")
