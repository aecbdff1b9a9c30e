"""The words that head the columns of a table of people, in several languages.

Whole headers, compared without case, accents, digits, signs and spaces: "Manager_ID" and
"managerId" are one. As exports of Workday, BambooHR, Personio, SAP SuccessFactors, Google
Directory, Visio, Lucidchart and OrgChart Now write them, and as people write them by hand.
"""

NAME = """
name, names, full name, display name, worker, worker name, employee, employee name,
employee names, person, people, person name, member, member name, team member, staff,
staff member, colleague, stakeholder, stakeholder name, contact name, candidate,
preferred full name, formatted name, legal name, associate, user full name, box name,
last name first name, name last first, vorname nachname, name vorname, nachname vorname,
vollstandiger name, mitarbeiter, mitarbeiterin, mitarbeitername, mitarbeitende, anzeigename,
kollege, beschaftigter, nom, nom complet, nom et prenom, nom prenom, prenom nom, prenom et nom,
collaborateur, employe, salarie, nom affiche, nom d'affichage, personne, nombre completo,
nombre y apellidos, apellidos y nombre, apellidos nombre, empleado, empleada, colaborador,
trabajador, persona, nome e cognome, cognome e nome, nome cognome, cognome nome, nominativo,
dipendente, collaboratore, nome completo, funcionario, pessoa, naam, volledige naam,
medewerker, werknemer, collega, persoon, namn, imie i nazwisko, nazwisko i imie, pracownik,
фио, имя и фамилия, фамилия и имя, сотрудник, полное имя, الاسم, الاسم الكامل, اسم الموظف,
الموظف, 氏名, 名前, お名前, 姓名, 社員名, 社員氏名, 従業員名, 従業員, 担当者名, 员工姓名,
員工姓名, 员工, 이름, 성명, 직원명, नाम, पूरा नाम, कर्मचारी, कर्मचारी का नाम, họ và tên,
họ tên
"""
FIRST = """
first name, firstname, given name, given names, forename, legal first name, vorname, prenom,
nombre, nombres, nome, nome proprio, primeiro nome, voornaam, fornamn, imie, имя, الاسم الاول,
名, 名（名）, 名字, 이름（名）, tên
"""
"""Beside a last name; where there is none, "nombre" and "nome" are whole names."""
LAST = """
last name, lastname, surname, family name, legal last name, nachname, familienname, zuname,
nom de famille, apellido, apellidos, cognome, sobrenome, apelido, ultimo nome, achternaam,
efternamn, nazwisko, фамилия, اسم العائلة, اللقب, 姓, 苗字, 名字（姓）, 성, họ
"""
ALSO = """
preferred name, preferred first name, nickname, nick name, known as, also known as, goes by,
rufname, spitzname, prenom usuel, nom d'usage, surnom, apodo, nombre preferido, nome social,
nome preferido, nome preferito, soprannome, roepnaam, 通称, 呼称, ニックネーム, 英文名, 英語名,
english name
"""
READING = """
yomi, yomi name, yomigana, phonetic name, phonetic, furigana, kana, name kana, name phonetic,
pronunciation, name pronunciation, pinyin, romaji, ふりがな, フリガナ, 氏名（カナ）, 氏名カナ,
氏名（かな）, カナ氏名, よみがな, 読み, 読み仮名, よみ, カナ, 拼音, romanised name,
romanized name, aussprache, lautschrift
"""
READING_FIRST = """
phonetic first name, first name phonetic, first name yomi, yomi first name,
phonetic given name, given name yomi, 名（カナ）, 名カナ, 名（かな）, 名（フリガナ）, メイ
"""
READING_LAST = """
phonetic last name, last name phonetic, last name yomi, yomi last name, phonetic family name,
family name yomi, 姓（カナ）, 姓カナ, 姓（かな）, 姓（フリガナ）, セイ
"""
EMPLOYEE = """
employee id, employee, employee no, employee nr, employee number, employee code, emp id, empid,
emp no, worker id, person id, person number, personnel number, staff id, staff number, user id,
userid, user sys id, unique id, id, no, associate id, external id, wwid,
member id, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr,
mitarbeiter id, matricule, numero employe, numero d'employe, identifiant, id employe,
id empleado, numero de empleado, numero empleado, codigo de empleado, matricola, id dipendente,
codice dipendente, matricula, id do funcionario, numero do funcionario, personeelsnummer,
medewerkernummer, medewerker id, anstallningsnummer, numer pracownika, табельный номер,
رقم الموظف, 社員番号, 従業員番号, 社員コード, 社員id, 社員ｉｄ, 职员编号, 员工编号, 工号,
員工編號, 사번, 직원번호, कर्मचारी संख्या
"""
POSITION = """
position id, position number, position no, position code, position key, job position id, stellen id,
planstelle, planstellennummer, id poste, id puesto, id posizione, id posicao, functie id
"""
"""What a place in the chart is called, whoever has it."""
EMAIL = """
email, e mail, mail, email address, e mail address, mail address, work email, work e mail,
work email address, email work, email value, primary email, primary work email, business email,
business email address, company email, corporate email, email business, office email, upn,
user principal name, new primary email, email adresse, e mail adresse, mailadresse,
dienstliche email, geschaftliche email, arbeits email, email geschaftlich, courriel,
adresse email, adresse mail, adresse e mail, adresse electronique, adresse de courriel,
email professionnel, correo, correo electronico, correo corporativo, direccion de correo,
email corporativo, posta elettronica, indirizzo email, email aziendale, endereco de email,
correio eletronico, email de trabalho, e mailadres, emailadres, zakelijk email, epost,
электронная почта, эл почта, البريد الالكتروني, メール, メールアドレス, eメール, 電子メール,
邮箱, 电子邮件, 電子郵件, 이메일, ईमेल, thư điện tử
"""
ACCOUNT = """
username, user name, user, login, account, contact, kontakt, contacto, contatto, contato,
konto, identifiant de connexion, usuario, benutzer, benutzername, utilisateur, gebruiker,
gebruikersnaam
"""
"""A name or an address by which a machine knows somebody: their values tell."""
TITLE = """
title, job title, jobtitle, business title, position title, position, role, job role, job,
job name, job profile, employee title, function, occupation, designation, working title,
work title, berufsbezeichnung, stelle, stellenbezeichnung, funktion, rolle, jobtitel, titel,
stellentitel, poste, fonction, intitule du poste, titre, titre du poste, emploi, role fonction,
cargo, puesto, puesto de trabajo, titulo, rol, ocupacion, ruolo, posizione, mansione,
qualifica, titolo, incarico, funzione, funcao, titulo do cargo, papel, posicao, functie,
functietitel, functienaam, rol functie, roll, befattning, stanowisko, должность, роль,
المسمى الوظيفي, الوظيفة, المنصب, 役職, 職位, 肩書, 肩書き, 役職名, 職種, 职位, 职务, 職務,
職稱, 직책, 직함, 직위, पद, पदनाम, chức danh, chức vụ
"""
UNIT = """
supervisory organization, supervisory organisation, supervisory org, unit, org unit,
business unit, organizational unit, organisational unit, org unit path, orgunit, sup org,
cost center name, organisationseinheit, orgeinheit, einheit, geschaftsbereich, unite,
entite organisationnelle, unidad, unidad organizativa, unidad de negocio, unita,
unita organizzativa, unidade, unidade organizacional, eenheid, organisatie eenheid, enhet,
подразделение, الوحدة, 組織, 組織名, 所属, 所属組織, 单位, 조직, इकाई
"""
DEPARTMENT = """
department, departments, dept, department name, dept name, abteilung, fachbereich, departement,
service, direction, departamento, area funcional, reparto, dipartimento, ufficio,
departamento nome, setor, secao, afdeling, avdelning, dział, oddział, отдел, департамент,
القسم, الادارة, 部門, 部署, 部署名, 部, 部门, 부서, 부서명, विभाग, phòng ban
"""
DIVISION = """
division, division name, business division, sparte, hauptabteilung, bereich, ressort, pole,
division nom, division nombre, divisione, divisao, divisie, дивизион, 事業部, 本部, 事业部,
본부
"""
TEAM = """
team, team name, teams, squad, gruppe, equipe, equipo, squadra, ploeg, zespół, команда, الفريق,
チーム, チーム名, 课, 課, 团队, 團隊, 팀, टीम
"""
LEVEL = """
level, grade, job level, job grade, management level, career level, seniority,
seniority level, compensation grade, band, job band, stufe, karrierestufe, hierarchieebene,
ebene, niveau, echelon, niveau hierarchique, nivel, nivel jerarquico, grado, livello,
inquadramento, nivel hierarquico, functieniveau, schaal, niva, poziom, уровень, грейд, المستوى,
等級, 職級, グレード, 级别, 직급
"""
PLACE = """
location, work location, office, office location, location name, site, city, work city, place,
building id, workplace, standort, arbeitsort, buro, niederlassung, ort, dienstort, stadt,
dienstsitz, lieu, lieu de travail, site de travail, bureau, localisation, ville, ubicacion,
sede, lugar, lugar de trabajo, oficina, localidad, ciudad, luogo, luogo di lavoro, citta,
localizacao, local, local de trabalho, escritorio, cidade, locatie, vestiging, kantoor,
werklocatie, plaats, standplaats, plats, ort kontor, lokalizacja, biuro, местоположение, город,
офис, الموقع, المدينة, المكتب, 勤務地, 勤務先住所地, 拠点, 所在地, 場所, オフィス, 地点,
办公地点, 工作地点, 근무지, स्थान, địa điểm
"""
ORGANISATION = """
company, company name, organisation, organization, organisation name, organization name,
employer, legal entity, firm, account name, firma, unternehmen, arbeitgeber, gesellschaft,
firmenname, societe, entreprise, employeur, entite, entite juridique, empresa, compania,
sociedad, empleador, organizacion, azienda, societa, ditta, impresa, organizzazione,
datore di lavoro, organizacao, companhia, empregador, bedrijf, bedrijfsnaam, organisatie,
werkgever, foretag, firma nazwa, компания, организация, фирма, الشركة, المؤسسة, المنظمة, 会社,
会社名, 企業, 企業名, 法人, 団体, 公司, 회사, 회사명, संगठन, कंपनी, công ty, tổ chức
"""
MANAGER = """
manager, managers, manager name, manager's name, manager s name, managers name, reports to,
reporting to, reportsto, reports to name, supervisor, supervisor name, line manager,
line manager name, direct manager, worker's manager, workers manager, boss, superior,
people manager, reporting manager, manager full name, report to, manager display name,
leiter in, direct supervisor, name of manager, immediate supervisor, superior name,
manager last name first name, manager name last first, vorgesetzter, vorgesetzte,
vorgesetzte r, vorgesetzte person, fuhrungskraft, name des vorgesetzten, berichtet an,
direkter vorgesetzter, direkte fuhrungskraft, teamleiter, disziplinarischer vorgesetzter,
responsable, responsable hierarchique, superieur, superieur hierarchique, superieur direct,
rattache a, rapporte a, n plus, nom du responsable, nom du manager, manager direct,
hierarchique, jefe, jefe directo, superior directo, supervisor directo, reporta a,
responsable directo, gerente, responsabile, responsabile diretto, superiore, capo, riporta a,
diretto superiore, gestor, gestor direto, chefe, superior direto, reporta se a,
supervisor direto, lider, gestor imediato, leidinggevende, direct leidinggevende,
rapporteert aan, naam leidinggevende, chef, narmaste chef, przełożony, kierownik, руководитель,
непосредственный руководитель, начальник, المدير, المدير المباشر, 上司, 上長, 直属上司, 上司名,
上司氏名, マネージャー, マネジャー, 報告先, レポートライン, 经理, 直属经理, 上级, 直属上级,
主管, 관리자, 상사, 직속상사, प्रबंधक, quản lý
"""
MANAGER_FIRST = """
manager first name, supervisor first name, vorname vorgesetzter, vorname des vorgesetzten,
prenom du manager, prenom du responsable, nombre del jefe, nome do gestor
"""
MANAGER_LAST = """
manager last name, supervisor last name, manager surname, nachname vorgesetzter,
nachname des vorgesetzten, apellidos del jefe, apellido del jefe, sobrenome do gestor
"""
MANAGER_ID = """
manager id, manager employee id, manager no, manager number, manager employee number,
manager key, supervisor id, supervisor number, reports to id, report to id, reportsto id,
reports to employee id, line manager id, line manager employee id, manager user id,
manager userid, manager worker id, manager wwid, parent id, superior id, manager position id,
reports to position id, managerid, manager unique id, boss id, vorgesetzten id,
personalnummer vorgesetzter, vorgesetzter id, vorgesetzter personalnummer,
personalnummer des vorgesetzten, vorgesetztennummer, fuhrungskraft id, id manager,
id du manager, id responsable, matricule manager, matricule du manager, matricule responsable,
id jefe, id del jefe, id supervisor, id gerente, id responsabile, matricola responsabile,
id do gestor, id gestor, matricula do gestor, leidinggevende id, id leidinggevende,
personeelsnummer leidinggevende, chef id, 上司id, 上司ｉｄ, 上司社員番号, 上司コード, 上司番号,
上司の社員番号, 上長id, 上长工号, 经理工号, 主管工号, 직속상사사번
"""
MANAGER_EMAIL = """
manager email, manager e mail, manager s email, manager work email, manager email address,
managers email, supervisor email, reports to email, line manager email, manager mail,
vorgesetzter email, email vorgesetzter, email des vorgesetzten, e mail vorgesetzter,
e mail des vorgesetzten, fuhrungskraft email, email fuhrungskraft, email manager,
email du manager, email responsable, email du responsable, courriel du responsable,
correo jefe, correo del jefe, email jefe, email del jefe, email responsabile,
email del responsabile, email do gestor, email gestor, email leidinggevende,
e mail leidinggevende, 上司メール, 上司メールアドレス, 上司のメールアドレス, 上司email
"""
DOTTED = """
dotted line, dotted line manager, dotted line managers, dotted line manager id, dotted line to,
dotted line reports to, dotted line manager email, dotted line manager name, dotted manager,
dotted line report, matrix manager, matrix managers, matrix manager id, matrix manager email,
matrix manager name, secondary manager, secondary manager id, secondary manager name,
secondary manager email, secondary supervisor, second manager, functional manager,
functional manager id, functional manager email, indirect manager, project manager,
fachlicher vorgesetzter, fachliche fuhrungskraft, fachvorgesetzter, matrix vorgesetzter,
responsable fonctionnel, manager fonctionnel, manager matriciel, lien fonctionnel,
jefe funcional, jefe matricial, responsable funcional, responsabile funzionale,
gestor funcional, gestor matricial, gestore funzionale, functioneel leidinggevende,
matrixmanager, 機能上司, 兼務上司, 副上司, 点線上司, ドットライン, ドットライン上司,
マトリックスマネージャー
"""
CHAIN = """
management chain, management chain level, management chain name, management level chain,
mgmt chain, mgmt chain level, management hierarchy level, level manager, supervisor chain
"""
TIME_ZONE = """
time zone, timezone, tz, work time zone, zeitzone, fuseau horaire, fuseau, zona horaria,
huso horario, fuso orario, fuso horario, tijdzone, tidszon, strefa czasowa, часовой пояс,
المنطقة الزمنية, タイムゾーン, 時間帯, 时区, 時區, 시간대, समय क्षेत्र
"""
HOURS = """
working hours, work hours, office hours, business hours, hours, arbeitszeit, arbeitszeiten,
horaires, horaires de travail, horario, horario laboral, horario de trabajo, orario,
orario di lavoro, horario de trabalho, werktijden, werkuren, arbetstid, godziny pracy,
рабочие часы, ساعات العمل, 勤務時間, 就業時間, 工作时间, 근무시간
"""
LANGUAGES = """
language, languages, preferred language, spoken languages, languages spoken, default locale,
sprache, sprachen, langue, langues, langues parlees, idioma, idiomas, lengua, lenguas, lingua,
lingue, linguas, lingue parlate, taal, talen, sprak, jezyk, jezyki, язык, языки, اللغة, اللغات,
言語, 使用言語, 语言, 언어, भाषा, ngôn ngữ
"""
PROFILE = """
linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin profil, profile,
profile url, profile link, profil, profil url, profil linkedin, perfil, perfil linkedin,
perfil de linkedin, profilo, profilo linkedin, linkedin profiel, profiel, url, web page,
website, webseite, web, homepage, профиль, الملف الشخصي, プロフィール, リンクトイン, 主页,
프로필
"""
LAST_CONTACT = """
last contact, last contacted, last contact date, date of last contact, last touch,
last touchpoint, last meeting, last met, last spoke, last spoken, last interaction,
last conversation, last talked, letzter kontakt, letztes gesprach, zuletzt kontaktiert,
letztes treffen, dernier contact, dernier echange, derniere rencontre, ultimo contacto,
ultima reunion, ultima conversacion, ultimo contatto, ultimo incontro, ultimo contato,
ultima conversa, laatste contact, laatst gesproken, senaste kontakt, ostatni kontakt,
последний контакт, اخر تواصل, آخر تواصل, 最終連絡, 最終連絡日, 最終接触日, 最後の連絡,
上次联系, 最后联系, 마지막 연락, अंतिम संपर्क, liên hệ gần nhất
"""
NOTES = """
notes, note, comment, comments, remarks, remark, notizen, notiz, bemerkung, bemerkungen,
kommentar, kommentare, commentaire, commentaires, remarque, remarques, notas, nota, comentario,
comentarios, observaciones, observacoes, commento, commenti, osservazioni, annotazioni,
opmerking, opmerkingen, notitie, notities, anteckningar, notatki, uwagi, заметки, примечание,
примечания, ملاحظات, 備考, メモ, ノート, コメント, 备注, 備註, 비고, 메모, टिप्पणी, ghi chú
"""
STATUS = """
status, employment status, employee status, worker status, active, is active, active status,
currently active, position status, mitarbeiterstatus, beschaftigungsstatus, aktiv, statut,
actif, estado, activo, situacion laboral, stato, attivo, situacao, ativo, status werknemer,
actief, aktywny, статус, активен, الحالة, نشط, 状態, 在籍状況, 在職状況, ステータス, 状态,
在职状态, 재직상태, स्थिति
"""
VACANCY = """
vacant, is vacant, vacancy, open position, is open, position vacant, vakant, unbesetzt,
poste vacant, vacante, vago, posizione vacante, vacature, 空席, 欠員, 空缺
"""
STAKE = """
influence, influence level, interest, interest level, power, stance, support, attitude, impact,
einfluss, interesse, haltung, macht, unterstutzung, influence niveau, interet, pouvoir,
soutien, posture, influencia, interes, poder, postura, apoyo, influenza, potere, atteggiamento,
supporto, atitude, apoio, invloed, belang, houding, steun, влияние, интерес, отношение,
التأثير, الاهتمام, 影響力, 影響度, 関心, 関心度, 态度, 影响力, 영향력, 관심도
"""
"""How somebody stands to one goal; the workbook keeps that with the goal."""

