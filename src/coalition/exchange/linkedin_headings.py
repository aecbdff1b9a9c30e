"""The headings, tabs and page furniture around the skills on LinkedIn, by viewer language."""

import re

from coalition.exchange.linkedin_people import folded_name
from coalition.exchange.linkedin_phrases import STEM


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split("|"))


_SKILLS = _words(
    """skills|skills & endorsements|skills and endorsements|featured skills & endorsements
    |featured skills and endorsements|skills & expertise|skills and expertise
    |kenntnisse|kenntnisse und fähigkeiten|kenntnisse & fähigkeiten|fähigkeiten
    |ausgewählte kenntnisse und bestätigungen|compétences|compétences et recommandations
    |aptitudes|conocimientos y aptitudes|aptitudes y validaciones|competências
    |competências e recomendações|competenze|competenze e conferme|vaardigheden
    |vaardigheden en onderschrijvingen|kompetenser|kompetencer|kunskaper|ferdigheter|umiejętności
    |навыки|yetenekler|dovednosti|taidot|aptitudini|competențe|keahlian|スキル|技能|专业技能
    |보유기술|기술|مهارات|المهارات"""
)
_ALL = _words(
    """all|alle|tout|toutes|tous|todo|todos|todas|tudo|tutte|tutti|alla|alles|wszystkie|все|tümü
    |vše|kaikki|toate|semua|すべて|全て|全部|所有|모두|전체|الكل"""
)
_TABS = _words(
    """industry knowledge|tools & technologies|tools and technologies|interpersonal skills
    |other skills|languages|top skills
    |branchenkenntnisse|tools & technologien|tools und technologien|soziale kompetenzen
    |sonstige kenntnisse|weitere kenntnisse|andere kenntnisse|sprachen|top-kenntnisse
    |connaissances du secteur|outils et technologies|compétences interpersonnelles
    |autres compétences|langues|conocimientos del sector|herramientas y tecnologías
    |aptitudes interpersonales|habilidades interpersonales|otras aptitudes|idiomas
    |conhecimento do setor|conhecimentos do setor|ferramentas e tecnologias
    |competências interpessoais|outras competências|conoscenze di settore|conoscenze del settore
    |strumenti e tecnologie|competenze interpersonali|altre competenze|lingue|branchekennis
    |tools en technologieën|hulpmiddelen en technologieën|interpersoonlijke vaardigheden
    |sociale vaardigheden|overige vaardigheden|talen|業界知識|ツールとテクノロジー|対人スキル
    |その他のスキル|言語|行业知识|工具和技术|人际交往能力|其他技能"""
)
_FURNITURE = _words(
    """skip to main content|skip to search|keyboard shortcuts|close jump menu|home
    |my network|jobs|messaging|notifications|me
    |for business|load more results|show more results|show more|show less|see more|see less|about
    |accessibility|help center|talent solutions|community guidelines|careers|marketing solutions
    |privacy & terms|ad choices|advertising|sales solutions|mobile|small business|safety center
    |questions?|recommendation transparency|select language|manage your account and privacy
    |visit our help center.|professional community policies|back|try premium for free
    |zum hauptinhalt springen|zu hauptinhalt springen|mehr ergebnisse laden|info
    |barrierefreiheit|hilfebereich|passer au contenu principal|aller au contenu principal
    |charger plus de résultats|accessibilité|assistance|à propos|saltar al contenido principal
    |ir al contenido principal|cargar más resultados|acerca de|accesibilidad|centro de ayuda
    |pular para conteúdo principal|carregar mais resultados|acessibilidade|sobre
    |passa al contenuto principale|carica altri risultati|informazioni|accessibilità
    |naar hoofdinhoud gaan|meer resultaten laden|over|toegankelijkheid
    |メインコンテンツにスキップ|結果をさらに読み込む|会社概要|アクセシビリティ|ヘルプセンター"""
)
_NEXT_SECTION = _words(
    """recommendations|interests|honors & awards|publications|courses|projects|organizations
    |causes|volunteering|licenses & certifications|people also viewed|people you may know
    |who your viewers also viewed|viewers of this profile also viewed|people similar to you
    |profile language|public profile & url|pages for you|suggested for you
    |explore collaborative articles|more profiles for you|you might like
    |explore premium profiles|others named|promoted
    |empfehlungen|interessen|recommandations|centres d’intérêt|recomendaciones|intereses
    |推薦|関心"""
)
_SHOW_ALL = (
    r"(?:show|see|view) all \d+|alle \d+ .*(?:anzeigen|tonen|weergeven)|(?:afficher|voir) les \d+"
    r"|mostrar (?:las|los|todas|todos|as|os|tutte|tutti)?\s?(?:las |los |as |os )?\d+|mostra tutte"
    r"|.*\d+件.*表示|.*显示.*\d+.*技能"
)
_OF_ONE_SKILL = rf"detail|détail|dettagl|詳細|experience|{STEM}"
_FOOTER = r"linkedin corporation|linkedin ©|© ?\d{4}"


