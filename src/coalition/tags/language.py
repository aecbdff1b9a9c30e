"""Whether a name is in English, told from the name alone.

Good enough for one question only: which side of "X (Y)" is LinkedIn's English name. The answer
"not English" is given on positive signs alone (script, letters, function words, endings, frequent
words of skill names); everything without a sign may be a product, a proper name or English.
"""

import re
import unicodedata
from functools import lru_cache

from coalition.tags.word_set import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_ELISION = re.compile(r"(?:d|l|qu|dell|all|nell|dall)['’]\w")

# Function words that English skill names do not have as a word of their own. Left out on purpose,
# because English or an acronym has them too: die, in, a, on, man, as, an, am, do, no, per, is, so,
# van, con, pro, par, com, med, nas.
_FUNCTION_WORDS = word_set("""
    de du des le la les et aux pour avec dans sur une un en chez entre
    und der das den dem von vom zur zum für mit im bei auf nach über eine einer
    el los las del y para por una uno al sobre
    da dos das e em na pela pelo
    di della dello dei degli delle nel nella gli il lo tra fra
    het een voor met naar aan
    och att för av till til og på
    dla oraz przy ve ile dan untuk dengan si cu pentru
""")

# Words so frequent in the names of skills that they tell the language. None is an English skill
# word, and none is the name of a product.
_WORDS = word_set("""
    gestion conduite entreprises ressources humaines humaine conseil vente
    ventes équipes commerciale recrutement marchés droit langue langues anglais
    allemand espagnol projets projet achats bureautique informatique logiciel logiciels
    accompagnement encadrement enseignement dirigeants travail appliquer
    vertrieb verkauf einkauf recht finanzen unternehmen projekt projekte kommunikation strategie
    strategien deutsch englisch arbeit wirtschaft steuern lehre teamarbeit kunden kundendienst
    mitarbeiter logistik informatik statistik technik
    recursos humanos humanas ventas equipo equipos trabajo empresa empresas desarrollo negocio
    negocios cambio proyecto proyectos mercadotecnia estrategia cliente clientes datos redes
    sociales medios finanzas derecho aprendizaje compras oratoria
    vendas equipe equipes equipa trabalho desenvolvimento projeto projetos dados pessoas
    vendite lavoro squadra impresa sviluppo progetto progetti affari strategia inglese italiano
    finanza risorse umane
    verkoop personeel bedrijf samenwerken onderwijs engels nederlands werk klanten leiderschap
    salg engelska engelsk projekter ledarskap strategi økonomi
    praca projektami prodej obchod yönetimi satış liderlik proje johtaminen myynti
    managementul dezvoltare manajemen kepemimpinan penjualan proyek pengembangan bisnis
    pemasaran
""")

# Endings of words of at least six letters. English words with one of them are rare or none.
_ENDINGS = tuple(
    word_set("""
    ung ungen keit keiten heit heiten schaft schaften wesen ieren
    isch ische ischen ischer isches strategie strategien kompetenz
    politik logistik technik recht arbeit kommunikation wissenschaft
    ción ciones miento mientos azgo dades idad encia encias ancia
    tivo tiva tivos tivas ismo mente ología grafía ografia ologia
    ção ções mento mentos menti ança idade agem zione zioni ità
    ique iques ité ités isme tionnelle tionnel ologie ographie erie
    schap heid kunde isatie catie iteit beheer ontwikkeling beleid
    vaardigheden advies processen technieken ijke
    ledning ledelse elser hantering utveckling udvikling utvikling teknik
    arbete ledarskap kunskap kommunikasjon rekrytering rekruttering
    nictwo owanie zanie zenie ostwo
""")
)
# Words English does not write together, as German, Dutch and the Scandinavian languages do.
_COMPOUND = re.compile(r"\w{4,}(?:management|marketing|coaching|controlling)")
_ENGLISH_DESPITE_ENDING = word_set("""
    technique techniques boutique boutiques unique antique antiques oblique physique critique
    critiques mystique clique pique pimento memento mementos young samsung
    micromanagement mismanagement telemarketing neuromarketing remarketing rotisserie coterie
    menagerie camaraderie reverie lingerie patisserie
""")
# Loan words that English writes with marks.
_LOANS = word_set("""
    résumé résumés café cafés canapé canapés naïve cliché clichés façade façades décor
    fiancé protégé protégés décolletage
""")


def foreign_sign(name: str) -> str:
    """What shows that ``name`` is not English, in words; "" where nothing does."""
    if sign := script_sign(name):
        return sign
    words = [unicodedata.normalize("NFC", word.casefold()) for word in _WORD.findall(name)]
    for word in words:
        if word not in _LOANS and not word.replace("’", "'").isascii():
            return f'the letters of "{word}"'
    return _word_sign(name, words)


def script_sign(name: str) -> str:
    """The script that is not English's, in words; "" for Latin letters only."""
    if name.isascii():
        return ""
    scripts = {_script(character) for character in set(name) if character.isalpha()}
    others = sorted(scripts - {"Latin"})
    return f"written in {others[0]} letters" if others else ""


def _word_sign(name: str, words: list[str]) -> str:
    for word in name.casefold().split()[1:-1]:
        if word in _FUNCTION_WORDS:
            return f'the word "{word}"'
    for word in words:
        if word in _WORDS or _ELISION.match(word):
            return f'the word "{word}"'
        if len(word) < 6 or word in _ENGLISH_DESPITE_ENDING:
            continue
        if word.endswith(_ENDINGS):
            return f'the ending of "{word}"'
        if _COMPOUND.fullmatch(word):
            return f'the compound "{word}"'
    return ""


@lru_cache(maxsize=1024)
def _script(character: str) -> str:
    """The script of a letter, by the first word of its Unicode name."""
    script = unicodedata.name(character, "OTHER").partition(" ")[0].capitalize()
    return {"Cjk": "Chinese", "Fullwidth": "Latin", "Feminine": "Latin", "Masculine": "Latin"}.get(
        script, script
    )
