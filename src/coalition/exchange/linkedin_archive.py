"""LinkedIn's own archive: "Get a copy of your data", as the zip file or the unpacked folder.

Basic or complete, with or without a folder on top. A file is told by its name, with spaces or
underscores, in capitals or not; what is in it, by the names of its columns.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from coalition.errors import UnreadableInput
from coalition.exchange.material import Collection
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Problem, Reading

# The files that are read, by kind: their names now and in older archives, folded.
_READ = {
    "endorsementreceivedinfo": "endorsements",
    "endorsementsreceived": "endorsements",
    "endorsementsreceivedinfo": "endorsements",
    "skills": "skills",
    "profile": "profile",
    "positions": "positions",
    "recommendationsreceived": "recommendations",
    "recommendationreceived": "recommendations",
    "certifications": "certifications",
    "connections": "connections",
    "languages": "languages",
}

# Those that only a workbook has a use for.
_READ_FOR_ALL = {
    "endorsementgiveninfo": "given",
    "endorsementsgiven": "given",
    "endorsementsgiveninfo": "given",
    "recommendationsgiven": "recommendations given",
    "recommendationgiven": "recommendations given",
    "messages": "messages",
    "invitations": "invitations",
    "importedcontacts": "imported contacts",
    "emailaddresses": "email addresses",
}

# The files that are known and passed over: nothing about a person's skills at work is in them.
_OTHERS = """
    accountstatushistory adsclicked adtargeting advertisement articles causesyoucareabout
    coachmessages comments companyfollows companypages contacts courses creatorsubscriptions
    digitalbusinesscard documents easyapplyblocking education emailaddresses endorsementgiveninfo
    endorsementsgiven events givenbadges groupcomments grouplikes groupmemberships groupposts
    groups guidemessages hashtagfollows honors honorsawards identityverification importedcontacts
    inferencesaboutyou instantreposts interviewprep invitations jobapplicantsavedanswers
    jobapplicantsavedscreeningquestionresponses jobapplications jobpostings jobseekerpreferences
    lanadsengagement learning learningcoachmessages learningroleplaymessages likes linkedinarticles
    logins mediafiles memberfollows memberpreferences messages mobileapplications namechange
    newsletters notifications onlinejobpostings organizations patents phonenumbers photos
    pollvotes posts premiumsubscriptions privateidentityasset profilesummary projects providers
    publications publishing reactions receipts receiptsv2 recommendationsgiven recommendationgiven
    registration reviews richmedia savedarticles savedjobalerts savedjobanswers savedjobs
    saveditems searchqueries securitychallenges servicesmarketplaceengagements
    servicesmarketplaceopportunities servicesmarketplaceproviders shares smartreplies
    subscriptions talentquestionsaved testscores twitteraccounts verifications videos
    volunteering volunteeringexperience volunteeringinterests volunteerexperience votes
    whatsappphonenumbers
"""
_PASSED_OVER = frozenset(_OTHERS.split())
_ENOUGH = 5  # files that others may have as well: messages, events, contacts ...
_CLUTTER = (".ds_store", "thumbs.db", "desktop.ini")


class LinkedInArchive:
    """The reader of a whole archive."""

    name = "linkedin-archive"
    title = "LinkedIn archive, zip or folder (Settings, Data privacy, Get a copy of your data)"
    reads = Collection
    advice = (
        "it came without skills, endorsements or connections, so ask LinkedIn for a new copy with "
        "everything in it"
    )

    def recognise(self, material: Collection) -> Match:
        """Sure of a collection with files that only LinkedIn has, or several that it has."""
        names = {_folded(entry) for entry in material.entries if entry.lower().endswith(".csv")}
        used, passed = names & _READ.keys(), names & _PASSED_OVER
        if used and (any("endorsement" in name for name in names) or len(used | passed) >= 3):
            return Match.SURE
        return Match.LIKELY if used or len(passed) >= _ENOUGH else Match.NO

    def read(self, material: Collection, progress: Progress = silent) -> Reading:
        """The skills, endorsements, profile and connections in the archive.

        Raises UnreadableInput where its files are damaged or encrypted. One damaged file among
        good ones is a problem of the reading.
        """
        from coalition.exchange.linkedin_files import READ, joined, part_of

        chosen, notes = _choose(material.entries, _READ)
        parts, unread = [], []
        for done, kind in enumerate(READ):
            progress(done, len(READ))
            if kind in chosen:
                try:
                    parts.append(part_of(material.open(chosen[kind]), kind))
                except UnreadableInput as error:
                    unread.append(error)
                    problem = Problem(chosen[kind], None, str(error))
                    parts.append(Reading(self.name, material.name, problems=(problem,)))
        found = joined(self.name, material.name, parts)
        if unread and not found.evidence:
            raise unread[0]
        return replace(found, notes=(*found.notes, *notes))

    def read_all(self, material: Collection, progress: Progress = silent) -> Reading:
        """The same, and with whom its owner is connected, wrote, and vouched for each other.

        Raises UnreadableInput as ``read`` does.
        """
        from coalition.exchange.linkedin_whole import Files, everything

        chosen, notes = _choose(material.entries, _READ | _READ_FOR_ALL)
        found = everything(self.name, material.name, Files(chosen, material.open), progress)
        return replace(found, notes=(*found.notes, *notes))


def _choose(
    entries: tuple[str, ...], kinds_by_name: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The entry to read for each kind, by the folded names of files, and notes on the rest.

    Where two archives lie side by side, the folder with more of the files in it is taken.
    """
    kinds: dict[str, list[str]] = {}
    known, unknown = [], []
    for entry in filter(_is_file, entries):
        name = _folded(entry)
        if name in kinds_by_name and entry.lower().endswith(".csv"):
            kinds.setdefault(kinds_by_name[name], []).append(entry)
        elif name in _PASSED_OVER or _folder_is_known(entry):
            known.append(entry)
        else:
            unknown.append(entry)
    homes = Counter(_folder(entry) for found in kinds.values() for entry in found)

    def preference(entry: str) -> tuple[int, int, str]:
        return homes[_folder(entry)], -entry.count("/"), entry

    chosen = {kind: max(found, key=preference) for kind, found in kinds.items()}
    doubles = [entry for found in kinds.values() for entry in found if entry not in chosen.values()]
    return chosen, [
        note
        for note in (
            _listed("known and passed over", known),
            _listed("not known, so passed over", unknown),
            _listed("passed over, being there twice", doubles),
        )
        if note
    ]


def _listed(what: str, entries: list[str]) -> str:
    from coalition.exchange.naming import escaped

    names = sorted({escaped(entry.rsplit("/", 1)[-1]) for entry in entries}, key=str.casefold)
    shown = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
    files = "file" if len(entries) == 1 else "files"
    return f"{len(entries)} {files} {what}: {shown}." if entries else ""


def _folder(entry: str) -> str:
    return entry.rpartition("/")[0]


def _folder_is_known(entry: str) -> bool:
    """Whether the entry lies in one of LinkedIn's own folders, such as ``Articles``."""
    return any(_folded(part) in _PASSED_OVER for part in entry.split("/")[:-1])


def _is_file(entry: str) -> bool:
    base = entry.rsplit("/", 1)[-1].casefold()
    return bool(base) and not base.startswith("._") and base not in _CLUTTER


def _folded(entry: str) -> str:
    """The entry's own name: no folder, ending, copy number, case, space or underscore."""
    stem = entry.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold().strip()
    copy = stem.rpartition("(")
    if copy[1] and copy[2].rstrip(")").isdigit():
        stem = copy[0]
    return "".join(character for character in stem if character.isalnum())


READER = LinkedInArchive()