ROLES: dict[str, str] = {
    "first": FIRST,
    "last": LAST,
    "name": NAME,
    "also": ALSO,
    "reading": READING,
    "reading first": READING_FIRST,
    "reading last": READING_LAST,
    "employee": EMPLOYEE,
    "position": POSITION,
    "email": EMAIL,
    "account": ACCOUNT,
    "title": TITLE,
    "unit": UNIT,
    "department": DEPARTMENT,
    "division": DIVISION,
    "team": TEAM,
    "level": LEVEL,
    "place": PLACE,
    "organisation": ORGANISATION,
    "manager": MANAGER,
    "manager first": MANAGER_FIRST,
    "manager last": MANAGER_LAST,
    "manager id": MANAGER_ID,
    "manager email": MANAGER_EMAIL,
    "dotted": DOTTED,
    "chain": CHAIN,
    "zone": TIME_ZONE,
    "hours": HOURS,
    "languages": LANGUAGES,
    "profile": PROFILE,
    "last contact": LAST_CONTACT,
    "notes": NOTES,
    "status": STATUS,
    "vacancy": VACANCY,
    "stake": STAKE,
}
"""The headers of each role; of a header that stands for two, the first role here counts."""

PRIVATE = """
birth birthday birthdate birthplace dob salary pay payroll wage wages compensation bonus
gender sex marital marriage spouse children dependents familystatus familymembers religion
faith ethnicity ethnic race nationality citizenship citizen ssn passport age health medical
disability disabled illness sick pregnancy pronouns pronoun sexual orientation veteran union
iban bank taxid nationalid geburtsdatum geburtstag geburtsort gehalt lohn vergutung geschlecht
familienstand konfession nationalitat staatsangehorigkeit alter gesundheit behinderung
schwerbehinderung kinder sozialversicherungsnummer steuer privatadresse naissance salaire
remuneration sexe genre situationfamiliale nationalite sante handicap enfants nacimiento
cumpleanos salario sueldo sexo genero estadocivil nacionalidad salud edad discapacidad hijos
nascita stipendio retribuzione sesso statocivile nazionalita religione salute eta disabilita
figli codicefiscale nascimento aniversario remuneracao nacionalidade religiao saude idade
deficiencia filhos cpf geboortedatum verjaardag salaris geslacht burgerlijkestaat
nationaliteit gezondheid leeftijd bsn рождения зарплата оклад пол гражданство религия возраст
здоровье الميلاد الراتب الجنس الجنسية الديانة العمر
"""
"""A word of these anywhere in a header makes the column private."""
PRIVATE_PARTS = """
生年月日 誕生日 給与 年収 性別 国籍 宗教 年齢 健康 配偶 家族 自宅 出生 生日 薪 婚姻 年龄
身份证 생년월일 생일 급여 성별 국적 나이 결혼 जन्म वेतन लिंग धर्म आयु ngàysinh lương giớitính
"""
PRIVATE_HOME = "home personal private privat prive personnel particular privato pessoal personale"
"""Beside a word of reaching somebody: "Home Address", "Personal Email"."""
REACHED_BY = """
address email mail phone mobile cell telephone tel number street city adresse telefon handy
anschrift telefonnummer courriel portable direccion correo telefono movil indirizzo cellulare
endereco telefone celular adres telefoon e
"""

