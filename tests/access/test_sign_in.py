"""Sign-in with password and second factor, by the pages."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.urls import NoReverseMatch, reverse

from korgoo.access import second_factor, session
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db
LOGIN, CODE = "/account/login/", "/account/second-factor/code/"
SET_UP = "/account/second-factor/set-up/"


def code_of(secret, *, steps=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_password(client, somebody, password=factories.PASSWORD, **more):
    return client.post(LOGIN, {"login": somebody.user.email, "password": password} | more)


def is_inside(client):
    return client.get("/account/").status_code == 200


@pytest.fixture
def newcomer(organisation):
    return factories.member(at=organisation, has_second_factor=False)


def test_password_and_code_open_the_session_and_the_key(client, holder):
    assert give_password(client, holder).url == CODE
    assert not is_inside(client)
    client.post(CODE, {"code": code_of(holder.totp_secret)})
    assert is_inside(client)
    opened = AuditEvent.objects.get(event=Event.SESSION_OPENED)
    assert (opened.user_id, opened.organisation_id) == (holder.user.pk, holder.organisation.pk)


def test_sign_in_leads_back_to_where_one_wanted(client, holder):
    give_password(client, holder, next="/members/")
    assert client.post(CODE, {"code": code_of(holder.totp_secret)}).url == "/members/"


def test_the_address_is_taken_in_any_letters(client, holder):
    sent = {"login": f" {holder.user.email.upper()} ", "password": holder.password}
    assert client.post(LOGIN, sent).url == CODE


@pytest.mark.parametrize("password", ["wrong", "", factories.PASSWORD.upper()])
def test_a_wrong_password_opens_nothing(client, holder, password):
    response = give_password(client, holder, password)
    assert response.status_code == 200
    assert session.COOKIE not in response.cookies
    assert not AuditEvent.objects.filter(event=Event.SESSION_OPENED).exists()


def test_the_page_does_not_tell_who_has_an_account(client, holder):
    known = give_password(client, holder, "wrong").text
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"}).text
    sentence = "The e-mail address or the password is not right."
    assert sentence in known
    assert sentence in unknown


def test_after_five_wrong_passwords_the_right_one_waits(client, holder):
    for _ in range(5):
        give_password(client, holder, "wrong")
    assert "Too many wrong tries" in give_password(client, holder).text


def test_a_wrong_code_opens_nothing(client, holder):
    give_password(client, holder)
    right = code_of(holder.totp_secret)
    wrong = f"{(int(right) + 500_000) % 1_000_000:06}"
    assert "The code is not right" in client.post(CODE, {"code": wrong}).text
    assert not is_inside(client)


def test_codes_are_tried_five_times(client, holder):
    give_password(client, holder)
    for _ in range(5):
        client.post(CODE, {"code": "000000"})
    response = client.post(CODE, {"code": code_of(holder.totp_secret)})
    assert response.status_code == 200
    assert not is_inside(client)


def test_a_code_is_good_once(client, holder):
    code = code_of(holder.totp_secret)
    give_password(client, holder)
    client.post(CODE, {"code": code})
    client.post("/account/logout/")
    give_password(client, holder)
    client.post(CODE, {"code": code})
    assert not is_inside(client)


def test_a_recovery_code_opens_once(client, holder):
    row = Authenticator.objects.get(user=holder.user, type=Authenticator.Type.RECOVERY_CODES)
    code = row.wrap().get_unused_codes()[0]
    for expected in (True, False):
        give_password(client, holder)
        client.post(CODE, {"code": code})
        assert is_inside(client) is expected
        client.post("/account/logout/")


def test_the_code_page_is_not_there_without_a_password(client, holder):
    assert client.post(CODE, {"code": code_of(holder.totp_secret)}).url == LOGIN
    assert not is_inside(client)


def test_secrets_of_second_factors_are_sealed_in_the_table(holder):
    for row in Authenticator.objects.filter(user=holder.user):
        assert holder.totp_secret not in str(row.data)
    totp = Authenticator.objects.get(user=holder.user, type=Authenticator.Type.TOTP)
    assert totp.wrap().validate_code(code_of(holder.totp_secret))


def set_up(client):
    """Set up the second factor as a person does: read the key from the page, type the code."""
    secret = re.sub(
        r"<[^>]+>|\s", "", client.get(SET_UP).text.partition("Key:")[2].partition("</p>")[0]
    )
    return client.post(SET_UP, {"code": code_of(secret)})


# Transactional: the session is marked when the new factor is committed.
@pytest.mark.django_db(transaction=True)
def test_a_new_member_is_led_to_a_second_factor_and_prints_codes_once(client, newcomer):
    give_password(client, newcomer)
    assert client.get("/account/").url.startswith(SET_UP)
    response = set_up(client)
    assert response.url == reverse("mfa_view_recovery_codes")
    first, second = (client.get(response.url).text for _ in range(2))
    codes = (
        Authenticator.objects.get(user=newcomer.user, type=Authenticator.Type.RECOVERY_CODES)
        .wrap()
        .get_unused_codes()
    )
    assert len(codes) == 10
    assert all(code in first and code not in second for code in codes)
    assert "Print this page" in first
    assert is_inside(client)


def test_a_wrong_first_code_sets_nothing_up(client, newcomer):
    give_password(client, newcomer)
    client.get(SET_UP)
    assert client.post(SET_UP, {"code": "12"}).status_code == 200
    assert not Authenticator.objects.exists()
    assert not is_inside(client)


def test_an_older_session_proves_the_second_factor_too(client, holder):
    factories.sign_in(client, holder, is_second_factored=False)
    door = client.get("/account/").url
    assert door.startswith("/account/second-factor/again/")
    client.post(door, {"code": code_of(holder.totp_secret)})
    assert is_inside(client)


def test_sending_a_code_page_while_inside_proves_nothing(client, newcomer):
    give_password(client, newcomer)
    client.post(CODE, {"code": "1"})
    client.post("/account/second-factor/again/", {"code": "1"})
    assert second_factor.MARK not in client.session


@pytest.mark.django_db(transaction=True)
def test_another_telephone_starts_over(client, holder):
    give_password(client, holder)
    client.post(CODE, {"code": code_of(holder.totp_secret)})
    assert client.get("/account/second-factor/change/").status_code == 200
    client.post("/account/second-factor/change/")
    assert client.get("/account/").url.startswith(SET_UP)
    set_up(client)
    assert is_inside(client)


def test_the_second_factor_is_touched_only_after_the_password(client, holder):
    factories.sign_in(client, holder)
    assert client.get("/account/recovery-codes/new/").url.startswith("/account/password/again/")
    response = client.post("/account/recovery-codes/new/")
    assert response.url == "/account/recovery-codes/new/"


def test_no_request_is_written_into_the_session_beside_the_key(client, holder):
    factories.sign_in(client, holder)
    half = client.cookies[session.COOKIE].value.partition(":")[0]
    for page in ("recovery-codes/new/", "second-factor/change/", "second-factor/set-up/"):
        client.post(f"/account/{page}", {"code": "000000"})
        client.get(f"/account/{page}")
    for row in Session.objects.all():
        assert half not in str(row.get_decoded())


def test_the_password_again_opens_new_recovery_codes(client, holder):
    factories.sign_in(client, holder)
    door = client.get("/account/recovery-codes/new/").url
    page = client.post(door, {"password": holder.password})
    assert page.url == "/account/recovery-codes/new/"
    assert client.get(page.url).status_code == 200
    assert client.post(page.url).url == "/account/recovery-codes/"


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_reset_password",
        "account_change_password",
        "account_set_password",
        "account_request_login_code",
        "mfa_download_recovery_codes",
    ],
)
def test_what_allauth_offers_besides_does_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "place", ["signup/", "email/", "password/reset/", "login/code/", "social/"]
)
def test_no_other_account_page_answers(client, place):
    assert client.get(f"/account/{place}").status_code == 404


def test_an_inactive_account_is_told_so(client, holder):
    holder.user.is_active = False
    holder.user.save()
    response = give_password(client, holder)
    assert response.url == "/account/inactive/"
    assert "closed" in client.get(response.url).text
