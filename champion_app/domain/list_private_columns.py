"""Columns of a list that are left out unread: notes for the office, people who work there, children and families."""

from __future__ import annotations

import re
from dataclasses import dataclass

from champion_app.domain.list_words import word_set

_PEOPLE_SERVED = (
    r"(?:child|childs|children|childrens|pupils?|students?|learners?|young persons?|yps?|clients?|patients?"
    r"|parents?|carers?"
    r"|mothers?|fathers?|mums?|dads?|family|familys|families|household|prisoners?|offenders?|siblings?|service users?"
    r"|beneficiary|beneficiarys|participants?|residents?|members?|victims?|next of kin)"
)
_OF_A_PERSON = (
    r"(?:(?:first|last|full|sur|fore|given|middle|preferred) ?)?(?:names?|surnames?|forenames?|initials|address"
    r"|postcode"
    r"|telephone|phone|tel|mobile|email|contact|contact details|number|no|id|ref|reference|dob|details)"
)
_CHILDREN = re.compile(
    rf"\b{_PEOPLE_SERVED} {_OF_A_PERSON}\b"
    r"|\bdate of births?\b|\bdobs?\b|\bd o b\b|\bbirth ?(?:date|day)\b|\bborn\b|\bname of (?:the )?"
    + _PEOPLE_SERVED
    + r"\b"
    r"|\bnhs (?:number|no|num|id)\b|\bupns?\b|\buln\b|\bunique pupil\b|\bprison(?:er)? (?:number|no|num|id)\b"
    r"|\bnoms\b"
    r"|\bpnc\b|\bnational insurance\b|\bni (?:number|no)\b|\bnino\b|\bpassport\b"
    r"|\bcase (?:number|no|num|ref|reference|id|notes?|history)\b|\bsiblings?\b|\bnext of kin\b"
    r"|\bmaiden name\b|\bsafeguarding (?:concerns?|notes?|flag|history)\b"
)
_ABOUT_PEOPLE = re.compile(
    r"\bethnic(?:ity)?\b|\breligion\b|\bsexual orientation\b|\bmedical (?:conditions?|history|notes?)\b"
    r"|\boffences?\b|\bsentence length\b"
)
_WORKERS = re.compile(
    r"\bcontact (?:\d )?(?:persons?|names?|forename|surname|first name|last name|job title|title|role|position)\b"
    r"|\b(?:named?|main|lead|key|primary|responsible|referral) (?:contact )?(?:person|individual)\b"
    r"|\bname of contact\b"
    r"|\bnamed (?:contact|worker|lead)\b|\blead (?:officer|contact|name|professional|worker|person|practitioner)\b"
    r"|\bkey ?workers?\b|\bcase ?workers?\b|\bsocial workers?\b|\blink workers?\b|\bsupport workers?\b|\bworkers?\b"
    r"|\bmanagers?\b|\bmanaged by\b|\bcoordinators?\b|\bofficers?\b|\bstaff\b|\bemployees?\b|\bhead ?teachers?\b"
    r"|^head$|\bhead of\b"
    r"|\bdirectors?\b|\bchief exec(?:utive)?s?\b|\bceo\b|\btrustees?\b|\bsecretary\b|(?<!wheel )\bchair(?:person"
    r"|man|woman)?\b"
    r"|\btreasurer\b|\bpoint of contact\b|\bpoc\b|\bdsl\b|\bsenco\b|\bpersonal\b|\bkey ?holders?\b"
    r"|\bvolunteers? names?\b"
    r"|\bjob titles?\b|\bfirst names?\b|\bforenames?\b|\blast names?\b|\bsurnames?\b|\bfamily name\b|\bgiven names?\b"
    r"|\bfull names?\b|\binitials\b|\bwho to (?:ask for|speak to)\b|\bask for\b|\bspoke (?:to|with)\b"
    r"|\bpractitioners?\b"
    r"|\bborrowed by\b|\bloaned to\b|\blead$|\blead 1\b|\bassessor\b|\bassurer\b|\bsalutation\b|\bposition\b"
    r"|\bline manager\b"
)
_SECRETS = re.compile(
    r"\bpass ?words?\b|\bpass ?codes?\b|\bpin(?: code| number)?\b|\blog ?ins?\b|\blog ?on\b|\busernames?\b"
    r"|\buser (?:name|id)\b"
    r"|\bdoor codes?\b|\bkey ?safe\b|\baccess codes?\b|\bapi key\b|\btoken\b|\bsort code\b|\bbank\b"
    r"|\baccount (?:no|number|name)\b"
)
_INTERNAL = re.compile(
    r"\binternal(?:ly)?\b|\bprivate\b|\bconfidential\b|\boffice use\b|\bofficial use\b|\badmin\b"
    r"|\badministrator\b|\bback office\b"
    r"|\bnot (?:for|to be) (?:public|publication|publish(?:ed)?|sharing|shared?|print(?:ed)?|display)\b"
    r"|\bdo not (?:publish|share|print|show|display)\b|\brestricted\b|\bsensitive\b|\bfor (?:council|staff|team"
    r"|our) use\b"
    r"|\b(?:modified|created|edited|amended|entered|added|updated|checked|verified|reviewed|approved|submitted"
    r"|completed"
    r"|confirmed|assured|validated|contacted|requested|uploaded|inputted|assigned|allocated|recorded) (?:by|to"
    r"|user)\b"
    r"|\b(?:record|data|list|page|content) (?:owner|status|creator|source|editor|steward|entry)\b|\bowners?\b"
    r"|\bassignee\b"
    r"|\bdate (?:created|added|entered|submitted)\b|\bcreated\b|\bcreation date\b|\bdate time\b|\btimestamp\b"
    r"|\bstart time\b"
    r"|\bcompletion time\b|\bsubmission (?:id|date)\b|\bip address\b"
    r"|\bfunding\b|\bfund(?:er|ers|ed by)?\b|\bcontracts?\b|\bcontract(?:ed|or)\b|\bbudgets?\b|\bgrants?\b"
    r"|\bspend(?:ing)?\b|\binvoices?\b"
    r"|\bcommission(?:ed|er|ers|ing)\b|\bunit cost\b|\bcost to (?:the )?(?:council|us|authority|commissioner"
    r"|school)\b|\bcost cent(?:re|er)\b"
    r"|\bvalue\b|\bpurchase order\b|\bpo number\b|\bvat\b|\butr\b|\bpayments? (?:to|made)\b|\bprocurement\b"
    r"|\btender\b"
    r"|\brisks?\b|\brag\b|\bgdpr\b|\bconsents?\b|\bdbs\b|\blawful basis\b|\bdata (?:protection|sharing)\b"
    r"|\bsharing agreement\b"
    r"|\bpermission to (?:share|publish)\b|\bpublish\b|\bhappy to be (?:listed|contacted)\b|\baudit\b|\bqa\b"
    r"|\bcompliance\b"
    r"|\b(?:next|due for) review\b|\breview (?:date|due|notes?|comments?|by|frequency)\b|\bfollow ?up\b"
    r"|\bactions?\b|\bchased?\b|\bto do\b"
    r"|\bcomplaints?\b|\bincidents?\b|\bcomments?\b|\bcorrespondence\b|\bcall log\b|\bcontact log\b"
    r"|\bmeeting notes\b|\bnotes? to self\b"
    r"|\b(?:officers?|council|team|our|staff|editor|case|commissioner) (?:notes?|comments?|remarks?)\b"
    r"|\bfeedback\b|\brating\b|\bscore\b"
)
_FAX = re.compile(r"\bfax\b|\bfacsimile\b")
_MAP_POSITION = re.compile(
    r"\bu[ps]rn\b|\beastings?\b|\bnorthings?\b|\blatitude\b|\blongitude\b|\blat\b|\blon\b|\blng\b|\bgeo\w*code\b"
    r"|\bgrid ref"
)
_LINKED_RECORD = re.compile(
    r"\b(?:organisations?|locations?|programs?|programmes?|agency|provider|contacts?|parent|taxonomy|address"
    r"|schedule|phone) (?:id|identifier|guid|uuid)\b"
)
# Headings with such a word that are about the service after all.
_HARMLESS = re.compile(
    r"^(?:our own note|what it costs|who would ask for it|correspondence address|start time of session"
    r"|lead (?:organisation|agency|provider|body)|parent organisation"
    r"|(?:for )?(?:parents?|carers?|children|families|family) (?:helpline|phone line)|access points?"
    r"|(?:how to|how can i|how do i|how do you) contact(?: us| them)?)$"
)