LEFT = """
terminated, inactive, left, former, resigned, retired, dismissed, deactivated, disabled,
suspended, separated, no, false, n, f, deleted, ausgeschieden, inaktiv, ehemalig, gekundigt,
nein, inactif, parti, sorti, non, ancien, inactivo, baja, terminado, despedido, inattivo,
cessato, dimesso, inativo, desligado, demitido, nao, uit dienst, inactief, nee, inaktywny, nie,
уволен, неактивен, нет, لا, غير نشط, 退職, 退職済, 離職, 离职, 已离职, 無効, 퇴직, 퇴사
"""
"""Values of a status that say that somebody is not there any more."""

LEFT_IN_NAMES = """
terminated, inactive, left, former, resigned, retired, deactivated, ausgeschieden, ehemalig,
inaktiv, ancien, parti, baja, inactivo, cessato, inattivo, inativo, desligado, uit dienst,
уволен, 退職, 离职
"""
ASIDE = """
on leave, leave, loa, parental leave, maternity leave, paternity leave, sick leave,
medical leave, sabbatical, c, contractor, contingent worker, contingent, external, ext,
consultant, temp, temporary, intern, trainee, inherited, unavailable, part time, full time,
acting, interim, ad interim, you, guest, she her, he him, they them, she they, he they,
she her hers, he him his, they them theirs, sie ihr, er ihm, elle, il, ella, el, beurlaubt,
elternzeit, in elternzeit, mutterschutz, krank, extern, extern e, praktikant, en conge, conge,
conge parental, conge maternite, prestataire, externe, stagiaire, de baja, de permiso,
excedencia, externo, contratista, in congedo, maternita, consulente, esterno, de licenca,
licenca, afastado, terceirizado, met verlof, ziek, inhuur, в отпуске, 休職中, 休職, 育休中,
産休中, 契約社員, 派遣, 業務委託, 休假
"""
"""What stands in brackets after a name and is no part of it: on leave is nobody's business."""

