"""Words of people's networks: what a field, a kind of thing or a tie is called, and means here.

Shared by the formats in which people draw networks, where every name is the user's own.
"""

import re
from functools import lru_cache

from coalition.exchange.header_words import word_set
from coalition.model.contact import TieKind

_MARKS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 60

# fmt: off
_FIELDS = {
    "name": "label|name|full name|display name|person|person name",
    "first name": "first name|given name|forename",
    "last name": "last name|surname|family name",
    "drawn": "node label",
    "email": "email|e mail|mail|email address|work email|business email",
    "title": "title|job title|job|role|position|function",
    "organisation": "organisation|organization|company|employer|org|firm",
    "unit": "department|dept|division|unit|business unit|org unit",
    "team": "team|teams",
    "place": "location|city|office|site|place|work location",
    "profile": "linkedin|linkedin url|linkedin profile|profile|profile url|url|website|web|link",
    "skills": "skill|skills|expertise|competence|competences|competency|competencies|strengths|"
              "areas of expertise|specialties|knowledge",
    "tags": "tag|tags|keyword|keywords",
    "remark": "description|note|notes|comment|comments|bio",
    "type": "type|element type|node type|person type|entity type|labels",
    "level": "level|grade|seniority",
    "zone": "time zone|timezone",
    "employee": "employee id|employee number|personnel number",
    "drawing": "x|y|z|size|color|colour|r|g|b|a|shape|image|icon|picture|avatar|photo|width|height|"
               "depth|viz|pinned|id|geometry|self loops|cover|video|interval|timeset|layout",
    "private": "birthday|birth date|birthdate|date of birth|dob|born|age|gender|sex|religion|"
               "faith|ethnicity|race|nationality|marital status|married|spouse|wife|husband|"
               "children|kids|family|home address|address|street|postcode|zip|zip code|"
               "home phone|private phone|mobile|private email|personal email|home email|"
               "health|disability|illness|politics|political party|political affiliation|"
               "party|pets|pet|hobbies|hobby|diet|salary|income|wealth|net worth|"
               "sexual orientation|pronouns|union membership",
}
_TIE_FIELDS = {
    "weight": "weight|strength|edge weight|tie strength|frequency|intensity|score|value|count",
    "type": "type|kind|relationship|relationship type|relation|interaction|connection type|"
            "edge type|tie type|layer",
    "label": "label|edge label|name|edgelabel|shared name",
    "remark": "description|note|notes|comment|comments",
    "direction": "direction|directed",
    "on": "since|start|start date|started|date",
    "until": "until|end|end date|ended",
    "drawing": "id|color|colour|r|g|b|size|curvature|tags|interval|timeset|width|source|target|"
               "from|to|shared interaction|suid|selected|delayed|reversed|image",
}
_PEOPLE = word_set(
    "person people stakeholder individual human contact member employee colleague staff user actor "
    "interviewee leader manager director executive expert mentor participant respondent volunteer "
    "champion influencer decisionmaker worker coach client persona personne pessoa persoon "
    "mitarbeiter mitarbeiterin mensch kollege kollegin 人 人物"
)
_PRIVATE_TIES = re.compile(
    r"\b(family|friends?|friendship|spouse|wife|husband|married|marriage|dating|lovers?|in love|"
    r"siblings?|brothers?|sisters?|parents?|father|mother|child|children|sons?|daughters?|cousins?|"
    r"uncle|aunt|nephew|niece|relatives?|personal|private|romantic|"
    r"avoids?|dislikes?|distrusts?|hates?|enem(?:y|ies)|rivals?|conflicts?)\b"
)
_PRIVATE_TAGS = word_set(
    "male female man woman men women nonbinary married single divorced father mother parent "
    "christian muslim jewish hindu buddhist atheist catholic protestant gay lesbian bisexual trans "
    "pregnant disabled"
)
# A pattern, what it says, and whether it says so from the other's side.
_KINDS = (
    (r"\bdotted\b", TieKind.DOTTED_LINE, False),
    (r"\b(reports? to|reporting to|managed by|supervised by|led by|subordinate of|works for)\b",
     TieKind.REPORTS_TO, False),
    (r"\b(manages|supervises|leads|manager of|boss of|supervisor of|is boss of)\b",
     TieKind.REPORTS_TO, True),
    (r"^(reports|reporting|reporting line|line manager|manager|boss|supervisor)$",
     TieKind.REPORTS_TO, False),
    (r"\b(assists|assistant of|assistant to)\b", TieKind.ASSISTS, False),
    (r"\b(seeks? advice|asks?(?: for)? advice|advised by|seeks? help|gets advice|turns to)\b|"
     r"^(advice|advice from)$", TieKind.SEEKS_ADVICE, False),
    (r"\b(advises|gives advice|advisor of|adviser of|advice to)\b", TieKind.SEEKS_ADVICE, True),
    (r"\b(endorsed|endorses)\b", TieKind.ENDORSED, False),
    (r"\b(recommended|recommends)\b", TieKind.RECOMMENDED, False),
    (r"\b(works? with|working with|collaborates?|collaboration|cooperates? with|colleagues?|"
     r"co ?workers?|teammates?|same team|same project)\b", TieKind.WORKS_WITH, False),
    (r"^(connected|connection|linkedin|contact|contacts)$", TieKind.CONNECTED, False),
)
# fmt: on
_COMPILED = tuple((re.compile(pattern), kind, turned) for pattern, kind, turned in _KINDS)
_NO_MEANING = word_set("directed undirected mutual both true false 0 1 knows none null")


