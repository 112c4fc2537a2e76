"""Which field a heading means, for services and for resources, and which headings are left out unread."""

from __future__ import annotations

import pytest

from champion_app.domain.list_headings import Role
from champion_app.domain.list_private_columns import is_like_a_person, looks_like_people, private
from champion_app.domain.list_resource_words import RESOURCE_FIELDS, resource_headings
from champion_app.domain.list_service_words import SERVICE_FIELDS, service_headings
from champion_app.domain.list_words import plain_heading
from champion_app.domain.listings import FIELD_WORDS as LISTING_WORDS
from champion_app.domain.listings import ListingFields
from champion_app.domain.resources import FIELD_WORDS as RESOURCE_WORDS
from champion_app.domain.resources import ResourceFields

SERVICES, RESOURCES = service_headings(), resource_headings()


def role(heading: str) -> tuple[str, str]:
    match = SERVICES.match(heading)
    return (match.role.field, match.role.part) if match else ("", "")


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("name", "Service name*|NAME OF SERVICE:|service_name|serviceName|Service|Title|Project"
         "|Name of group/activity|Enw / Name"),
        ("organisation",
        "Provider|Organisation|organization|Agency|Name of Service Provider|Delivered by|Charity name|Lead agency"),
        ("phones",
        "Tel|Tel. No.|Telephone number|Phone|phoneNumber|Contact no.|Mobile|Freephone|Helpline number|Textphone"
         "|Landline|Ffôn|TEL\nNUMBER|Phone 2"),
        ("email", "E-mail|Email address|contactEmail|Contact email|e mail|Referral email address"),
        ("website", "Web|URL|Website|Web site address|websiteURL|Home page|Link|Facebook page"),
        ("description",
        "Description|Summary|What we do|What does the service do?|About|Services offered"
         "|Brief description of the service"),
        ("hours",
        "Opening hours|OPENING TIMES|Days and times|When|Monday|Mon|weds|Opening hours - Friday|Sat opening hours"),
        ("address",
        "Address|Address line 1|address2|Street|Town|Town/City|County|Postcode|Post Code|POSTCODE|Venue"
         "|Postal address|Zip"),
        ("area", "Area|Area covered|Ward|District|Catchment area|Coverage|Local Authority|Region|Areas served"),
        ("eligibility",
        "Eligibility|Criteria|Who can use it?|Who is it for?|Target group|Client group|eligibility_description"
         "|Who can access this service"),
        ("ages", "Age|Ages|Age range|Age group (years)|Age from|Min age|minimum_age|Age to|maximumAge|Ages covered"),
        ("languages", "Languages|Language|Languages spoken|interpretation_services"),
        ("cost", "Cost|Fees|Charge|Price|Free?|Is it free?|fees_description|How much does it cost?|Cost (£)"
         "|Is there a charge?"),
        ("how_to_refer",
        "How to refer|Referral route|Referrals|How to access|How do people access your service?|application_process"
         "|Self-referral|Booking"),
        ("kind", "Category|Type|Service type|Type of service|Theme|Taxonomy"),
        ("note", "Notes|Additional information|Further info|Accessibility|Parking"),
        ("status", "Status|Active|Closed|Open/Closed|Is active"),
        ("list_checked",
        "Last checked|Date last checked|assured_date|Assured date|Verified|Last updated|Date verified"),
        ("key", "ID|Service ID|Ref|Reference number|Unique ID|uid"),
        ("contact", "Contact details|Contact|Phone / Email|How to contact|Tel & Email"),
        ("also_known_as", "Also known as|alternate_name|AKA|Other names"),
        ("audience", "Audience|Target audience"),
    ],
)  # fmt: skip
def test_what_councils_call_each_field_of_a_service(field: str, headings: str) -> None:
    assert {heading: role(heading)[0] for heading in headings.split("|")} == dict.fromkeys(headings.split("|"), field)


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("title", "Title|Resource title|Name|Name of resource|Book title|Resource"),
        ("author", "Author|Author(s)|Publisher|Organisation|Produced by|Source|Author / Publisher"),
        ("year", "Year|Date|Published|Year of publication|Publication date"),
        ("kind", "Type|Format|Kind|Resource type|Category|Media"),
        ("audience", "Audience|For whom|Who is it for?|Target audience|Aimed at"),
        ("ages", "Age|Age range|Reading age|Min age|Age to"),
        ("stages", "Stage|Stages|Criminal justice stage"),
        ("statements", "Statement|Quality statement|Statement no."),
        ("criteria", "Criteria|Criterion|Criterion number"),
        ("link", "Link|URL|Website|Web address|Where to find it|Available from"),
        ("licence", "Licence|Price|Cost|Licence or price|Free?"),
        ("description", "Description|Summary|What it is|Abstract|About this resource"),
        ("language", "Language|Languages"),
        ("tags", "Tags|Keywords|Themes|Topic"),
        ("note", "Notes|ISBN|Additional information"),
        ("nations", "Nation|Nations|Country"),
        ("status", "Status|In print|How current it is"),
    ],
)  # fmt: skip
def test_what_libraries_call_each_field_of_a_resource(field: str, headings: str) -> None:
    found = {
        heading: match.role.field if (match := RESOURCES.match(heading)) else "" for heading in headings.split("|")
    }
    assert found == dict.fromkeys(headings.split("|"), field)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Mobile", "Mobile"), ("Age from", "min"), ("maximum_age", "max"), ("Town", "town"), ("Postcode", "postcode"),
        ("Tuesday", "1"),
        ("Sunday opening hours", "6"), ("Thurs open", "3 from"), ("Friday closes", "4 to"), ("Is it free?", "free"),
        ("Closed?", "closed"),
        ("Last updated", "updated"), ("No.", "count"), ("Twitter", "Social media"),
    ],
)  # fmt: skip
def test_parts_of_a_field(heading: str, part: str) -> None:
    assert role(heading)[1] == part