@dataclass(frozen=True)
class Privacy:
    """Why a column is left out. ``children`` marks one that makes its row a record about a child or a family."""

    why_not: str
    children: bool = False


_CHILDREN_WORDS = "It is about children or families. Champion keeps no records of them."
_WORKERS_WORDS = "It names a person. Champion keeps services, not the people who work there."
_SECRETS_WORDS = "It looks like a password, a login or bank details."
_INTERNAL_WORDS = "It looks like a note for the office that made the list, not for others."
_FAX_WORDS = "Fax numbers are not kept."
_MAP_WORDS = "Positions on a map are not kept."
_LINKED_WORDS = "It is a reference to another list."


def private(plain: str) -> Privacy | None:
    """Why the column with this heading (made plain by ``plain_heading``) is left out, or None when it may be read."""
    if _HARMLESS.search(plain):
        return None
    if _CHILDREN.search(plain):
        return Privacy(_CHILDREN_WORDS, children=True)
    for pattern, words in (
        (_ABOUT_PEOPLE, _CHILDREN_WORDS),
        (_SECRETS, _SECRETS_WORDS),
        (_WORKERS, _WORKERS_WORDS),
        (_INTERNAL, _INTERNAL_WORDS),
        (_FAX, _FAX_WORDS),
        (_MAP_POSITION, _MAP_WORDS),
        (_LINKED_RECORD, _LINKED_WORDS),
    ):
        if pattern.search(plain):
            return Privacy(words)
    return None


