import contextlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import CoalitionError, UnreadableInput
from coalition.exchange import linkedin_csv
from coalition.exchange.linkedin_archive import READER
from coalition.exchange.material import Collection
from coalition.exchange.reading import read_material
from coalition.model.contact import TieKind
from coalition.model.person import Person
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import CONNECTIONS, ENDORSEMENTS, archive, document

IN = "https://www.linkedin.com/in/"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n"
)
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    'Ada,"Sample, PCC",Secretname,7 Secret St,Apr 3,Coach,I coach.,Coaching,SECRET1,Cork,,,sec\n'
)
WHOLE = {
    "Profile.csv": PROFILE,
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Old & Co,Clerk,,,2008,Jan 2012\nSample LLP,Partner,,Cork,Sep 2019,\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "second@example.org,Yes,No,\nAda@Example.com,Yes,Yes,\ntypo@example.net,No,No,\n",
    "Skills.csv": "Name\nCoaching\n",
    "Connections.csv": CONNECTIONS
    + f"Bo,Fictive (He/Him),{IN}bo-f,Bo@Example.org,Firm,Judge,28 Feb 2026\n"
    f'Dee,"Fictive, PhD",{IN}%C5%81u-d,,"Dee, Ray & Co",Head,03 Feb 2026\n'
    f"Cy,Fictive,{IN}cy,,Firm,Clerk,2 Jan 2020\n"
    f"Cy,Fictive,{IN}cy-2,,Firm,Clerk,3 Jan 2020\n"
    "Eve,Sample,,,Firm,Usher,\nEve,Sample,,,Firm,Usher,\n"
    ",,,,,,01 Oct 2024\n",
    "Endorsement_Received_Info.csv": ENDORSEMENTS
    + "2025/03/01 08:00:00 UTC,Law,Bo,Fictive (He/Him),www.linkedin.com/in/bo-f,ACCEPTED\n"
    "2025/03/01 08:00:00 UTC,Law,Finn,Fictive,www.linkedin.com/in/finn,ACCEPTED\n"
    "2025/03/01 08:00:00 UTC,Law,Gus,Fictive,www.linkedin.com/in/gus,REJECTED\n",
    "Endorsement_Given_Info.csv": ENDORSEMENTS.replace("Endorser", "Endorsee")
    + f'2026/02/28 09:00:00 UTC,Mediation,Dee,"Fictive, PhD",{IN}łu-d/,ACCEPTED\n'
    "2026/02/28 09:00:00 UTC,Mediation,Hal,Fictive,www.linkedin.com/in/hal,ACCEPTED\n"
    "2026/02/28 09:00:00 UTC,Mediation,Ida,Fictive,www.linkedin.com/in/ida,PENDING\n",
    "Recommendations_Received.csv": RECOMMENDATIONS
    + 'Bo,Fictive (He/Him),Firm,Judge,Fair.,"06/08/21, 09:15 AM",VISIBLE\n'
    'Cy,Fictive,Firm,Clerk,Kind.,"06/08/21, 09:15 AM",VISIBLE\n'
    'Gus,Fictive,Firm,Clerk,draft,"06/08/21, 09:15 AM",HIDDEN\n',
    "Recommendations_Given.csv": RECOMMENDATIONS
    + 'Dee,"Fictive, PhD","Dee, Ray & Co",Head,Sharp.,"03/13/25, 08:00 AM",VISIBLE\n'
    'Bo,Fictive,Firm,Judge,draft,"03/13/25, 08:00 AM",HIDDEN\n',
    "Invitations.csv": INVITATIONS
    + f'Ada Sample,Cy Fictive,"8/20/24, 8:13 AM",Secret hello,OUTGOING,{IN}ada-s,{IN}cy\n'
    f'Jo Fictive,Ada Sample,"2/26/26, 4:10 PM",,INCOMING,{IN}jo,{IN}ada-s\n',
    "messages.csv": MESSAGES
    + f"2-a,,Bo Fictive,{IN}bo-f,Ada Sample,{IN}ada-s,2026-03-02 08:01:15 UTC,,"
    '"Secret\n""text""",INBOX,,No\n'
    f'2-b,Circle,Ada Sample,{IN}ada-s,"Dee Fictive, PhD, PCC,Kim Fictive",'
    f'"{IN}łu-d,{IN}kim",2025-12-01 18:00:00 UTC,Next circle,Secret,INBOX,,No\n'
    f"2-c,Sponsored Conversation,,,Ada Sample,{IN}ada-s,2025-11-11 11:11:11 UTC,S,x,INBOX,,No\n"
    f"2-d,,LinkedIn Member,,Ada Sample,{IN}ada-s,2024-05-05 05:05:05 UTC,,x,ARCHIVE,,No\n"
    f"2-e,,Ada Sample,{IN}ada-s,Cy Fictive,{IN}cy,2026-03-10 10:00:00 UTC,,x,INBOX,,Yes\n"
    f"2-f,,Spam Bot,{IN}spam,Ada Sample,{IN}ada-s,2026-01-01 00:00:00 UTC,,x,SPAM,,No\n",
    "ImportedContacts.csv": "FirstName,MiddleName,LastName,Emails,PhoneNumbers,CreatedAt,"
    "UpdatedAt,Title,Location\n"
    'Bo,,Fictive,"bo@example.org, b@example.org",+44 20 7946 0000,,,,Secret Street\n'
    "Lou,,Fictive,lou@example.org,,,,Baker,\n",
    "Ad_Targeting.csv": "Company Names,Company Names\na,b\n",
    "guide_messages.csv": MESSAGES,
}


