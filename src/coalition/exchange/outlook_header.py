"""What Outlook calls the columns of its contacts, in the languages it is used in.

The export is undocumented, and its header is in the language of the program that wrote it:
English, German, French, Spanish, Italian, Dutch, Portuguese and Japanese here, as far as the
columns matter. Several spellings stand beside each other, because Outlook's changed.
"""

import unicodedata

_MAIL_TYPES = (
    "E-mail{n} Type|E-Mail{n}-Typ|E-Mail{n}: Typ|Type de messagerie{n}"
    "|Tipo de correo electrónico{n}|Tipo posta elettronica{n}|E-mailtype{n}|E-mail{n}, type"
    "|Tipo de email{n}|Tipo de correio electrónico{n}|Tipo de e-mail{n}|電子メール{n}の種類"
)
_MAIL_NAMES = (
    "E-mail{n} Display Name|E-Mail{n}: Angezeigter Name|Nom complet de l'adresse de messagerie{n}"
    "|Nom d'affichage de l'adresse de messagerie{n}|Nombre para mostrar de correo electrónico{n}"
    "|Nombre para mostrar del correo electrónico{n}|Nombre de pantalla de correo electrónico{n}"
    "|Nombre de pantalla del correo electrónico{n}|Nome visualizzato posta elettronica{n}"
    "|E-mail{n}, weergegeven naam|E-mail{n}, weergavenaam|Weergavenaam e-mail{n}"
    "|Nome para exibição do email{n}|Nome de exibição do email{n}|Nome para exibição do e-mail{n}"
    "|Nome a apresentar do correio electrónico{n}|電子メール{n}表示名"
)
_MAIL = (
    "E-mail{n} Address|E-Mail{n}-Adresse|E-Mail{n}: Adresse|Adresse de messagerie{n}"
    "|Adresse e-mail{n}|Dirección de correo electrónico{n}|Dirección del correo electrónico{n}"
    "|Indirizzo posta elettronica{n}|Indirizzo di posta elettronica{n}|E-mailadres{n}"
    "|Endereço de email{n}|Endereço de e-mail{n}|Endereço de correio electrónico{n}"
    "|Endereço de correio eletrónico{n}|電子メール{n}アドレス"
)
_ROLES = {
    "before": "Title|Anrede|Titre|Titre de civilité|Título|Tratamiento|Titolo|Titel"
    "|Tratamento|敬称",
    "given": "First Name|Vorname|Prénom|Nombre|Nome|Voornaam|Primeiro nome|Nome próprio|名",
    "middle": "Middle Name|Weitere Vornamen|Zweiter Vorname|Deuxième prénom|2ème prénom"
    "|Segundo nombre|Secondo nome|Middelste naam|Tweede voornaam|Segundo nome|Nome do meio"
    "|ミドル ネーム",
    "family": "Last Name|Nachname|Nom|Nom de famille|Apellidos|Apellido|Cognome|Achternaam"
    "|Sobrenome|Apelido|Último nome|姓",
    "after": "Suffix|Namenszusatz|Suffixe|Sufijo|Titolo straniero|Suffisso|Achtervoegsel|Sufixo"
    "|肩書き|サフィックス",
    "nickname": "Nickname|Spitzname|Surnom|Apodo|Sobrenombre|Soprannome|Bijnaam|Apelido curto"
    "|ニックネーム",
    "filed": "File As|Speichern unter|Classer sous|Archivar como|Archivia come|Opslaan als"
    "|Arquivar como|表題",
    "given said": "Given Yomi|名フリガナ|名 (フリガナ)|フリガナ (名)",
    "family said": "Surname Yomi|姓フリガナ|姓 (フリガナ)|フリガナ (姓)",
    "organisation": "Company|Firma|Société|Organización|Compañía|Empresa|Società|Bedrijf"
    "|Organisatie|Companhia|会社名|会社",
    "unit": "Department|Abteilung|Service|Département|Departamento|Reparto|Ufficio|Afdeling|部署",
    "title": "Job Title|Position|Fonction|Intitulé du poste|Puesto|Cargo|Posizione|Functie|役職",
    "profession": "Profession|Beruf|Profesión|Professione|Beroep|Profissão|職業",
    "city": "Business City|Ort geschäftlich|Ville (bureau)|Ciudad de trabajo|Ciudad del trabajo"
    "|Città (uff.)|Città ufficio|Werkadres, plaats|Werk, plaats|Cidade do endereço comercial"
    "|Cidade comercial|Localidade da empresa|市区町村 (会社)|市町村 (会社)",
    "country": "Business Country/Region|Business Country|Land/Region geschäftlich|Land geschäftlich"
    "|Pays/Région (bureau)|Pays (bureau)|País o región del trabajo|País de trabajo"
    "|País o región de trabajo|País del trabajo|Paese (uff.)|Paese/area geografica (uff.)"
    "|Paese ufficio|Werkadres, land/regio|Werkadres, land|Werk, land"
    "|País/Região do endereço comercial|País do endereço comercial|País/Região comercial"
    "|País da empresa|国/地域 (会社)|国 (会社)|国名 (会社)",
    "manager": "Manager's Name|Manager|Name des/der Vorgesetzten|Name des Vorgesetzten|Vorgesetzter"
    "|Nom du responsable|Responsable|Nom du supérieur|Nombre del director|Nombre del administrador"
    "|Nombre del jefe|Nome manager|Nome responsabile|Nome superiore|Naam manager"
    "|Naam van manager|Naam leidinggevende|Nome do gerenciador|Nome do gerente|Nome do gestor"
    "|Nome do chefe|上司の氏名|上司の名前|上司",
    "assistant": "Assistant's Name|Name Assistent|Name Assistent/in|Name des Assistenten"
    "|Nom de l'assistant(e)|Nom de l'assistant|Nombre del ayudante|Nombre del asistente"
    "|Nome assistente|Naam assistent|Naam van assistent|Nome do assistente|秘書の氏名|秘書の名前"
    "|アシスタントの名前",
    "referred": "Referred By|Empfohlen von|Recommandé par|Referido por|Referente|Presentato da"
    "|Verwezen door|Indicado por|紹介者",
    "note": "Notes|Notizen|Notas|Note|Notities|Anotações|Comentários|メモ",
    "page": "Web Page|Webseite|Page Web|Página Web|Pagina Web|Webpagina|Página da Web|Página na Web"
    "|Web ページ|Business Homepage",
    "language": "Language|Sprache|Langue|Idioma|Lingua|Taal|言語",
    **{f"mail {n}": _MAIL for n in (1, 2, 3)},
    **{f"mail type {n}": _MAIL_TYPES for n in (1, 2, 3)},
    **{f"mail name {n}": _MAIL_NAMES for n in (1, 2, 3)},
}
_OWN_COLUMNS = (
    "middle|after|given said|family said|city|country|manager|assistant|referred|page"
    "|nickname|mail 2|mail 3|mail type 1|mail name 1|mail name 2"
)
_MARKS = frozenset(_OWN_COLUMNS.split("|"))
_FEWEST_MARKS = 3


