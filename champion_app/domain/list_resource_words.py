"""The fields of a list of resources, and the headings that libraries, networks and packs give them."""

from __future__ import annotations

from functools import cache

from champion_app.domain.list_headings import HeadingNames, HeadingWords
from champion_app.domain.resources import FIELD_WORDS

# What a column of a list can be used for, in the words of a mapping screen.
RESOURCE_FIELDS: dict[str, str] = {
    **FIELD_WORDS,
    "key": "What the list itself calls it (a number or code)",
    "list_checked": "When the list says it was checked",
}

_RESOURCES: HeadingNames = (
    ("title", "1",
     "=title; resource title; title of resource; =resource name; =name of resource; book title; document title; "
     "title of book; title of document; publication title; =resource; =resources; =report title; "
     "=title and author; =teitl; =title of publication; =main title; =full title"),
    ("title", "2",
     "=name; =item name; =publication; =document; =document name; =book; =tool; =tool name; =what is it called; "
     "=paper; =listing; =leaflet; =video; =film; =enw; =name or title; =item title; =names"),
    ("title", "3", "=item; =display name; =file name; =filename; =heading; =product"),
    ("author", "",
     "author; authors; publisher; publishers; =organisation; organisation name; name of organisation; =by; "
     "=made by; =who made it; produced by; published by; =creator; =source; written by; =provider; =editor; "
     "=editors; illustrator; developed by; =org; =charity; =company; =awdur; =author s; =provider name; =agency; "
     "=produced; =artist; =from; =who wrote it; =source organisation; =originator; =corporate author"),
    ("year", "",
     "=year; =date; =published; date published; publication date; year published; year of publication; "
     "publication year; published date; =pub date; date of publication; =issued; date issued; =released; "
     "=blwyddyn; =edition; =year of issue; =copyright year; =date of issue; =yr"),
    ("kind", "",
     "=type; =kind; =format; resource type; type of resource; =category; =medium; =media; media type; =genre; "
     "=kind of resource; content type; =form; =material type; type of material; =math; =item type; =file format; "
     "=what kind"),
    ("audience", "",
     "audience; =for whom; who is it for; =who for; target group; =aimed at; =suitable for; =for; =users; "
     "=user group; =who it is for; who is this for; =reader; =readers; =readership; whos it for; =intended for; "
     "=who can use it; =target; aimed at; =useful for"),
    ("ages", "",
     "=age; =ages; age group; age groups; age range; age ranges; ages covered; age band; age bands; =reading age; "
     "=suitable ages; =target age; =recommended age; =oed; =oedran; ages; =age suitability; =childrens ages; "
     "age of child; age"),
    ("ages", "min",
     "age from; min age; minimum age; from age; youngest; lower age; =age min; age low; lowest age; ages from"),
    ("ages", "max",
     "age to; max age; maximum age; to age; oldest; upper age; =age max; age high; highest age; ages to; up to age"),
    ("stages", "",
     "=stage; =stages; stage of journey; =journey stage; criminal justice stage; point in journey; "
     "stage of sentence; stages of journey; =point of journey; =when to use it; stage"),
    ("statements", "",
     "=statement; =statements; quality statement; quality statements; statement number; =qs; nicco statement; "
     "statement no; statements"),
    ("criteria", "",
     "=criterion; =criteria; criteria number; criterion number; criteria met; quality criteria; =evidence for; "
     "links to criteria; criterion no; criteria no; criteria; criterion"),
    ("link", "",
     "=link; =links; =url; =website; =web; web address; web link; weblink; hyperlink; =where to find it; "
     "=where to get it; =available from; =download; download link; =access; =location; =online link; source url; "
     "=find it at; =site; =doi; =webpage; website; url; link; =gwefan; =dolen; =www; =online; =find it; "
     "=web site address; =uri; =where"),
    ("licence", "",
     "=licence; =license; =licence or price; =licence price; =copyright; terms of use; =rights; licence; license"),
    ("licence", "price",
     "=price; =cost; =costs; =price licence; =how much; =fee; =permission; cost; price; =free or paid"),
    ("licence", "free", "=free; is it free; free of charge; =free to download; =free to use"),
    ("licence", "charge", "is there a charge; is there a cost; =chargeable; is there a fee"),
    ("description", "",
     "description; =summary; =what it is; =about; =abstract; =overview; =details; =content; =contents; =synopsis; "
     "=blurb; =annotation; =outline; what it covers; =brief; =key points; =disgrifiad; =information; =info; "
     "what is it about; =resource summary; =resource details; =purpose; =about this resource; summary; =review; "
     "=what is it"),
    ("language", "", "=language; =languages; language; =iaith; available languages"),
    ("nations", "",
     "=nation; =nations; =country; =countries; =uk nation; applies to; =jurisdiction; =region; =area; =coverage; "
     "=geographical area; =nation s; =which nations"),
    ("tags", "",
     "=tags; =tag; =keywords; =key words; =themes; =theme; =topic; =topics; =subject; =subjects; =issues; =issue; "
     "=subject heading; =subject headings; =keyword; =categories; =need; =needs; =area of need; =sub category; "
     "=subcategory; =section"),
    ("note", "",
     "=notes; =note; =our own note; additional information; additional info; other information; "
     "further information; =remarks; =other; =how to use; =how to use it; =tips; =nodiadau; =public notes; "
     "=further details"),
    ("note", "labelled",
     "=isbn; =issn; =pages; =number of pages; =no of pages; =length; =duration; =running time; =where held; "
     "=shelf mark; =shelfmark; =copies; =quantity"),
    ("status", "",
     "=status; =how current it is; =currency; =current; =up to date; in print; =availability; =still available; "
     "=state; =is it current"),
    ("list_checked", "checked",
     "last checked; date checked; =checked; checked on; last verified; =verified; date verified; link checked; "
     "last reviewed; =reviewed; date reviewed; =when the list says it was checked; date last checked; =assured; "
     "assured date; =confirmed; =list checked"),
    ("list_checked", "updated",
     "last updated; date updated; =updated; last update; =updated on; last modified; =date last updated; "
     "=modified; last edited; =revised"),
    ("key", "",
     "=id; =resource id; =ref; =reference; reference number; ref no; unique id; =uid; =record id; =identifier; "
     "external id; =uuid; =code; =resource code; =guid; =catalogue number; =catalogue no; =accession number; "
     "=record no; =item id; =entry id; =resource ref; =unique reference; =unique identifier; =id number; =barcode"),
    ("key", "count",
     "=no; =number; =row; =row number; =row no; =s no; =sl no; =sr no; =item no; =index; =line; =line no; "
     "=serial no"),
)  # fmt: skip


@cache
def resource_headings() -> HeadingWords:
    """The names of every field of a resource; made once, they never change."""
    return HeadingWords(_RESOURCES)