def read_all(files: Mapping[str, str | bytes]) -> Reading:
    return read_material(archive(files), format=READER.name, everything=True)


def read_alone(text: str | bytes, name: str) -> Reading:
    return read_material(document(text, name), everything=True)


def everyone(reading: Reading) -> dict[str, Person]:
    """All people of a reading by their keys."""
    owner = [reading.person] if reading.person else []
    return {person.key: person for person in (*owner, *reading.people, *reading.mentioned)}


def tied(reading: Reading, kind: TieKind) -> list[tuple[str, str, str | None]]:
    return [(tie.one, tie.other, tie.on) for tie in reading.ties if tie.kind is kind]


def test_the_owner_has_their_addresses_and_their_role_now() -> None:
    reading = read_all(WHOLE)
    owner = reading.person
    assert owner is not None
    assert (owner.name, owner.key, reading.owner) == ("Ada Sample", "ada-s", "ada-s")
    assert owner.emails == ("ada@example.com", "second@example.org")
    assert (owner.title, owner.organisation) == ("Partner", "Sample LLP")
    assert (owner.headline, owner.place, owner.profile) == ("Coach", "Cork", f"{IN}ada-s")
    assert len(owner.positions) == 2
    assert "E-mail addresses that the owner never confirmed, so not kept: 1." in reading.notes


def test_connections_have_all_that_is_told_of_them() -> None:
    people = read_all(WHOLE).people
    bo, dee = people[:2]
    assert (bo.name, bo.title, bo.organisation) == ("Bo Fictive", "Judge", "Firm")
    assert (bo.key, bo.profile) == ("bo-f", f"{IN}bo-f")
    assert (bo.source and bo.source.row, bo.names) == (2, ())
    assert (dee.name, dee.key) == ("Dee Fictive", "łu-d")
    assert "Dee Fictive, PhD" in [name.text for name in dee.names]


def test_people_of_one_name_stay_apart_with_a_key_each() -> None:
    keys = [person.key for person in read_all(WHOLE).people]
    assert keys[2:] == ["cy", "cy-2", "Connections.csv, line 6", "Connections.csv, line 7"]


def test_the_owner_is_tied_to_each_connection_since_a_day() -> None:
    ties = tied(read_all(WHOLE), TieKind.CONNECTED)
    assert ties[:2] == [("ada-s", "bo-f", "2026-02-28"), ("ada-s", "łu-d", "2026-02-03")]
    assert len(ties) == 6


