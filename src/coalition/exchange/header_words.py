"""The words that head the columns of a table, in several languages."""

import re
import unicodedata


def words_of(header: str) -> list[str]:
    """The words of ``header`` in lower case without accents; "skillName" is two."""
    return re.findall(r"[^\W\d_]+", without_accents(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)))


def without_accents(text: str) -> str:
    """``text`` in lower case without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, as :func:`words_of` gives them."""
    return frozenset(without_accents(text).split())


TAG = word_set(
    """
    tag tags skill skills competence competences competency competencies expertise keyword keywords
    hashtag hashtags topic topics capability capabilities ability abilities strength strengths
    schlagwort schlagwörter schlagworte stichwort stichworte stichwörter fähigkeit fähigkeiten
    faehigkeit faehigkeiten kompetenz kompetenzen kenntnis kenntnisse fertigkeit fertigkeiten thema
    themen stärke stärken begriff begriffe étiquette étiquettes balise balises compétence
    compétences
    aptitude aptitudes savoirfaire sujet sujets thème thèmes motclé motsclés motcle motscles
    etiqueta etiquetas habilidad habilidades competencia competencias palabraclave palabrasclave
    tema temas destreza destrezas aptitud aptitudes etichetta etichette competenza competenze
    abilità argomento argomenti capacità parolachiave parolechiave habilidade habilidades
    competência competências palavrachave palavraschave tópico tópicos vaardigheid vaardigheden
    competentie competenties trefwoord trefwoorden onderwerp onderwerpen kompetens kompetenser
    färdighet färdigheter umiejętność umiejętności навык навыки тег теги умение умения компетенция
    компетенции тема темы ключевоеслово ключевыеслова مهارة المهارة مهارات المهارات وسم وسوم
    """
)
WEIGHT = word_set(
    """
    count counts weight weights vote votes score scores level levels endorsement endorsements
    frequency freq number rating ratings point points total amount value size mention mentions
    occurrence occurrences percent percentage share hits usage quantity qty answers
    anzahl gewicht gewichtung stimmen stimme punkte punktzahl bewertung häufigkeit wert menge
    bestätigungen bestätigung stufe niveau nennungen nombre poids voix note notes fréquence valeur
    quantité recommandations validations número peso voto votos puntuación nivel frecuencia cantidad
    valor validaciones puntos conteggio voti punteggio livello frequenza quantità conferme punti
    contagem pontuação frequência quantidade recomendações pontos aantal stemmen
    onderschrijvingen antal vikt liczba waga количество вес число голоса голосов баллы уровень
    рейтинг العدد عدد الوزن وزن نقاط
    """
)
STRICT_WEIGHT = word_set(
    """
    weight weights count counts score scores vote votes gewicht gewichtung anzahl stimmen poids voix
    peso conteggio voti votos aantal antal liczba количество вес число العدد الوزن وزن
    """
)
"""Words that promise a number: under them a word is a mistake, and no level such as "expert"."""

PERSON = word_set(
    """
    name names person people employee worker member colleague stakeholder candidate fullname user
    teammember staffmember
    mitarbeiter mitarbeiterin kollege kollegin nom personne prénom employé employée collègue nombre
    persona empleado nome pessoa funcionário colaborador dipendente collega naam medewerker persoon
    namn imię nazwisko имя фио сотрудник человек الاسم اسم الموظف
    """
)
FIRST_NAME = word_set("first given forename vorname prénom voornaam förnamn имя imię")
LAST_NAME = word_set(
    "last family surname nachname familienname achternaam efternamn фамилия nazwisko"
)
GROUP = word_set(
    """
    category categories group type area domain kategorie gruppe bereich catégorie domaine groupe
    categoría grupo área categoria gruppo categorie groep kategori категория группа
    """
)
NAME = word_set("name names")
TEAM = word_set(
    """
    team teams squad equipe equipo squadra ploeg zespół команда الفريق فريق
    """
)
DEPARTMENT = word_set(
    """
    department departments dept depts division abteilung departement département departamento
    reparto afdeling avdelning dział oddział отдел департамент قسم القسم businessunit orgunit
    organisationalunit organizationalunit organisationseinheit
    """
)
BY = word_set(
    """
    by endorser endorsers endorsername endorsedby givenby saidby recommendedby recommender voter
    votedby von bestätigtvon empfohlenvon endorsedbyname approuvépar validépar recomendadopor
    validadopor confermatoda onderschrevendoor
    """
)
"""Who says so: whole headers, written as one word."""

DATE = word_set(
    """
    date dates on when day year timestamp endorsedon endorsementdate dateendorsed dateofendorsement
    dategiven givenon saidon votedon
    datum jahr année jour fecha año giorno anno ano jaar år rok дата год التاريخ سنة
    """
)
"""When it was said: whole headers, written as one word."""

COLOUR = word_set(
    """
    colour colours color colors farbe farben couleur couleurs colores cor cores colore colori kleur
    kleuren färg färger kolor kolory цвет لون اللون
    """
)
LIST_HEADING = word_set(
    """
    my top key core main list of name names and & our all meine unsere wichtigste mes principales
    mis mie miei minhas
    """
)
"""Words that may stand beside one of TAG in the heading of a list."""

OTHER_NAMES = word_set(
    """
    id number no nr email mail phone url file company organisation organization org firma employer
    manager supervisor project team department nick middle code type status
    """
)
RUNNING_NUMBERS = word_set("id no nr rank rang rango year jahr date datum index position row line")

# Written without spaces, these are looked for anywhere in the header.
CJK_TAG = (
    "タグ",
    "スキル",
    "技能",
    "能力",
    "标签",
    "標籤",
    "キーワード",
    "태그",
    "기술",
    "역량",
    "कौशल",
)
CJK_WEIGHT = ("数", "票", "重み", "スコア", "点", "权重", "개수", "점수", "संख्या")
CJK_TEAM = ("チーム", "团队", "團隊", "팀", "टीम")
CJK_DEPARTMENT = ("部門", "部署", "部门", "부서", "विभाग")
CJK_DATE = ("日付", "日期", "年", "날짜", "연도", "तारीख")
CJK_PERSON = ("氏名", "名前", "姓名", "社員", "이름", "성명", "नाम")

UNITS = {
    "endorsement": "endorsements",
    "vote": "votes",
    "mention": "mentions",
    "answer": "answers",
    "point": "points",
    "percent": "percent",
}
"""What a weight counts, where a word of its header says so in English."""
