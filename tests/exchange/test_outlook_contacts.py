import pytest

from coalition.errors import NothingFound
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from coalition.model.contact import Note, TieKind
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source

HEADERS = {
    "English": "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
    "Business City,Business Country/Region,Home Street,Birthday,Spouse,E-mail Address,E-mail Type,"
    "E-mail Display Name,Manager's Name,Assistant's Name,Notes",
    "German": "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,"
    "Ort geschäftlich,Land/Region geschäftlich,Straße privat,Geburtstag,Partner,E-Mail-Adresse,"
    "E-Mail-Typ,E-Mail: Angezeigter Name,Name des/der Vorgesetzten,Name Assistent,Notizen",
    "French": "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Ville (bureau),"
    "Pays/Région (bureau),Rue (domicile),Anniversaire,Conjoint(e),Adresse de messagerie,"
    "Type de messagerie,Nom complet de l'adresse de messagerie,Nom du responsable,"
    "Nom de l'assistant(e),Notes",
    "Spanish": "Título,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,"
    "Ciudad de trabajo,País o región del trabajo,Calle del domicilio,Cumpleaños,Cónyuge,"
    "Dirección de correo electrónico,Tipo de correo electrónico,"
    "Nombre para mostrar de correo electrónico,Nombre del director,Nombre del ayudante,Notas",
    "Italian": "Titolo,Nome,Secondo nome,Cognome,Titolo straniero,Società,Reparto,Posizione,"
    "Città (uff.),Paese (uff.),Via (ab.),Compleanno,Coniuge,Indirizzo posta elettronica,"
    "Tipo posta elettronica,Nome visualizzato posta elettronica,Nome manager,Nome assistente,Note",
    "Dutch": "Titel,Voornaam,Middelste naam,Achternaam,Achtervoegsel,Bedrijf,Afdeling,Functie,"
    '"Werkadres, plaats","Werkadres, land/regio","Huisadres, straat",Verjaardag,Partner,'
    'E-mailadres,E-mailtype,"E-mail, weergegeven naam",Naam manager,Naam assistent,Notities',
    "Portuguese": "Título,Nome,Segundo nome,Sobrenome,Sufixo,Empresa,Departamento,Cargo,"
    "Cidade do endereço comercial,País/Região do endereço comercial,Rua do endereço residencial,"
    "Aniversário,Cônjuge,Endereço de email,Tipo de email,Nome para exibição do email,"
    "Nome do gerenciador,Nome do assistente,Anotações",
    "Japanese": "敬称,名,ミドル ネーム,姓,肩書き,会社名,部署,役職,市区町村 (会社),国/地域 (会社),"
    "番地 (自宅),誕生日,配偶者,電子メール アドレス,電子メールの種類,電子メール表示名,上司の氏名,"
    "秘書の氏名,メモ",
}
ROW = (
    "Dr.,Ada,Bea,Example,PhD,Made Up Ltd,Law,Chief,Utrecht,Netherlands,1 Home Street,1/1/1970,"
    'Sam Spouse,/o=Made Up/ou=Group/cn=ada,EX,"Ada ""A"" Example (Ada@example.org)",Bo Boss,'
    'Hal Helper,"Likes numbers.\nNo decks"'
)


def read_outlook(text: str, everything: bool = True, encoding: str = "utf-8-sig") -> Reading:
    material = material_from_bytes("contacts.csv", text.encode(encoding))
    return read_material(material, everything=everything)


def quoted(row: str) -> str:
    return row.replace("\n", "\r\n")