def test_the_same_connection_twice_is_one_person_with_one_tie() -> None:
    rows = f"Bo,Fictive,{IN}Bo-F/,,Firm,,1 Jan 2020\nBo,Fictive,linkedin.com/in/bo%2Df,,,Judge,\n"
    reading = read_all({**WHOLE, "Connections.csv": CONNECTIONS + rows})
    assert [(bo.key, bo.organisation, bo.title) for bo in reading.people] == [
        ("bo-f", "Firm", "Judge")
    ]
    assert len(tied(reading, TieKind.CONNECTED)) == 1


def test_messages_between_people_are_touchpoints_without_their_text() -> None:
    reading = read_all(WHOLE)
    first, second = reading.touchpoints
    assert (first.people, first.at) == (("bo-f", "ada-s"), "2026-03-02T08:01:15+00:00")
    assert first.key == "linkedin 2-a 2026-03-02T08:01:15+00:00 bo-f"
    assert second.people == ("ada-s", "łu-d", "kim")
    assert (second.about, second.text) == ("Next circle", "")
    assert everyone(reading)["kim"].name == "Kim Fictive"
    assert (
        "4 of 6 messages not counted (accounts that are gone: 1, drafts: 1, spam: 1, sponsored: 1)."
        in reading.notes
    )


def test_only_people_of_messages_that_count_are_told_of() -> None:
    assert "spam" not in everyone(read_all(WHOLE))


def test_the_same_message_twice_is_one_touchpoint() -> None:
    row = f"2-a,,Bo,{IN}bo,Ada,{IN}ada-s,2026-03-02 08:01:15 UTC,,x,INBOX,,No\n"
    assert len(read_all({**WHOLE, "messages.csv": MESSAGES + row * 2}).touchpoints) == 1


def test_recipients_are_told_apart_by_semicolons_as_well() -> None:
    row = f"2-a,,Ada,{IN}ada-s,Bo F; Kim F,{IN}bo-f; {IN}kim,2026-03-02 08:01:15 UTC,,,,,\n"
    reading = read_all({**WHOLE, "messages.csv": MESSAGES + row})
    assert [contact.people for contact in reading.touchpoints] == [("ada-s", "bo-f", "kim")]


def test_recipients_whose_names_cannot_be_told_apart_are_known_by_their_profiles() -> None:
    to = f'"Bo F, of Firm, Kim F","{IN}bo-f,{IN}kim"'
    row = f"2-a,,Ada,{IN}ada-s,{to},2026-03-02 08:01:15 UTC,,,,,\n"
    people = everyone(read_all({**WHOLE, "messages.csv": MESSAGES + row}))
    assert (people["bo-f"].name, people["kim"].name) == ("Bo Fictive", "kim")


def test_what_no_member_sent_is_no_touchpoint() -> None:
    row = f"2-a,,LinkedIn,,Ada,{IN}ada-s,2026-03-02 08:01:15 UTC,Tips,x,INBOX,,No\n"
    reading = read_all({**WHOLE, "messages.csv": MESSAGES + row})
    assert reading.touchpoints == ()
    assert "1 of 1 messages not counted (not from a member: 1)." in reading.notes


def test_a_name_or_an_e_mail_address_is_no_profile_that_is_spelled_like_it() -> None:
    files = {
        **WHOLE,
        "Connections.csv": f"{CONNECTIONS}Cy,,{IN}bo,,,,\nDee,,{IN}lou%40example.org,,,,\n",
        "Endorsement_Received_Info.csv": f"{ENDORSEMENTS},Law,Bo,,,ACCEPTED\n",
    }
    people = [person.name for person in everyone(read_all(files)).values()]
    assert {"Cy", "Bo", "Dee", "Lou Fictive"} <= set(people)


