import io

import pypdf
import pytest

from coalition.errors import UnknownFormat, UnreadableInput
from coalition.exchange.europass_xml import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model.evidence import Kind
from coalition.model.person import Person, Position
from tests.exchange.samples import problems, read_bytes, read_text, skills

TODAY = """<?xml version="1.0" encoding="UTF-8"?>
<e:Candidate xmlns:e="http://www.europass.eu/1.0" xmlns:hx="http://www.hr-xml.org/3"
    xmlns:oa="http://www.openapplications.org/oagis/9">
  <e:CandidatePerson>
    <e:PersonName><oa:GivenName>Zoë</oa:GivenName><hx:FamilyName>Erdacht</hx:FamilyName></e:PersonName>
    <e:PrimaryLanguageCode>dut</e:PrimaryLanguageCode>
  </e:CandidatePerson>
  <e:CandidateProfile>
    <e:EmploymentHistory><e:EmployerHistory><hx:OrganizationName>Verzonnen NV</hx:OrganizationName>
      <e:PositionHistory><e:PositionTitle>Adviseur</e:PositionTitle>
        <e:EmploymentPeriod>
          <e:StartDate><hx:FormattedDateTime>2016-05-01T00:00:00</hx:FormattedDateTime></e:StartDate>
          <e:EndDate><hx:FormattedDateTime>2020</hx:FormattedDateTime></e:EndDate>
        </e:EmploymentPeriod></e:PositionHistory></e:EmployerHistory></e:EmploymentHistory>
    <e:PersonQualifications><e:PersonCompetency><e:CompetencyID>fra</e:CompetencyID>
      <hx:TaxonomyID>language</hx:TaxonomyID></e:PersonCompetency></e:PersonQualifications>
    <e:DigitalSkills><e:DigitalSkill><e:Title>Programming</e:Title>
      <e:Description>&lt;ul&gt;&lt;li&gt;C++&lt;/li&gt;
      &lt;li&gt;R&amp;amp;D tools&lt;/li&gt;&lt;/ul&gt;</e:Description>
      </e:DigitalSkill></e:DigitalSkills>
    <e:OrganisationalSkills><e:OrganisationalSkill><e:Title>Planning</e:Title>
      <e:Description>&lt;p&gt;since 2016, for the board&lt;/p&gt;</e:Description>
      </e:OrganisationalSkill></e:OrganisationalSkills>
    <e:OtherSkills><e:OtherSkill><e:Description>&lt;p&gt;Law, Mediation&lt;/p&gt;</e:Description>
      </e:OtherSkill></e:OtherSkills>
    <e:HobbiesAndInterests><e:HobbyOrInterest><e:Title>Rowing</e:Title></e:HobbyOrInterest>
      </e:HobbiesAndInterests>
  </e:CandidateProfile>
</e:Candidate>"""

BEFORE_2020 = """<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Inés</FirstName><Surname>Inventada</Surname></PersonName>
</Identification>
<Headline><Description><Label>Mediadora</Label></Description></Headline>
<WorkExperienceList><WorkExperience>
<Period><From year="2014" month="--11" day="---03"/><To year="2018"/></Period>
<Position><Label>Jefa</Label></Position><Employer><Name>Ejemplo SA</Name></Employer>
</WorkExperience></WorkExperienceList>
<Skills><Linguistic>
<MotherTongueList><MotherTongue><Description><Label>español</Label></Description></MotherTongue>
</MotherTongueList><ForeignLanguageList><ForeignLanguage><Description><Label>inglés</Label>
</Description></ForeignLanguage></ForeignLanguageList></Linguistic>
<Communication><Description>
&lt;ol&gt;&lt;li&gt;Oratoria&lt;li&gt;&lt;b&gt;Me&lt;/b&gt;diación&lt;/ol&gt;
</Description></Communication>
<JobRelated><Description>Derecho; Planificación</Description></JobRelated>
<Computer><Description>Excel, SAP</Description></Computer>
<Other><Description>Durante muchos años he aprendido a trabajar con personas de todo el mundo y
de todas las edades.</Description></Other>
<Driving><Description>B</Description></Driving></Skills></LearnerInfo></SkillsPassport>"""


def test_todays_europass_gives_titles_and_lists_and_neither_hobbies_nor_languages() -> None:
    reading = read_text(TODAY)
    assert reading.format == "europass-xml"
    assert [(e.skill, e.group) for e in reading.evidence] == [
        ("Programming", "Digital skills"),
        ("C++", "Programming"),
        ("R&D tools", "Programming"),
        ("Planning", "Organisational skills"),
        ("Law", "Other skills"),
        ("Mediation", "Other skills"),
    ]
    assert {(e.kind, e.amount) for e in reading.evidence} == {(Kind.LISTED, 0)}
    assert reading.person == Person(
        "Zoë Erdacht",
        positions=(Position("Verzonnen NV", "Adviseur", "2016-05-01", "2020"),),
        languages=("Dutch", "French"),
    )


def test_the_europass_of_before_2020_gives_what_its_descriptions_list() -> None:
    reading = read_text(BEFORE_2020, "cv.xml")
    assert skills(reading) == ["Oratoria", "Mediación", "Derecho", "Planificación", "Excel", "SAP"]
    assert reading.person == Person(
        "Inés Inventada",
        headline="Mediadora",
        positions=(Position("Ejemplo SA", "Jefa", "2014-11-03", "2018"),),
        languages=("español", "inglés"),
    )
    assert problems(reading) == [
        "cv.xml: “Durante muchos años he aprendido a traba…” is running text, "
        "in which no skill is listed."
    ]


def pdf(attachment: str, content: str) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment(attachment, content.encode())
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("xml", [TODAY, BEFORE_2020])
def test_the_pdf_carries_the_same_inside(xml: str) -> None:
    content = pdf("attachment.xml", xml)
    assert READER.recognise(Document("cv.pdf", content)) is Match.SURE
    assert skills(read_bytes(content, "cv.pdf")) == skills(read_text(xml))


def test_a_pdf_that_carries_something_else_is_not_taken_for_one() -> None:
    document = Document("cv.pdf", pdf("data.xml", "<invoice/>"))
    assert READER.recognise(document) is Match.NO
    with pytest.raises(UnknownFormat, match="carries no Europass CV inside"):
        READER.read(document)


def test_another_encoding_than_declared_does_no_harm() -> None:
    declared = TODAY.replace("UTF-8", "ISO-8859-1")
    assert skills(read_text(declared)) == skills(read_text(TODAY))
    assert skills(read_bytes(TODAY.encode("utf-16"))) == skills(read_text(TODAY))


def test_entities_are_refused() -> None:
    harmful = TODAY.replace(
        "<e:Candidate ", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><e:Candidate ', 1
    )
    with pytest.raises(UnreadableInput, match="declares entities, as harmful XML does"):
        read_text(harmful)


def test_damaged_xml_names_the_line() -> None:
    with pytest.raises(UnreadableInput, match=r"cv\.xml is damaged XML \(line \d+\)"):
        read_text(TODAY[:900], "cv.xml")


def test_other_xml_is_named_and_refused() -> None:
    with pytest.raises(UnknownFormat, match="seems to be an XML document"):
        read_text('<?xml version="1.0"?><note>Law</note>')