def folded(column: str) -> str:
    """A column's name by its letters and digits alone, without accents and case."""
    spread = unicodedata.normalize("NFKD", column[:200].casefold())
    kept = "".join(sign for sign in spread if sign.isalnum() or sign == "\u3099")
    return unicodedata.normalize("NFC", kept)


def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for role, names in _ROLES.items():
        number = role[-1] if role[-1].isdigit() else ""
        for name in names.split("|"):
            for shown in {"", "1"} if number == "1" else {number}:
                known.setdefault(folded(name.replace("{n}", f" {shown}")), role)
    return known


_KNOWN = _known()


def roles_of(header: list[str]) -> dict[str, int]:
    """Where each role stands; the second "Titre" of a French header is that of the job."""
    places: dict[str, int] = {}
    for place, column in enumerate(header):
        role = _KNOWN.get(folded(column), "")
        if role == "before" and "before" in places:
            role = "title"
        if role:
            places.setdefault(role, place)
    return places


def is_outlooks(header: list[str]) -> bool:
    """Whether it names people and mail as Outlook does, with columns that others have not."""
    roles = roles_of(header).keys()
    named = bool(roles & {"given", "family"})
    mail = bool(roles & {"mail 1", "mail name 1"})
    return named and mail and len(roles & _MARKS) >= _FEWEST_MARKS