def test_a_message_without_a_day_is_a_problem_of_its_line() -> None:
    row = f"2-a,,Bo,{IN}bo,Ada,{IN}ada-s,soon,,x,INBOX,,No\n"
    reading = read_all({**WHOLE, "messages.csv": MESSAGES + row})
    assert [(found.file, found.line) for found in reading.problems] == [("messages.csv", 2)]


def test_messages_of_older_archives_have_names_alone() -> None:
    text = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        'Bo Fictive,Ada Sample,"10/2/17, 3:04 PM",Hello,x,INCOMING,INBOX\n'
    )
    files = {name: WHOLE[name] for name in ("Profile.csv", "Skills.csv")}
    (contact,) = read_all({**files, "messages.csv": text}).touchpoints
    assert (contact.people, contact.at) == (("bo fictive", "ada sample"), "2017-10-02T15:04:00")


def test_invitations_are_ties_and_no_touchpoints() -> None:
    assert tied(read_all(WHOLE), TieKind.INVITED) == [
        ("ada-s", "cy", "2024-08-20"),
        ("jo", "ada-s", "2026-02-26"),
    ]


def test_recommendations_are_ties_and_those_given_also_a_note_of_the_owner() -> None:
    reading = read_all(WHOLE)
    assert tied(reading, TieKind.RECOMMENDED) == [
        ("bo-f", "ada-s", "2021-06-08"),
        ("cy fictive, firm", "ada-s", "2021-06-08"),
        ("ada-s", "łu-d", "2025-03-13"),
    ]
    assert [(note.about, note.by, note.text) for note in reading.remarks] == [
        ("łu-d", "ada-s", "Sharp.")
    ]
    assert [(text.by, text.text) for text in reading.recommendations] == [
        ("Bo Fictive", "Fair."),
        ("Cy Fictive", "Kind."),
    ]
    assert "1 recommendation of others not shown, so not used." in reading.notes


def test_one_of_two_who_are_called_alike_at_one_company_is_not_guessed() -> None:
    cy = everyone(read_all(WHOLE))["cy fictive, firm"]
    assert (cy.name, cy.organisation, cy.title) == ("Cy Fictive", "Firm", "Clerk")


def test_endorsers_are_people_of_the_reading_called_as_they_are_known() -> None:
    reading = read_all(WHOLE)
    received = [item for item in reading.evidence if item.by and not item.holder]
    assert [(item.by, item.by_key) for item in received] == [
        ("Bo Fictive", "bo-f"),
        ("Finn Fictive", "finn"),
    ]
    assert {item.by_key for item in received} <= everyone(reading).keys()
    assert "gus" not in everyone(reading)


def test_endorsements_given_are_evidence_of_those_who_hold_the_skill() -> None:
    reading = read_all(WHOLE)
    given_ = [item for item in reading.evidence if item.holder]
    assert [(item.skill, item.holder, item.holder_key) for item in given_] == [
        ("Mediation", "Dee Fictive", "łu-d"),
        ("Mediation", "Hal Fictive", "hal"),
    ]
    assert {(item.by, item.by_key) for item in given_} == {("Ada Sample", "ada-s")}
    assert "1 endorsement of others not counted: 1 pending." in reading.notes


def test_imported_contacts_with_a_known_address_are_known_people() -> None:
    reading = read_all(WHOLE)
    people = everyone(reading)
    assert people["bo-f"].emails == ("bo@example.org", "b@example.org")
    assert (people["lou@example.org"].name, people["lou@example.org"].title) == (
        "Lou Fictive",
        "Baker",
    )
    assert "1 phone number of imported contacts not kept." in reading.notes


def test_nothing_private_is_kept_and_the_notes_say_so() -> None:
    reading = read_all(WHOLE)
    kept = repr((reading.person, reading.people, reading.mentioned, reading.touchpoints))
    kept += repr((reading.ties, reading.remarks, reading.evidence, reading.recommendations))
    for private in ("Secret", "SECRET", "7946", "Apr 3", "He/Him", "typo@"):
        assert private not in kept
    assert (
        "Not kept of Profile.csv: maiden name, address, birth date, zip code, instant messengers."
        in reading.notes
    )
    assert "2 files known and passed over: Ad_Targeting.csv, guide_messages.csv." in reading.notes