def plain(written: str) -> str:
    """``written`` in lower case, its words divided by single blanks: "jobTitle" is "job title"."""
    spaced = _CAMEL.sub(" ", written[: _LONGEST * 4])
    return _MARKS.sub(" ", spaced).strip().casefold()


def _by_name(fields: dict[str, str]) -> dict[str, str]:
    """The role of each name, also of those written without blanks: "jobtitle", "LinkedIn"."""
    named = {name: role for role, names in fields.items() for name in names.split("|")}
    return {name.replace(" ", ""): role for name, role in named.items()}


_ROLES = _by_name(_FIELDS)
_TIE_ROLES = _by_name(_TIE_FIELDS)


@lru_cache(maxsize=4096)
def field_role(name: str) -> str:
    """What a person's field of this name holds: "name", "email", "skills" ...; "" if unknown.

    "private" is no work fact, "drawing" only says how to draw somebody.
    """
    return _ROLES.get(plain(name).replace(" ", ""), "")


@lru_cache(maxsize=4096)
def tie_field_role(name: str) -> str:
    """The same for a field of a tie: "weight", "type", "label" ..."""
    return _TIE_ROLES.get(plain(name).replace(" ", ""), "")


@lru_cache(maxsize=4096)
def is_person_type(written: str) -> bool:
    """Whether things of this type are people; where it is not told, they are."""
    name = plain(written)
    words = {name.replace(" ", ""), name.rpartition(" ")[2]}
    return not name or any({word, word.removesuffix("s")} & _PEOPLE for word in words)


def is_private_tag(tag: str) -> bool:
    """Whether a tag says what is nobody's business at work."""
    return plain(tag).replace(" ", "") in _PRIVATE_TAGS


@lru_cache(maxsize=4096)
def tie_meaning(written: str) -> tuple[TieKind, bool] | None:
    """What kind of tie the words say, and whether from the other's side; None for a private one.

    "manages" is "reports to" from the other's side.
    """
    words = plain(written)
    if _PRIVATE_TIES.search(words):
        return None
    for pattern, kind, turned in _COMPILED:
        if pattern.search(words):
            return kind, turned
    return TieKind.KNOWS, False


def says_nothing(written: str) -> bool:
    """Whether the words of a tie say no more than that there is one."""
    return not (words := plain(written)) or words in _NO_MEANING