VACANT = """
vacant, vacancy, tbh, tbd, tba, to be hired, to be determined, to be announced,
to be confirmed, tbc, open, open position, open role, open headcount, open req,
open requisition, position open, unfilled, position vacant, vacant position, new hire,
new position, new headcount, future hire, nn, n n, hiring, recruiting, unbesetzt, vakant,
vakanz, offen, offene stelle, zu besetzen, vakante stelle, poste vacant, a pourvoir,
poste a pourvoir, vacante, puesto vacante, por contratar, posizione vacante, posizione aperta,
da assumere, vago, vaga, vaga aberta, cargo vago, posicao aberta, vacature, open vacature,
vakans, wakat, вакансия, вакантно, شاغر, 空席, 欠員, 募集中, 採用予定, 空缺, 待聘, 招聘中,
공석, 채용중, रिक्त
"""
"""What stands in place of a name where a position has nobody."""

NOBODY = (
    "no manager, none, n a, na, null, nil, not applicable, kein, keine, aucun, ninguno, nessuno"
)
"""What stands in place of a manager where there is none."""

SALUTATIONS = "mr mrs ms miss mx dr prof herr frau monsieur madame mme mlle m sr sra srta sig dott"
"""Values of a column "Title" that is no title of a job."""

STREET = "street strasse straße rue calle indirizzo rua straat gata ulica"
FAX = ("fax", "telecopie", "ファックス")
E_MAIL_DISPLAY = "emaildisplayname"
"""Columns of address books, which name managers too: those are read as contacts."""