@pytest.mark.parametrize("language", HEADERS)
def test_the_header_may_be_in_any_of_eight_languages(language: str) -> None:
    reading = read_outlook(quoted(f"{HEADERS[language]}\n{ROW}\n"))
    assert reading.format == "outlook-contacts"
    assert reading.people == (
        Person(
            "Ada Bea Example",
            place="Utrecht, Netherlands",
            key="ada@example.org",
            emails=("ada@example.org",),
            title="Chief",
            organisation="Made Up Ltd",
            unit="Law",
            source=Source("contacts.csv", 2),
        ),
    )
    assert [(tie.one, tie.kind, tie.other) for tie in reading.ties] == [
        ("ada@example.org", TieKind.REPORTS_TO, "bo boss"),
        ("hal helper", TieKind.ASSISTS, "ada@example.org"),
    ]
    assert reading.remarks == (
        Note("ada@example.org", "Likes numbers.\nNo decks", Source("contacts.csv", 2)),
    )
    assert len(reading.notes) == 1
    assert not any(word in repr(reading.people) for word in ("Home", "1970", "Sam"))


def test_private_columns_are_named_and_not_kept() -> None:
    reading = read_outlook(f"{HEADERS['English']}\n{ROW}\n")
    assert reading.notes == (
        "Not kept, being private or of no use: Birthday, Home Street, Spouse.",
    )


def test_a_manager_who_has_a_row_is_that_person() -> None:
    boss = ",Bo,,Boss,,Made Up Ltd,,,,,,,,Bo@example.org,SMTP,Bo Boss,Bo Boss,,"
    reading = read_outlook(f"{HEADERS['English']}\n{ROW}\n{boss}\n")
    assert [person.name for person in reading.mentioned] == ["Hal Helper"]
    assert [tie.other for tie in reading.ties if tie.kind is TieKind.REPORTS_TO] == [
        "bo@example.org"
    ]


def test_the_columns_of_outlook_on_the_web_are_read() -> None:
    header = (
        "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,"
        "E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Company,Job Title,Hobby,"
        "Web Page,Notes"
    )
    row = (
        "花,,山田,,,Hana,はな,やまだ,hana@example.jp,h.yamada@example.jp,,+81,見本,部長,Choirs,"
        "https://www.linkedin.com/in/hana-y,"
    )
    (hana,) = read_outlook(f"{header}\n{row}\n").people
    assert hana.name == "山田 花"
    assert hana.names == (
        Name("やまだ はな", NameForm.READING),
        Name("Hana", NameForm.ALSO),
    )
    assert hana.emails == ("hana@example.jp", "h.yamada@example.jp")
    assert hana.profile == "https://www.linkedin.com/in/hana-y"


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "cp1252"), ("\t", "utf-16")])
def test_other_delimiters_and_encodings_are_read(delimiter: str, encoding: str) -> None:
    text = f"{HEADERS['German']}\n{ROW}\n".replace(",", delimiter)
    assert read_outlook(text, encoding=encoding).people[0].organisation == "Made Up Ltd"


def test_an_organisation_is_no_person() -> None:
    firm = ",,,,,Made Up Ltd,,,,,,,,desk@example.org,SMTP,,,,"
    reading = read_outlook(f"{HEADERS['English']}\n{firm}\n{ROW}\n")
    assert [person.name for person in reading.people] == ["Ada Bea Example"]
    assert reading.notes[0] == "Passed over: 1 entry of organisations, without a person."
    with pytest.raises(NothingFound, match="no person in it"):
        read_outlook(f"{HEADERS['English']}\n{firm}\n")


def test_a_cloud_of_it_is_refused_with_advice() -> None:
    with pytest.raises(NothingFound, match="`coalition import` keeps its people"):
        read_outlook(f"{HEADERS['English']}\n{ROW}\n", everything=False)


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        (
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
            "Ada,Example,https://www.linkedin.com/in/ada-e,,Made Up,Chief,28 Feb 2026\n",
            "linkedin-csv",
        ),
        ("First Name,Last Name,Skill,Level,Department,Manager\nAda,Example,Law,3,X,Bo\n", "table"),
    ],
)
def test_other_tables_of_people_are_not_taken(text: str, format_name: str) -> None:
    assert read_outlook(text).format == format_name
