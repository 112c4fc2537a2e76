"""The fields of a list of services, and the headings councils, charities and Open Referral give them."""

from __future__ import annotations

from functools import cache

from champion_app.domain.list_headings import HeadingNames, HeadingWords
from champion_app.domain.listings import FIELD_WORDS

# What a column of a list can be used for, in the words of a mapping screen.
SERVICE_FIELDS: dict[str, str] = {
    **FIELD_WORDS,
    "contact": "Telephone, e-mail and web address in one column",
    "status": "Whether it still runs",
    "key": "What the list itself calls it (a number or code)",
    "list_checked": "When the list says it was checked",
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SERVICES: HeadingNames = (
    ("name", "1",
     "service name; name of service; =service; =services; =service title; =title of service; =service offer; "
     "name of support service; =support service; =provision; name of provision; =name of service or group; "
     "=enw gwasanaeth; =service or organisation; =service organisation; =name of service organisation; "
     "=service project; =service group"),
    ("name", "2",
     "=name; =title; =listing; =listing name; =entry; =resource name; =display name; =enw; =support; =who; "
     "=name or title; =public name; =names; =the name of the service; =directory entry; =helpline; "
     "=what is it called; =service provider name and service; =facility; =facility name"),
    ("name", "3",
     "project name; name of project; =project; programme name; name of programme; =programme; =program; "
     "program name; =scheme; scheme name; activity name; name of activity; =activity; group name; name of group; "
     "=group; club name; =club; =team; team name; =centre name; =childrens centre; =helpline name; =intervention; "
     "=setting; setting name; =nursery; =event; =event name; =course; =session name; =group activity; =hub"),
    ("organisation", "",
     "organisation name; name of organisation; organisation; =org; =org name; agency name; name of agency; "
     "=agency; provider name; name of provider; =provider; service provider; name of service provider; "
     "=name service provider; name of the service provider; =charity; charity name; name of charity; =company; "
     "company name; business name; =business; delivered by; run by; =who runs it; who runs; who provides; "
     "provided by; offered by; lead organisation; lead agency; lead provider; lead body; parent organisation; "
     "host organisation; delivery partner; =partner; =supplier; supplier name; =department; =sefydliad; "
     "=voluntary group; =body; =institution; =trust; =provider organisation; =operator; =delivery organisation"),
    ("also_known_as", "",
     "also known as; =aka; alternate name; alternative name; =other names; =other name; =acronym; =abbreviation; "
     "short name; =known as; former name; =formerly; previous name; trading name; trading as; =nickname"),
    ("kind", "", "=organisation type; type of organisation; =provider type; =resource type"),
    ("phones", "",
     "=telephone; =tel; =phone; telephone number; phone number; =tel no; =phone no; =telephone no; contact no; "
     "contact number; contact tel; contact telephone; contact phone; landline; land line; =call; =ring; "
     "=tel number; =ffon; =rhif ffon; phone; telephone; tel; =call us; =phone us; =contact num; =tel num; "
     "=phone num; =t; =ph; =numbers; =telephone contact; =phone contact"),
    ("phones", "Mobile", "mobile; mobile number; mobile phone; =mob; =mob no; =cell; cell phone; =symudol"),
    ("phones", "Freephone", "freephone; free phone; freephone number; =0800; freefone"),
    ("phones", "Helpline",
     "helpline number; help line; advice line; support line; hotline; hot line; crisis line; info line; "
     "information line; helpline telephone; helpline phone; telephone helpline"),
    ("phones", "Textphone", "textphone; text phone; minicom; typetalk; text relay; =tty"),
    ("phones", "Text", "=text; =sms; text number; text service; text message; sms number; =text line"),
    ("phones", "WhatsApp", "whatsapp; whats app"),
    ("phones", "Out of hours",
     "out of hours phone; out of hours telephone; out of hours number; =out of hours; =ooh; emergency number; "
     "emergency phone; emergency telephone; =emergency; evening phone; out of hours contact"),
    ("phones", "Referrals",
     "referral phone; referral telephone; referral number; referral line; referrals phone; "
     "telephone for referrals; phone for referrals; referral tel"),
    ("email", "",
     "email; email address; contact email; email contact; =mail; =ebost; enquiries email; =e; =enquiries"),
    ("email", "Referrals", "referral email; referrals email; email for referrals; referral email address"),
    ("website", "",
     "website; =web; url; web address; website address; web link; weblink; =link; website link; webpage; homepage; "
     "home page; =site; =internet; =online; =www; website url; hyperlink; =gwefan; =links; =http; =web url; "
     "more information link; =find out more; =read more; =uri; =web info"),
    ("website", "Social media",
     "facebook; facebook page; twitter; instagram; social media; linkedin; youtube; =social; tiktok"),
    ("contact", "",
     "=contact details; =contact; =contacts; =contact info; =contact information; =how to contact; =contact us; "
     "=get in touch; =how to get in touch; how to contact; how to get in touch; =telephone email; =phone email; "
     "=phone email website; =telephone email website; =phone and email; =main contact; =key contact; "
     "=primary contact; =who to contact; =contact point; contact details; =tel email; =contact for service; "
     "=phone or email; =phone web; =email phone; =email website; =manylion cyswllt; =public contact; "
     "=first contact; =enquiries to; =contact method"),
    ("description", "",
     "description; =summary; service description; what we do; what they do; what it does; what does; =about; "
     "=about us; about the service; =details; =overview; =purpose; =aims; services offered; service offered; "
     "services provided; service provided; services available; what is offered; what is it; =what it offers; "
     "=what it is; =offer; support offered; support provided; support available; type of support offered; "
     "=activities; =synopsis; short description; long description; full description; =service details; "
     "=further details; =more information; =information; =info; =content; =remit; =disgrifiad; what do we offer; "
     "what do you offer; how can it help; how we can help; how we help; what happens; what support; "
     "=text for directory; =profile; =brief; =public description; =what; what do you do; =services we offer; "
     "=key information; help offered; help provided; =aim; =function; =role of service; =additional details"),
    ("hours", "",
     "opening hours; =hours; opening times; =open; =opening; =times; opening days; days and times; =days; =day; "
     "=when; =when is it; =when it is open; session times; =session; =sessions; =schedule; =availability; "
     "=available; hours of operation; day and time; =time; times open; service hours; operating hours; "
     "office hours; phone line hours; helpline hours; =timetable; =day time; =when open; =oriau agor; hours open; "
     "regular schedule; =days open; =days times; open times; =open hours; =dates and times; =when does it run; "
     "times of sessions; =hours available; business hours; =opening hours days; =operational hours; =frequency; "
     "=session details; opening days and times"),
    ("hours", "from",
     "=opens; =opens at; =open from; =opening time; =start time of session; =time from; =hours from"),
    ("hours", "to", "=closes; =closes at; =open until; =open to time; =closing time; =time to; =hours to"),
    ("address", "1",
     "=address; =full address; =postal address; =location; =where; =where is it; =physical address; "
     "=correspondence address; =addr; address; =cyfeiriad; =base; =based at; =place; =where it is; =locations; "
     "=service location; =address details; =visiting address; =delivery address; =location address"),
    ("address", "0",
     "=venue; =venue name; =premises; =building; =building name; =house name; =site name; =location name; "
     "=house number; =number and street; =house name or number; =venues; name of venue"),
    ("address", "line", "=address line; =addr line; =address lines; =add"),
    ("address", "street", "=street; =street address; =road; =street name; =thoroughfare; =address street"),
    ("address", "place",
     "=locality; =village; =suburb; =neighbourhood; =dependent locality; =address locality; =district address"),
    ("address", "town",
     "=town; =city; =town city; =city town; =town or city; =post town; =posttown; =address town; =tref; "
     "=address city; =town village; =address town city"),
    ("address", "county",
     "=county; =state province; =state; =province; =address county; =address region; =address state province"),
    ("address", "postcode",
     "=postcode; =zip; =zip code; =postal code; =pcode; =cod post; =address postcode; =post cd; "
     "=postcode of venue; =pc; =address postal code; =venue postcode; =postcode of service"),
    ("address", "country", "=country; =address country"),
    ("area", "",
     "=area; area covered; areas covered; coverage; catchment; catchment area; geographical area; geographic area; "
     "=geography; area served; areas served; service area; =ward; =wards; =ward name; =area name; =district name; "
     "=district; =districts; =borough; =boroughs; =region; =regions; local authority; =council; =localities; "
     "=locations covered; =where available; =covers; area of operation; postcodes covered; postcode covered; "
     "postcode areas; =county covered; =nation; =nations; local or national; national or local; =area it covers; "
     "=boundary; =cluster; =patch; =areas; =ardal; =la; =location s; where do you work; where we work; "
     "=area district; =local area; =geographic coverage; =geographical coverage; =which areas; =ward district; "
     "=area ward; =service areas; =scope; =reach; =geographical scope; =serving"),
    ("eligibility", "",
     "eligibility; eligibility criteria; =criteria; who can use; who can access; who can attend; who is it for; "
     "whos it for; who it is for; who its for; target group; target groups; client group; client groups; =who for; "
     "=for whom; suitable for; entry criteria; referral criteria; access criteria; =service users; user group; "
     "user groups; =beneficiaries; eligibility description; who do you support; who do we help; who we help; "
     "who can get help; open to; available to; =threshold; level of need; who would benefit; who is eligible; "
     "who can join; who can come; who is this for; who do they help; =eligible; =eligible groups; "
     "who is the service for; =restrictions; =users; =cohort; =target population; =target; who can be referred; "
     "who can apply; who they help; =inclusion criteria; =exclusion criteria; who do they support; "
     "who they support; who we support"),
    ("audience", "", "=audience; =target audience; =who would ask for it; =audience group; =intended audience"),
    ("ages", "",
     "=age; =ages; age group; age groups; age range; age ranges; ages covered; age of children; =childrens ages; "
     "age band; age bands; age bracket; =suitable ages; =target age; =target ages; =oed; =oedran; ages supported; "
     "=childs age; =age years; =age limit; =age limits; ages; =child age; =children age; age of child; "
     "=ages of children; =ages served; =age criteria; =age suitability; =key ages; age"),
    ("ages", "min",
     "age from; min age; minimum age; from age; youngest; lower age; =age min; age low; lowest age; ages from; "
     "=start age; age minimum; =age lower limit; =lower age limit; =age start; =age years from; =minimum; "
     "=age from years"),
    ("ages", "max",
     "age to; max age; maximum age; to age; oldest; upper age; =age max; age high; highest age; ages to; =end age; "
     "age maximum; =age upper limit; =upper age limit; up to age; =age end; =age years to; =age until; "
     "=age to years"),
    ("languages", "",
     "=language; languages; languages spoken; languages available; language spoken; languages offered; "
     "interpreters; interpretation services; interpreting; =translation; community languages; =iaith; =ieithoedd; "
     "language"),
    ("cost", "",
     "=cost; =costs; =fee; =fees; =charge; =charges; =price; =prices; =pricing; how much; cost to user; "
     "cost of service; cost to family; cost to families; =what it costs; fees description; fee details; =charging; "
     "=payment; cost options; cost per session; free or paid; =cost description; costs; cost; fees; charges; "
     "=cost details; =free paid; =price range; =cost type"),
    ("cost", "free",
     "=free; is it free; free of charge; =free service; =free to use; =cost free; =free access; "
     "is the service free"),
    ("cost", "charge", "is there a charge; is there a cost; =chargeable; =paid; is there a fee; do you charge"),
    ("how_to_refer", "",
     "how to refer; =referral; =referrals; referral route; referral routes; referral process; referral method; "
     "referral pathway; =referral info; how to access; access; accessing; how do i access; how to get help; "
     "how to join; how to apply; how to book; =booking; booking information; application process; self referral; "
     "self refer; self referrals; =referral details; who can refer; referral source; =route in; access route; "
     "=pathway; =pathways; referral form; how to make a referral; =referral information; =how to use; "
     "=application; how do people; how do families; =booking details; =booking required; =refer; =referred by; "
     "=referral required; referral; booking; =access method"),
    ("kind", "",
     "category; =categories; =type; service type; type of service; =kind; =kind of service; service category; "
     "=sub category; =subcategory; =theme; =themes; =topic; =topics; =subject; =taxonomy; =classification; "
     "=service types; type of provision; =provision type; =tags; =keywords; =need; =needs; type of need; "
     "area of need; support type; type of support; =issue; =issues; =specialism; =strand; =section; =sector; "
     "=heading; =categori; =key words; =service tags; =support category; =directory category; =service categories; "
     "=main category; =speciality; =group type; =tag"),
    ("note", "",
     "=notes; =note; additional information; additional info; other information; other info; further information; "
     "further info; extra information; =remarks; =anything else; =our own note; =other; =nodiadau; "
     "useful information; =public notes; =notes for families; =other details; =additional notes; "
     "=important information"),
    ("note", "labelled",
     "accessibility; =access needs; disabled access; wheelchair access; wheelchair; =facilities; parking; "
     "waiting time; waiting times; wait time; waiting list; public transport; =transport; =travel; accreditation; "
     "accreditations; =creche; =childcare; =refreshments; =equipment; ofsted; =cqc; =charity number; charity no; "
     "registered charity; =send provision; =alert; how it is delivered; delivery method; =format; "
     "=online or face to face; =capacity; =group size"),
    ("status", "",
     "=status; =service status; =active; =is active; =open closed; =current status; =still running; =still open; "
     "=live; =running; =in operation; =operational; =is open; =whether it still runs; =active or closed; =current; "
     "=enabled; =active inactive; =still active; =listing status; =state of service; =is it still running; "
     "=open or closed"),
    ("status", "closed",
     "=closed; =is closed; =inactive; =date closed; =closed date; =closed on; =service closed; =ended; "
     "=closure date; =end date of service; =discontinued; =archived; =deleted"),
    ("list_checked", "checked",
     "last checked; date checked; =checked; checked on; last verified; =verified; date verified; "
     "verification date; =assured; assured date; assurance date; last assured; date assured; last confirmed; "
     "=confirmed; date confirmed; last reviewed; =reviewed; date reviewed; =quality assured; =validated; "
     "date validated; last validated; checked date; last contacted; =list checked; "
     "=when the list says it was checked; date last checked; =assured on; =verified on; =when checked; "
     "=info checked; =date of check; =date of last check; =details checked; =details confirmed; "
     "information checked; =accurate as of"),
    ("list_checked", "updated",
     "last updated; date updated; =updated; last update; =updated on; last modified; last edited; =modified; "
     "=date of last update; =last changed; =date modified; information correct as of; =correct as of; "
     "=date last updated; =updated at; =last amended; =date of information; =revised"),
    ("key", "",
     "=id; =service id; =ref; =reference; reference number; ref no; unique id; =uid; =record id; =identifier; "
     "external id; service ref; =uuid; =code; =service code; =listing id; =urn; =nid; =objectid; =fid; =guid; "
     "=entry id; =record no; =record number; =service reference; =what the list itself calls it a number or code; "
     "=ref number; =unique reference; =unique identifier; =service identifier; =directory id; =asset id; "
     "=provision id; =original id; =id no; =id number; =setting id; =setting urn"),
    ("key", "count",
     "=no; =number; =row; =row number; =row no; =s no; =sl no; =sr no; =item; =item no; =index; =line; =line no; "
     "=serial no"),
    ("print_rule", "", "=on leaflets; =print rule"),
)  # fmt: skip


def _weekdays() -> HeadingNames:
    """Headings of one column for each day, or one for its opening and one for its closing."""
    short = ("mon", "tue; tues", "wed; weds", "thu; thur; thurs", "fri", "sat", "sun")
    ways = {
        "": "{}; {} hours; {} opening hours; {} opening times; {} times; {} time; {} session; {} sessions; hours {};"
        "opening hours {}; opening times {}; open {}; opening {}; open on {}",
        " from": "{} open; {} opens; {} opening; {} from; {} start; {} opening time; {} open from; {} opens at;"
        "{} start time",
        " to": "{} close; {} closes; {} closing; {} to; {} end; {} finish; {} closing time; {} until; {} closes at;"
        "{} end time; {} open to; {} open until",
    }
    return tuple(
        ("hours", f"{number}{edge}", "=" + names.replace(";", ";=").format(*[name.strip()] * 14))
        for number, day in enumerate(WEEKDAYS)
        for name in (day, *short[number].split(";"))
        for edge, names in ways.items()
    )


@cache
def service_headings() -> HeadingWords:
    """The names of every field of a service; made once, they never change."""
    return HeadingWords((*_weekdays(), *_SERVICES))
