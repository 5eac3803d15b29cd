from html.parser import HTMLParser

import pytest
from django import forms

from korgoo.web.fields import error_list
from korgoo.web.samples import SampleForm

FIELD = '{% from "components/form.html" import field %}{{ field(form, name, **options) }}'
LABELLED = {"input", "select", "textarea"}


class Elements(HTMLParser):
    """Collects every element with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def ids(self):
        return [a["id"] for _, a in self.found if "id" in a]

    def controls(self):
        return [a for tag, a in self.found if tag in LABELLED and a.get("type") != "hidden"]


@pytest.fixture
def draw(template, english):
    def drawn(form, name, **options):
        return template(FIELD).render({"form": form, "name": name, "options": options})

    return drawn


@pytest.mark.parametrize("name", list(SampleForm.base_fields))
@pytest.mark.parametrize("data", [None, {}])
def test_every_control_has_a_label_and_every_id_once(draw, name, data):
    page = Elements(draw(SampleForm(data), name))
    labels = [a["for"] for tag, a in page.found if tag == "label"]
    assert page.controls()
    assert sorted(labels) == sorted(a["id"] for a in page.controls())
    assert len(page.ids()) == len(set(page.ids()))


@pytest.mark.parametrize("name", [n for n, f in SampleForm.base_fields.items() if f.required])
def test_a_wrong_answer_is_described_by_its_error(draw, name):
    page = Elements(draw(SampleForm({}), name))
    error = f"id_{name}-error"
    described = [a for _, a in page.found if error in a.get("aria-describedby", "").split()]
    assert error in page.ids()
    assert described


def test_every_described_by_leads_to_an_element(draw):
    form = SampleForm({})
    for name in form.fields:
        page = Elements(draw(form, name))
        named = {i for _, a in page.found for i in a.get("aria-describedby", "").split()}
        assert named <= set(page.ids())


def test_errors_lead_to_elements_that_are_there(draw):
    form = SampleForm({})
    ids = {i for name in form.fields for i in Elements(draw(form, name)).ids()}
    targets = {error["href"].removeprefix("#") for error in error_list(form)}
    assert len(targets) == 7
    assert targets <= ids


def test_the_summary_names_the_field_of_each_error(english):
    assert error_list(SampleForm({}))[0]["text"].startswith("How may we call you? – ")


def test_errors_of_the_whole_form_lead_nowhere(english):
    form = SampleForm({})
    form.add_error(None, "The two dates contradict each other.")
    assert error_list(form)[-1] == {"text": "The two dates contradict each other."}


def test_what_was_typed_comes_back_escaped(draw):
    form = SampleForm({"name": '"><script>', "story": "one\n<two>"})
    assert 'value="&#34;&gt;&lt;script&gt;"' in draw(form, "name")
    assert "one\n&lt;two&gt;</textarea>" in draw(form, "story")


def test_a_date_that_is_none_comes_back_as_typed(draw):
    form = SampleForm({"when_day": "about 5", "when_month": "13", "when_year": ""})
    page = draw(form, "when")
    assert 'value="about 5"' in page
    assert 'value="13"' in page
    assert Elements(page).found[0][1]["class"].endswith("govuk-form-group--error")


def test_a_date_in_three_inputs_is_read_by_the_form():
    data = {"when_day": "3", "when_month": "11", "when_year": "2025"}
    form = SampleForm(data)
    form.is_valid()
    assert form.cleaned_data["when"].isoformat() == "2025-11-03"


def test_sealed_answers_are_kept_from_spelling_services_and_memory(draw):
    page = Elements(draw(SampleForm(), "story", sealed=True))
    (control,) = page.controls()
    assert control["spellcheck"] == "false"
    assert control["autocomplete"] == "off"


def test_optional_questions_say_so(draw):
    assert "What happened? (optional)" in draw(SampleForm(), "story")
    assert "(optional)" not in draw(SampleForm(), "name")


def test_a_question_can_be_the_heading_of_its_page(draw):
    assert "<h1" in draw(SampleForm(), "safe", heading=True, label_size="l")
    assert "<h1" in draw(SampleForm(), "name", heading=True, label_size="l")


def test_numbers_open_a_number_keyboard_and_no_spinner(draw):
    (control,) = Elements(draw(SampleForm(), "people")).controls()
    assert (control["type"], control["inputmode"]) == ("text", "numeric")


def test_a_password_is_never_sent_back(draw):
    class Entry(forms.Form):
        password = forms.CharField(
            widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "x"})
        )

    page = draw(
        Entry({"password": "hunter2 hunter2"}), "password", autocomplete="current-password"
    )
    assert "hunter2" not in page
    assert 'type="password"' in page
    assert page.count("autocomplete=") == 1


def test_hidden_fields_are_drawn_bare(draw):
    class Entry(forms.Form):
        step = forms.CharField(widget=forms.HiddenInput, initial="3")

    page = Elements(draw(Entry(), "step"))
    assert page.found == [
        ("input", {"type": "hidden", "id": "id_step", "name": "step", "value": "3"})
    ]


def test_chosen_options_stay_chosen(draw):
    form = SampleForm({"safe": "n", "needs": ["bed", "lawyer"], "region": "s", "agreed": "on"})
    checked = [a["value"] for a in Elements(draw(form, "needs")).controls() if "checked" in a]
    assert checked == ["bed", "lawyer"]
    assert [a["value"] for a in Elements(draw(form, "safe")).controls() if "checked" in a] == ["n"]
    assert 'value="s" selected' in draw(form, "region")
    assert "checked" in Elements(draw(form, "agreed")).controls()[0]


def test_no_radio_opens_a_hidden_part(draw):
    assert "aria-controls" not in draw(SampleForm(), "safe")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"label_size": "huge"}, ValueError),
        ({"inputmode": "braille"}, ValueError),
        ({"width": "7"}, ValueError),
        ({"colour": "red"}, TypeError),
    ],
)
def test_bad_options_are_refused(draw, options, error):
    with pytest.raises(error):
        draw(SampleForm(), "name", **options)


def test_a_hint_for_an_option_that_is_not_there_is_refused(draw):
    with pytest.raises(ValueError, match="no option"):
        draw(SampleForm(), "safe", hints={"perhaps": "?"})


def test_an_unknown_field_is_refused(draw):
    with pytest.raises(KeyError):
        draw(SampleForm(), "surname")


def test_a_widget_no_component_draws_is_refused(draw):
    class Entry(forms.Form):
        photo = forms.FileField()

    with pytest.raises(TypeError, match="no component draws"):
        draw(Entry(), "photo")
