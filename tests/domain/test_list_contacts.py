"""E-mail and web addresses as lists write them. What opens anything but a web page is never a web address (F52)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.list_contacts import is_email, is_website, read_emails, read_website

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=80)
WEBBY = st.text(alphabet="htps:/w.abcom@?#javscript\\ ,;|()<>%", max_size=60)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("info@pact.org.uk", "info@pact.org.uk"), ("mailto:info@pact.org.uk", "info@pact.org.uk"),
        ("INFO@PACT.ORG.UK.", "INFO@PACT.ORG.UK"), ("<info@pact.org.uk>", "info@pact.org.uk"),
        ("o'brien@pact.org.uk", "o'brien@pact.org.uk"), ("E-mail: info@pact.org.uk", "info@pact.org.uk"),
    ],
)  # fmt: skip
def test_an_email_is_found(text: str, kept: str) -> None:
    read = read_emails(text)
    assert (read.kept, read.also, read.odd, read.words) == (kept, (), (), "")


@pytest.mark.parametrize(
    ("text", "kept", "says"),
    [
        ("info @pact.org.uk", "info@pact.org.uk", "was read as"), ("info@pact,org.uk", "info@pact.org.uk",
        "was read as"),
        ("info@@pact.org.uk", "info@pact.org.uk", "was read as"), ("Jane <jane@pact.org>", "jane@pact.org",
        "may name a person"),
        ("test@example.com", "", "not a real one"), ("noemail@noemail.com", "", "not a real one"),
        ("name@domain.com", "", "not a real one"), ("x@y.example", "", "not a real one"), ("n/a", "", "taken as empty"),
    ],
)  # fmt: skip
def test_an_odd_email_is_named(text: str, kept: str, says: str) -> None:
    read = read_emails(text)
    assert (read.kept, read.words) == (kept, "")
    assert says in read.odd[0]


@pytest.mark.parametrize(
    "text", ["info at pact.org", "info@pact", "@pact.org", "a..b@pact.org", "Ring us", "www.pact.org"]
)
def test_what_is_no_email_is_kept_as_words(text: str) -> None:
    read = read_emails(text)
    assert read.kept == "" and read.words == text and "not an e-mail" in read.odd[0]


def test_the_second_email_is_not_lost() -> None:
    read = read_emails("a@pact.org.uk; b@pact.org.uk, A@pact.org.uk")
    assert (read.kept, read.also) == ("a@pact.org.uk", ("b@pact.org.uk",))
    assert "2 e-mail addresses" in read.odd[0]


def test_the_address_behind_the_words() -> None:
    assert read_emails("E-mail us", "mailto:info@pact.org?subject=Hello").kept == "info@pact.org"
    assert read_website("click here", "https://pact.org/a").kept == "https://pact.org/a"
    assert read_website("", "pact.org").kept == "https://pact.org"
    assert read_website("www.pact.org", "https://other.org").kept == "https://www.pact.org"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("www.pact.org", "https://www.pact.org"), ("pact.org/a?b=c#d", "https://pact.org/a?b=c#d"),
        ("http://pact.org", "http://pact.org"), ("HTTPS://PACT.ORG", "HTTPS://PACT.ORG"), ("(www.pact.org)",
        "https://www.pact.org"),
        ("https://x.gov.uk/a,b;c", "https://x.gov.uk/a,b;c"), ("https://x.org/a_(b)", "https://x.org/a_(b)"),
        ("see www.pact.org.", "https://www.pact.org"), ("<https://pact.org>", "https://pact.org"), ("pact.org:8080/a",
        "https://pact.org:8080/a"),
    ],
)  # fmt: skip
def test_a_web_address_is_found(text: str, kept: str) -> None:
    read = read_website(text)
    assert (read.kept, read.also, read.odd, read.words) == (kept, (), (), "")


@pytest.mark.parametrize(
    "text", ["http:/pact.org", "https//pact.org", "htp://pact.org", "http;//pact.org", "http:www.pact.org"]
)
def test_a_slip_in_the_scheme_is_mended_and_named(text: str) -> None:
    read = read_website(text)
    assert read.kept.startswith("https://") and read.kept.endswith("pact.org")
    assert "mended" in read.odd[0]


@pytest.mark.parametrize(
    "text", ["http://", "https://www.", "www.", "n/a", "example.com", "http://www.example.org/x", "none"]
)
def test_a_web_placeholder_is_empty_and_named(text: str) -> None:
    read = read_website(text)
    assert (read.kept, read.words) == ("", "") and "taken as empty" in read.odd[0]


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "JavaScript:alert(1)", "file:///c:/x.doc", "\\\\server\\share", "//server/share",
    "C:\\lists\\a.doc",
     "ms-word:ofe|u|http://x.org", "data:text/html,x", "ftp://x.org/a", "vbscript:x", "search-ms:query=x",
     "http://intranet/page",
     "http://bank.org@evil.org", "leaflet.pdf"],
)  # fmt: skip
def test_F52_what_opens_something_else_is_only_text(text: str) -> None:
    read = read_website(text)
    assert read.kept == "" and read.also == ()
    assert read.words == text
    assert "kept in the note" in read.odd[0]


def test_F52_an_unsafe_address_behind_harmless_words() -> None:
    read = read_website("Our website", "javascript:alert(1)")
    assert (
        read.kept == "" and read.words == "Our website javascript:alert(1)" and "other than a web page" in read.odd[0]
    )


def test_two_addresses_and_other_words_are_not_lost() -> None:
    read = read_website("www.a.org or www.b.org")
    assert (read.kept, read.also, read.words) == ("https://www.a.org", ("https://www.b.org",), "")
    assert read_website("www.a.org (password pact)").words == "www.a.org (password pact)"


@settings(deadline=None, database=None)
@given(st.one_of(ANY_TEXT, WEBBY), st.one_of(st.just(""), ANY_TEXT, WEBBY))
def test_F52_only_web_addresses_come_out(text: str, link: str) -> None:
    read = read_website(text, link)
    for address in (read.kept, *read.also):
        assert not address or re.match(r"https?://[^\s/@]+\.", address, re.IGNORECASE)
    mails = read_emails(text, link)
    assert all(is_email(address) for address in (mails.kept, *mails.also) if address)
    is_website(text)


@settings(deadline=None, database=None)
@given(st.from_regex(r"[a-z][a-z0-9]{0,8}@[a-z][a-z0-9]{2,9}\.(org|org\.uk|gov\.uk)", fullmatch=True))
def test_any_plain_email_is_itself(address: str) -> None:
    read = read_emails(address)
    assert read.kept == address or "not a real one" in read.odd[0]