@pytest.mark.parametrize("words", [*LISTING_WORDS.items(), *SERVICE_FIELDS.items()])
def test_our_own_words_for_a_field_of_a_service_are_understood(words: tuple[str, str]) -> None:
    if words[0] not in ("contact",):
        assert role(words[1])[0] == words[0]
        assert private(plain_heading(words[1])) is None


@pytest.mark.parametrize("words", RESOURCE_FIELDS.items())
def test_our_own_words_for_a_field_of_a_resource_are_understood(words: tuple[str, str]) -> None:
    match = RESOURCES.match(words[1])
    assert match and match.role.field == words[0]
    assert private(plain_heading(words[1])) is None


def test_every_field_can_be_mapped() -> None:
    assert SERVICE_FIELDS.keys() >= LISTING_WORDS.keys() | (ListingFields.__dataclass_fields__.keys())
    assert RESOURCE_FIELDS.keys() >= RESOURCE_WORDS.keys() | ResourceFields.__dataclass_fields__.keys()


@pytest.mark.parametrize("heading", ["", "Foo", "Bla bla", "x" * 5000, "Colour", "*"])
def test_what_nobody_knows_means_nothing(heading: str) -> None:
    assert SERVICES.match(heading) is None


@pytest.mark.parametrize(
    "heading", ["Mobile / Web address", "Landline or E-mail address", "Helpline number & Home page"]
)
def test_a_heading_of_two_ways_to_get_in_touch(heading: str) -> None:
    assert role(heading) == ("contact", "")
    assert role("Telephone / Mobile")[0] == "phones"


def test_half_a_heading_is_not_sure() -> None:
    match = SERVICES.match("Telephone line open to professionals")
    assert match and match.role == Role("phones") and not match.sure
    assert SERVICES.match("Telephone").sure  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "heading",
    [
        "Internal notes", "Notes (internal)", "Contact name", "Named person", "Key worker", "Case worker",
        "Lead officer", "Manager",
        "Service manager email", "Worker mobile", "Staff contact", "Coordinator", "Date of birth", "DOB", "D.O.B.",
        "Child's name", "Pupil name",
        "Family name", "Client name", "Parent/carer phone", "Surname", "First name", "Password", "Login", "Username",
        "Modified by", "Created by",
        "Last updated by", "Record owner", "Funding", "Contract value", "Contract end date", "Risk level", "RAG",
        "GDPR consent", "NHS number", "UPN",
        "Prison number", "Officer comments", "Do not publish", "Office use only", "Fax", "UPRN", "Latitude",
        "organisation_id", "Next review date",
        "Commissioned by", "Budget", "Head teacher", "Lead", "Case number", "NI number", "Ethnicity", "Job title",
        "assurer_email", "Timestamp",
        "Checked by", "Verified by", "Chair", "Door code", "Support worker", "Name of child", "Key holder",
        "contactName",
    ],
)  # fmt: skip
def test_headings_left_out_unread(heading: str) -> None:
    assert private(plain_heading(heading)) is not None


@pytest.mark.parametrize(
    "heading",
    [
        "Service name", "Name", "Contact number", "Contact email", "Telephone", "What it costs", "Our own note",
        "Lead organisation", "Notes",
        "Opening hours", "Age of children", "Children's ages", "Who is it for?", "Area covered", "Wheelchair access",
        "Head office phone",
        "Parent organisation", "Last checked", "Published", "Author", "Administrative area", "Referral form",
        "Access point",
    ],
)  # fmt: skip
def test_headings_that_may_be_read(heading: str) -> None:
    assert private(plain_heading(heading)) is None


@pytest.mark.parametrize(
    "heading", ["DOB", "Child name", "NHS number", "Pupil's surname", "Prisoner number", "Name of the child"]
)
def test_headings_about_children_are_told_from_the_rest(heading: str) -> None:
    kept_out = private(plain_heading(heading))
    assert kept_out and kept_out.children
    assert not private("internal notes").children  # type: ignore[union-attr]


def test_a_column_of_people_is_told_from_a_column_of_services() -> None:
    assert looks_like_people(["Jane Smith", "Paul Brown", "Dr. Khan Ali", "Sunshine Centre"])
    assert not looks_like_people(["Grace Centre for Families", "Sunshine Centre", "Family Matters", "Home Start"])
    assert not looks_like_people([])
    assert is_like_a_person("Sarah O'Brien") and not is_like_a_person("Jane")