def test_all_else_is_as_clouds_have_it() -> None:
    lean, whole = READER.read(archive(WHOLE)), read_all(WHOLE)
    own = [(item.skill, item.amount) for item in whole.evidence if not item.holder]
    assert own == [(item.skill, item.amount) for item in lean.evidence]
    assert len(whole.people) == len(lean.people) == 6
    assert (lean.ties, lean.touchpoints, lean.mentioned, lean.remarks) == ((), (), (), ())


def test_the_owner_is_found_by_messages_where_there_are_no_invitations() -> None:
    files = {name: text for name, text in WHOLE.items() if name != "Invitations.csv"}
    assert read_all(files).owner == "ada-s"
    del files["messages.csv"]
    assert read_all(files).owner == "ada sample"


def test_connections_of_an_archive_that_does_not_say_whose_it_is_have_no_ties() -> None:
    files = {name: WHOLE[name] for name in ("Connections.csv", "Skills.csv")}
    reading = read_all(files)
    assert (len(reading.people), reading.ties, reading.owner) == (6, (), "")


def test_a_localised_header_semicolons_and_windows_1252_are_read() -> None:
    text = "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\n"
    text += f"Jürgen;Fiktiv;{IN}jf;j@example.de;Firma für Beispiele;Rat;09 Dez 2025\n"
    reading = read_all({**WHOLE, "Connections.csv": text.encode("cp1252")})
    (person,) = reading.people
    assert (person.name, person.emails) == ("Jürgen Fiktiv", ("j@example.de",))
    assert person.organisation == "Firma für Beispiele"
    assert tied(reading, TieKind.CONNECTED) == [("ada-s", "jf", "2025-12-09")]


def test_a_formula_is_a_title_like_any_other() -> None:
    row = 'Bo,Fictive,,,Firm,"=SUM(1,1)",\n'
    (person,) = read_all({**WHOLE, "Connections.csv": CONNECTIONS + row}).people
    assert person.title == "=SUM(1,1)"


def test_a_quote_that_nothing_closes_costs_one_connection() -> None:
    rows = f'Bo,Fictive,{IN}bo,,"Firm,,\nCy,Fictive,{IN}cy,,,,\n'
    reading = read_all({**WHOLE, "Connections.csv": CONNECTIONS + rows})
    assert [person.key for person in reading.people] == ["cy"]
    assert [(found.file, found.line) for found in reading.problems] == [("Connections.csv", 2)]


def test_files_without_a_header_of_theirs_are_problems() -> None:
    files = dict.fromkeys(("messages.csv", "Invitations.csv", "Connections.csv"), "x,y\n1,2\n")
    reading = read_all({**WHOLE, **files})
    assert {found.file for found in reading.problems} == set(files)


def test_one_damaged_file_is_a_problem_and_all_damaged_an_error() -> None:
    def open_entry(entry: str) -> bytes:
        if entry == "messages.csv":
            raise UnreadableInput(f"{entry} is damaged.")
        return WHOLE[entry].encode()

    reading = READER.read_all(Collection("a.zip", tuple(WHOLE), open_entry))
    assert [found.file for found in reading.problems] == ["messages.csv"]
    with pytest.raises(UnreadableInput):
        READER.read_all(Collection("a.zip", ("messages.csv",), open_entry))


def test_connections_alone_are_read_in_full() -> None:
    reading = read_alone(WHOLE["Connections.csv"], "Connections.csv")
    assert reading.format == linkedin_csv.READER.name
    assert reading.people[0].emails == ("bo@example.org",)


def test_messages_alone_tell_whose_they_are() -> None:
    reading = read_alone(WHOLE["messages.csv"], "messages.csv")
    assert (len(reading.touchpoints), reading.owner) == (2, "ada-s")
    assert reading.person is not None
    assert reading.person.name == "Ada Sample"


