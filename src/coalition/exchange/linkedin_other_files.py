"""The files of a LinkedIn archive that name no skill, told by columns no other table has."""

from coalition.exchange.columns import role_of
from coalition.exchange.linkedin_columns import WORDS
from coalition.exchange.linkedin_rows import headers

# What a file holds, and columns that only it has together, as public exports have them.
_COLUMNS = {
    "messages": "conversation id|from|to|content",
    "phone numbers": "extension|number|type",
    "email addresses": "email address|confirmed|primary",
    "invitations": "from|to|sent at|direction",
    "imported contacts": "first name|last name|emails|phonenumbers",
    "education": "school name|degree name",
    "projects": "title|description|url|started on",
    "publications": "name|published on|publisher",
    "honors": "title|description|issued on",
    "volunteering": "role|cause|started on",
    "company follows": "organization|followed on",
    "member follows": "date|status|fullname",
    "hashtag follows": "tag|createdtime",
    "profile summary": "profile summary",
    "registration": "registered at|registration ip",
    "rich media": "media description|media link",
    "shares": "sharelink|sharecommentary",
    "comments": "date|link|message",
    "reactions": "date|type|link",
    "votes": "date|link|optiontext",
    "events": "event name|event time|external url",
    "learning": "content title|content type",
    "saved jobs": "saved date|job url",
    "job applications": "application date|job url",
    "search queries": "time|search query",
    "logins": "login date|ip address",
    "verifications": "verification type|verified date",
}
_SIGNATURES = {
    what: frozenset(WORDS.get(column, column) for column in columns.split("|"))
    for what, columns in _COLUMNS.items()
}


def other_file(text: str) -> str:
    """What the file holds whose header is the first line of ``text``: "messages"; "" unknown."""
    top = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    for header in headers(top):
        named = frozenset(filter(None, header.columns))
        for what, columns in _SIGNATURES.items():
            if columns <= named and not any(role_of(own) == "tag" for own in named - columns):
                return what
    return ""