def is_skills_heading(line: str) -> bool:
    """Whether ``line`` heads the skills, perhaps with their number: ``Skills (25)``."""
    return re.sub(r"\s*[(（]\d+[)）]$|\s*·\s*\d+$", "", folded_name(line[:100])) in _SKILLS


def is_all_tab(line: str) -> bool:
    """Whether ``line`` is the tab that shows every skill."""
    return folded_name(line[:100]) in _ALL


def is_tab(line: str) -> bool:
    """Whether ``line`` is one of the tabs, or headings of older pages, that group skills."""
    return folded_name(line[:100]) in _TABS or is_all_tab(line)


def is_furniture(line: str) -> bool:
    """Whether ``line`` belongs to the page's navigation or footer."""
    return folded_name(line[:100]) in _FURNITURE


def is_next_section(line: str) -> bool:
    """Whether ``line`` heads a section that stands below the skills of a profile."""
    return folded_name(line[:100]) in _NEXT_SECTION


def ends_skills(line: str) -> bool:
    """Whether the skills end at ``line``: "Show all 32 skills", the next section, the footer."""
    line = line[:100]
    if is_next_section(line):
        return True
    shown_all = re.match(_SHOW_ALL, line, re.IGNORECASE)
    if shown_all and not re.search(_OF_ONE_SKILL, line, re.IGNORECASE):
        return True
    return re.match(_FOOTER, line, re.IGNORECASE) is not None


def announced_skills(text: str) -> int:
    """How many skills "Show all 32 skills" promises; 0 where ``text`` has no such line."""
    words = "|".join(re.escape(word) for word in _SKILLS)
    pattern = rf"\b(?:all|alle|les|las|los|as|le)\s+(?:\S+\s+)?(\d{{1,4}})\s+(?:{words})\b"
    found = re.findall(pattern, text, re.IGNORECASE)
    return int(found[-1]) if found else 0


def after_tabs(text: str) -> str:
    """``text`` without the heading and the tabs it starts with, all on one line."""
    words = sorted(_TABS | _SKILLS | _ALL, key=len, reverse=True)
    pattern = rf"(?:{'|'.join(map(re.escape, words))})(?:\s*\(\d+\))?(?:\s+|$)(?=\S)"
    while match := re.match(pattern, text, re.IGNORECASE):
        text = text[match.end() :]
    return text


def name_in_title(title: str) -> str:
    """The person a page's title names: ``(3) Skills | Ada Example | LinkedIn``; "" for nobody."""
    title = re.sub(r"^\s*\(\d+\+?\)\s*", "", " ".join(title.split()))
    parts = [part.strip() for part in re.split(r"\s[|｜]\s", title)]
    if len(parts) < 2 or folded_name(parts[-1]) != "linkedin":
        return ""
    for part in parts[:-1]:
        if not (is_skills_heading(part) or folded_name(part) in ("linkedin", "profile")):
            return re.split(r"\s[-–—]\s", part)[0]
    return ""