def test_invitations_endorsements_and_recommendations_given_alone_are_read() -> None:
    reading = read_alone(WHOLE["Invitations.csv"], "Invitations.csv")
    assert (len(reading.ties), reading.owner) == (2, "ada-s")
    given_ = read_alone(WHOLE["Endorsement_Given_Info.csv"], "Endorsement_Given_Info.csv")
    assert [item.holder for item in given_.evidence] == ["Dee Fictive", "Hal Fictive"]
    texts = read_alone(WHOLE["Recommendations_Given.csv"], "Recommendations_Given.csv")
    assert [(note.text, note.by) for note in texts.remarks] == [("Sharp.", "")]


def test_imported_contacts_alone_are_a_list_of_people() -> None:
    reading = read_alone(WHOLE["ImportedContacts.csv"], "ImportedContacts.csv")
    assert [person.name for person in reading.people] == ["Bo Fictive", "Lou Fictive"]
    assert reading.mentioned == ()


@pytest.mark.parametrize("name", ["Positions.csv", "Email Addresses.csv", "Ad_Targeting.csv"])
def test_a_file_that_tells_of_nobody_is_refused_as_ever(name: str) -> None:
    with pytest.raises(CoalitionError):
        read_alone(WHOLE[name], name)


def check(reading: Reading) -> None:
    """What holds of any reading: keys are one person's each, and everything speaks of them."""
    owner = [reading.person] if reading.person else []
    people = [*owner, *reading.people, *reading.mentioned]
    keys = {person.key for person in people}
    assert len(keys) == len(people)
    assert all(person.name and person.key for person in people)
    assert keys.issuperset(key for tie in reading.ties for key in (tie.one, tie.other))
    assert all(tie.one != tie.other for tie in reading.ties)
    assert keys.issuperset(key for contact in reading.touchpoints for key in contact.people)
    assert keys.issuperset(note.about for note in reading.remarks)
    assert keys.issuperset(item.holder_key for item in reading.evidence if item.holder_key)
    assert reading.owner in keys | {""}


CELLS = st.sampled_from(
    [
        *("", "Bo", "Ada Sample", "Bo, PhD", "Bo, MD,Cy", "LinkedIn Member", "bo", "=1+1"),
        *(f"{IN}bo", f"{IN}ada-s", f"{IN}bo,{IN}cy", f"{IN}bo%40example.org", f"{IN}ada%20sample"),
        *("bo@example.org", "ACCEPTED", "OUTGOING", "INCOMING", "VISIBLE"),
        "2026-03-02 08:01:15 UTC",
    ]
)


@given(st.data())
def test_whatever_rows_there_are_keys_are_unique_and_known(data: st.DataObject) -> None:
    files = {}
    for name, text in WHOLE.items():
        header = text.splitlines()[0]
        row = st.lists(CELLS, min_size=header.count(",") + 1, max_size=header.count(",") + 1)
        rows = data.draw(st.lists(row, max_size=3))
        lines = [",".join(f'"{cell}"' for cell in cells) for cells in rows]
        files[name] = "\n".join([header, *lines])
    check(READER.read_all(archive(files)))


def test_the_whole_sample_speaks_of_people_by_their_keys() -> None:
    check(read_all(WHOLE))


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), st.binary(max_size=300)))
def test_any_bytes_give_a_reading_or_an_error_of_ours(files: dict[str, bytes]) -> None:
    with contextlib.suppress(CoalitionError):
        check(READER.read_all(archive(files)))


@given(st.binary(max_size=200), st.sampled_from([MESSAGES, INVITATIONS, CONNECTIONS, PROFILE]))
def test_any_bytes_below_a_header_do_so_too(content: bytes, header: str) -> None:
    with contextlib.suppress(CoalitionError):
        check(linkedin_csv.READER.read_all(document(header.encode() + content)))