NAMES_PEOPLE = Privacy(_WORKERS_WORDS)

# Common first names and titles: enough to tell a column of people from a column of services, never to judge one cell.
_FIRST_NAMES = word_set(
    """
    mr mrs ms miss mx dr rev adam alan alex alice alison amanda amy andrea andrew angela ann anna anne anthony
    barbara becky ben beth brian carol caroline catherine charlotte chloe chris christine claire clare colin
    craig dan daniel daniella dave david dawn debbie deborah denise diane donna ed edward elaine elizabeth ella
    emily emma fatima fiona frances gareth gary gemma geoff george georgia graham grace hannah harry hayley
    heather helen holly ian isabel jack jackie jacob jade jake jamal james jamie jan jane janet jason jean jen
    jenny jess jessica jill jim jo joanna joanne joe john jon jonathan joseph josh julia julie karen karl kate
    katherine kathryn katie kay keith kelly ken kerry kevin kim kirsty laura lauren leah lee lesley lewis liam
    linda lisa liz louise lucy luke lynn lynne maria marie mark martin mary matt matthew maureen megan mel
    melissa michael michelle mike mohamed mohammed muhammad natalie natasha neil niamh nick nicola nigel nina
    oliver olivia owen pam pat patricia paul paula pauline peter phil philip priya rachel ravi rebecca rhys
    richard rob robert roger rosie ross roy ruth ryan sally sam samantha sandra sara sarah sean sharon sheila
    shirley sian simon sophie stacey stephen steve steven stuart sue susan tanya teresa terry tim tina tom tony
    tracey tracy valerie vicky victoria wendy will william yasmin yusuf zoe
    """
)


def looks_like_people(values: list[str]) -> bool:
    """Whether most of these values are two or three words that begin with a first name or a title."""
    return bool(values) and sum(is_like_a_person(value) for value in values) * 2 > len(values)


def is_like_a_person(value: str) -> bool:
    """Whether a value is two to four words that begin with a first name or a title."""
    words = value.split()
    return 2 <= len(words) <= 4 and words[0].casefold().strip(".,") in _FIRST_NAMES
