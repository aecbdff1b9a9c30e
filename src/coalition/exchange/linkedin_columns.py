"""What LinkedIn calls the columns of its CSV files, in the languages its members use.

Most exports stay English whatever the language; some localise the names of columns. A column is
always found by its name, never by its place: LinkedIn has added and moved columns for years.
"""

import unicodedata

# English name: the same in German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish,
# Polish, Turkish, Russian, Japanese, Chinese and Korean, as far as they differ from each other.
_NAMES = {
    "first name": "firstname|given name|vorname|prénom|nombre|primeiro nome|nome|nome próprio"
    "|voornaam|förnamn|fornavn|imię|ad|adı|имя|名|名字|이름",
    "last name": "lastname|surname|family name|nachname|familienname|nom|nom de famille|apellido"
    "|apellidos|sobrenome|apelido|cognome|achternaam|efternamn|efternavn|nazwisko|soyadı|soyad"
    "|фамилия|姓|姓氏|성",
    "url": "profile url|profil-url|url du profil|url del perfil|url do perfil|url del profilo",
    "email address": "e-mail-adresse|adresse e-mail|dirección de correo electrónico"
    "|endereço de e-mail|indirizzo e-mail|e-mailadres|e-postadress|メールアドレス|电子邮件地址"
    "|이메일 주소",
    "company": "company name|organization|organisation|unternehmen|firma|name des unternehmens"
    "|unternehmensname|entreprise|nom de l'entreprise|société|nombre de la empresa"
    "|nome da empresa|nome dell'azienda|bedrijfsnaam"
    "|empresa|azienda|società|bedrijf|företag|virksomhed|şirket|компания|会社|会社名|公司|회사",
    "position": "posición|cargo|poste|posizione|functie|stanowisko|должность|役職|职位|職稱|직책",
    "connected on": "verbunden am|en relation depuis|date de mise en relation|relation depuis le"
    "|conectado el|fecha de conexión|conectado em|data de conexão|collegato il|data collegamento"
    "|verbonden op|kontakt sedan|つながった日|つながり日|连接时间|1촌 맺은 날짜",
    "skill name": "skill|name der kenntnis|kenntnis|kenntnisname|nom de la compétence|compétence"
    "|nombre de la aptitud|aptitud|nome da competência|competência|nome della competenza"
    "|competenza|naam vaardigheid|vaardigheid|kompetens|スキル名|スキル|技能名称|技能|보유기술",
    "endorsement date": "date of endorsement|datum der bestätigung|bestätigungsdatum"
    "|date de la recommandation|date de recommandation|fecha de la validación|fecha de validación"
    "|data da recomendação|data conferma|datum onderschrijving|推薦日|认可日期|추천 날짜",
    "endorser first name": "vorname des bestätigenden|vorname der bestätigenden person"
    "|prénom du recommandant|prénom de l'auteur de la recommandation|nombre del validador"
    "|nombre de quien valida|nome do recomendante|推薦者の名|推薦者名",
    "endorser last name": "nachname des bestätigenden|nachname der bestätigenden person"
    "|nom du recommandant|nom de l'auteur de la recommandation|apellido del validador"
    "|apellidos de quien valida|sobrenome do recomendante|推薦者の姓|推薦者姓",
    "endorser public url": "endorser url|endorser profile url|öffentliche url des bestätigenden"
    "|profil-url des bestätigenden|url publique du recommandant|url pública del validador"
    "|url pública do recomendante|推薦者の公開url|推薦者の公開プロフィールurl",
    "endorsement status": "bestätigungsstatus|status der bestätigung|statut de la recommandation"
    "|estado de la validación|status da recomendação|推薦ステータス|推薦の状態",
    "headline": "profile headline|profil-slogan|slogan|titre du profil|titre|titular|extracto"
    "|título|título profissional|sommario|kopregel|ヘッドライン|标题|헤드라인",
    "summary": "zusammenfassung|résumé|resumen|resumo|riepilogo|samenvatting|概要|自己紹介|简介",
    "industry": "branche|secteur|sector|setor|settore|bransch|業種|业界|行业|업종",
    "geo location": "location|standort|ort|lieu|localisation|ubicación|localidade|località"
    "|locatie|plats|勤務地|所在地|地点|위치",
    "title": "job title|jobtitel|positionsbezeichnung|intitulé du poste|fonction|puesto"
    "|função|mansione|役職名|职称",
    "started on": "start date|beginn|begonnen am|startdatum|date de début|début|fecha de inicio"
    "|inicio|data de início|data di inizio|startdato|開始日|开始日期|시작일",
    "finished on": "end date|ende|beendet am|enddatum|date de fin|fin|fecha de fin|finalización"
    "|data de término|data di fine|slutdatum|終了日|结束日期|종료일",
    "text": "recommendation|recommendation text|texte|texto|testo|tekst|本文|テキスト",
    "creation date": "date created|erstellungsdatum|erstellt am|date de création|fecha de creación"
    "|data de criação|data di creazione|aanmaakdatum|作成日|创建日期|작성일",
    "status": "statut|estado|stato|ステータス|状态|상태",
    "authority": "issuing organization|issuer|aussteller|ausstellende organisation|autorité"
    "|organisme|entidad emisora|autoridade|ente certificatore|発行機関|発行元|颁发机构",
    "license number": "lizenznummer|numéro de licence|número de licencia|número da licença"
    "|numero di licenza|認定番号|ライセンス番号",
    "proficiency": "kenntnisniveau|sprachniveau|niveau|niveau de compétence|competencia|nivel"
    "|proficiência|livello|vaardigheidsniveau|レベル|习得程度|熟练程度",
    "name": "nom du certificat|bezeichnung|naam|navn|namn|nazwa|название|名称|名前|名稱",
}


def folded(name: str) -> str:
    """A column's name without case, accents, underscores and doubled space."""
    spread = unicodedata.normalize("NFKD", name.replace("_", " ").replace("\ufeff", ""))
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", plain).casefold().split())


_OTHERS = (
    "maiden name|address|birth date|zip code|twitter handles|websites|instant messengers"
    "|description|notes|degree name|activities"
)
NAMES = frozenset(_NAMES) | frozenset(_OTHERS.split("|"))
"""LinkedIn's English names of columns, in lower case: those that matter and their neighbours."""

WORDS = {
    folded(word): english for english, words in _NAMES.items() for word in words.split("|")
} | {english: english for english in _NAMES}
"""LinkedIn's English name of a column, in lower case, by any of its folded names."""
