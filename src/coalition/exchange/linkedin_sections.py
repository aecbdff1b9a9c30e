"""The headings in LinkedIn's "Save to PDF", in the languages of its viewers.

One file may mix two languages: the headings are the viewer's, but not all are translated.
"""

import re

from coalition.exchange.linkedin_people import folded_name

_HEADINGS = {
    "contact": "contact|kontakt|coordonnées|contacter|contactar|contato|contacto|contatto|contatti"
    "|contactgegevens|kontakta|контакты|способы связаться|iletişim|iletişim bilgileri|contactați"
    "|連絡先|お問い合わせ|联系方式|联系|聯絡方式|연락처",
    "skills": "top skills|top-kenntnisse|principales compétences|aptitudes principales"
    "|principais competências|competenze principali|principali competenze"
    "|belangrijkste vaardigheden|främsta kompetenser|mest repræsenterede kompetencer"
    "|mest repræsenterede|viktigste ferdigheter|toppferdigheter|najważniejsze umiejętności"
    "|основные навыки|öne çıkan yetenekler|huippuosaaminen|hlavní dovednosti|上位スキル|主なスキル"
    "|トップスキル|热门技能|主要技能|熱門技能|주요 보유기술|상위 보유기술|keahlian teratas",
    "languages": "languages|sprachen|langues|idiomas|línguas|lingue|talen|språk|sprog|języki"
    "|языки|diller|kielet|jazyky|言語|语言|語言|언어",
    "certifications": "certifications|licenses & certifications|zertifizierungen|zertifikate"
    "|bescheinigungen|certificats|licences et certifications|certificaciones|certificações"
    "|certificazioni|certificaten|certificeringen|certifieringar|certificeringer|sertifiseringer"
    "|certyfikaty|сертификаты|sertifikalar|資格|認定資格|资格认证|证书|認證|자격증",
    "other": "honors-awards|honors & awards|auszeichnungen/preise|auszeichnungen|distinctions"
    "|honneurs et récompenses|honores y premios|premios y distinciones|honors-prêmios|prêmios"
    "|riconoscimenti e premi|onderscheidingen en prijzen|utmärkelser|hæder og priser"
    "|受賞歴|荣誉奖项"
    "|publications|veröffentlichungen|publikationen|publicaciones|publicações|pubblicazioni"
    "|publicaties|publikationer|publikasjoner|出版物|patents|patente|brevets|patentes|brevetti"
    "|patenten|patent|特許|专利",
    "summary": "summary|zusammenfassung|résumé|extracto|resumen|resumo|riepilogo|sommario"
    "|samenvatting|sammanfattning|resumé|sammendrag|podsumowanie|общие сведения|özet|概要|自己紹介"
    "|个人简介|简介|요약",
    "experience": "experience|berufserfahrung|expérience|experiencia|experiência|esperienza"
    "|ervaring|erfarenhet|erfaring|doświadczenie|опыт работы|deneyim|kokemus"
    "|職歴|経験|工作经历|經歷|경력",
    "education": "education|ausbildung|formation|educación|formación|formação acadêmica|formação"
    "|formazione|istruzione|opleiding|utbildning|uddannelse|utdanning|wykształcenie|образование"
    "|eğitim|koulutus|学歴|教育经历|學歷|학력",
}
_SECTIONS = {
    heading: section for section, headings in _HEADINGS.items() for heading in headings.split("|")
}
MAIN = ("summary", "experience", "education")
"""The sections of the wide column; all others stand in the sidebar."""

_PAGE = (
    r"(?:page|seite|página|pagina|sida|side|strona|страница|sayfa|sivu|halaman|ページ|第)\s*\d+"
    r"\s*\D{0,6}\s*\d+\s*\D{0,4}|\d+\s*/\s*\d+\s*ページ"
)


def section(line: str) -> str:
    """The section that ``line`` heads, or ""."""
    return _SECTIONS.get(folded_name(line), "")


def is_page_number(line: str) -> bool:
    """Whether ``line`` is what stands at the foot of a page: ``Page 1 of 2``."""
    return re.fullmatch(_PAGE, line.strip(), re.IGNORECASE) is not None
