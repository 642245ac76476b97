"""Some three hundred ways to write a setting's value, with what each of them means.

The values were written down by reading the texts as a person does; no code of this project made them. Each
block names a setting, the value, and spellings of it: those that need no word because the product, a
spreadsheet or a ledger in this country writes so, and those that are taken with a remark. `REFUSED` are texts
that no door takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

NARROW, THIN, NO_BREAK, FIGURE = "\u202f", "\u2009", "\u00a0", "\u2007"
MINUS, EN_DASH, HYPHEN = "\u2212", "\u2013", "\u2011"
APOSTROPHE = "\u2019"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text for a setting: its value, and what it is said to be read as, where that is said.

    `in_percent` is the value where a bare number of a share stands for per cent, as in fields of the page.
    `write` is how the other reading is written, which is then the one that `read` tells.
    """

    lever: str
    text: str
    value: object
    read: str = ""
    in_percent: object = "same"
    write: str = ""


_FIVE = (100.0, 200.0, 300.0, 400.0, 400.0)
_CUTS = (0.0, 0.07, 0.07, 0.0, 0.0)
_RATIOS = (14.3, 18.2, 20.0, 21.1, 17.4)
_PAY = (33_000.0, 33_660.0, 35_006.0, 36_757.0, 38_962.0)

# setting, value, spellings without a remark, spellings with one and what they are said to be read as
_BLOCKS: tuple[tuple[str, object, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        "base_rate_per_pupil",
        11_600.0,
        (
            "11600", " 11600 ", "11600.0", "11600.", "11600.00", "+11600", "11,600", "11,600.00", "11 600",
            f"11{NARROW}600", f"11{THIN}600", f"11{NO_BREAK}600", f"11{FIGURE}600", "11'600", f"11{APOSTROPHE}600",
            "$11600", "$11,600", "$ 11,600", "$11,600.00", "$11 600", "11600$", "11,600 $", "US$11,600", "USD 11600",
            "usd 11,600", "11600 USD", "$11.6K", "11.6k", "11.6 K", "$11.6 thousand", "1.16e4", "1.16E4", "+$11,600",
            "0.0116M", "00011600",
        ),
        ("11.600,00", "11600,0", "$11.600,00", "$11,600 per student", "11600 per student", "11,6K", "11 600,00"),
        "$11,600",
    ),
    (
        "enrollment_year1",
        450.0,
        ("450", "450.0", " 450", "450 ", "+450", "450.", "4.5e2", "0450", "0.45K", "450.000000"),
        ("450 students", "450 students", "450 Students", "450pupils", "450 student", "450,0"),
        "450",
    ),
    ("enrollment_year1", 1_250.0, ("1250", "1,250", "1 250", "1'250", f"1{NARROW}250", "1.25k"), ("1250,0",), "1,250"),
    (
        "opening_fund_balance",
        -202_270.0,
        (
            "-202270", "-202,270", "-$202,270", f"{MINUS}202270", f"{MINUS}202,270", f"{MINUS}$202,270", f"{EN_DASH}202,270",
            f"{HYPHEN}202270", "$-202,270", f"$ {MINUS}202,270", "(202,270)", "($202,270)", "$(202,270)", "(202270)",
            "( 202,270 )", "202,270-", f"202270{MINUS}", "$202,270-", "- 202,270", "-202 270", "-202'270", "-202.27K",
            "-0.20227M", f"({NARROW}202{NARROW}270)",
        ),
        ("-202.270,00", "(202.270,00)", "-202270,0"),
        f"{MINUS}$202,270",
    ),
    (
        "opening_fund_balance",
        4_900_000.0,
        (
            "4900000", "4,900,000", "$4,900,000", "4 900 000", "4.900.000", "4'900'000", "$4.9M", "4.9M", "4.9 M", "4.9m",
            "$4.9 million", "4.9 million", "4.9mn", "4900K", "$4,900K", "4.9e6", f"4{THIN}900{THIN}000", "4,900,000.00",
        ),
        ("4.900.000,00", "4,9M", "$4,9 million"),
        "$4,900,000",
    ),
    (
        "public_funding_growth",
        0.027,
        ("2.7%", "2.7 %", f"2.7{NO_BREAK}%", f"2.7{NARROW}%", "2.70%", "+2.7%", "2.7 percent", "2.7 per cent", "02.7%"),
        ("2,7%", "2,7 %", "2.7% a year", "2,70%", "2.7 % a year"),
        "2.7%",
    ),
    (
        "public_funding_growth",
        -0.015,
        ("-1.5%", f"{MINUS}1.5%", f"{MINUS}1.5 %", "(1.5%)", "1.5%-", "- 1.5%", f"{EN_DASH}1.5%", "-1.50 %"),
        ("-1,5%", f"{MINUS}1,5 %"),
        f"{MINUS}1.5%",
    ),
    (
        "teacher_salary",
        72_030.0,
        ("72030", "72,030", "$72,030", "$72030", "72 030", "72'030", "$72.03K", "72.03k", "$ 72,030.00", "72030.00"),
        ("$72.030,00", "72030,0", "$72,030 per position"),
        "$72,030",
    ),
    (
        "pupils_per_teacher",
        15.1,
        ("15.1", "15.10", "15.100", " 15.1", "+15.1", "1.51e1", "015.1"),
        ("15,1", "15,10", "15.1 students per position", "15.1 students per position", "15.1 students"),
        "15.1",
    ),
    ("grade_weight", 1.12, ("1.12", "1.120", "01.12", "+1.12", "112e-2"), ("1,12",), "1.12"),
    ("devices_per_pupil", 1.1, ("1.1", "1.10"), ("1,1", "1.1 devices per student", "1.1 devices"), "1.1"),
    ("sub_days_per_teacher", 2.5, ("2.5", "2.50"), ("2,5", "2.5 days", "2.5 days per teacher"), "2.5"),
    ("device_life_years", 5.0, ("5", "5.0", "05"), ("5 years", "5,0", "5 Years"), "5"),
    ("cut_first_year", 3.0, ("3", "3.0", "Year 3", "year 3"), ("3,0",), "Year 3"),
    ("lowest_grade", 0.0, ("0", "Kindergarten", "kindergarten"), ("K", "k"), "Kindergarten"),
    ("lowest_grade", 6.0, ("6", "Grade 6", "grade 6", "06"), ("6,0",), "Grade 6"),
    (
        "enrollment_year1",
        _FIVE,
        (
            "100,200,300,400,400", "100 200 300 400 400", "100;200;300;400;400", "100, 200, 300, 400, 400",
            "100; 200; 300; 400; 400", "100|200|300|400|400", "100\t200\t300\t400\t400", "100  200  300  400  400",
            "100,200,300,400,400,", " 100,200,300,400,400 ", "100.0,200,300,400,400",
        ),
        ("100 students; 200 students; 300 students; 400 students; 400 students", "100,0; 200,0; 300,0; 400,0; 400,0"),
        "100, 200, 300, 400, 400",
    ),
    (
        "cut_rate",
        _CUTS,
        (
            "0,7%,7%,0,0", "0;7%;7%;0;0", "0 7% 7% 0 0", "0%,7%,7%,0%,0%", "0%, 7%, 7%, 0%, 0%", "0; 7 %; 7 %; 0; 0",
            "0|7%|7%|0|0",
        ),
        ("0;7,0%;7,0%;0;0", "0%; 7,0 %; 7,0 %; 0%; 0%"),
        "0.0%, 7.0%, 7.0%, 0.0%, 0.0%",
    ),
    (
        "pupils_per_teacher",
        _RATIOS,
        ("14.3,18.2,20,21.1,17.4", "14.3 18.2 20 21.1 17.4", "14.3; 18.2; 20; 21.1; 17.4", "14.3, 18.2, 20, 21.1, 17.4"),
        ("14,3; 18,2; 20; 21,1; 17,4", "14,3 18,2 20 21,1 17,4", "14,3;18,2;20;21,1;17,4"),
        "14.3, 18.2, 20, 21.1, 17.4",
    ),
    (
        "teacher_salary",
        _PAY,
        (
            "33000,33660,35006,36757,38962", "33000 33660 35006 36757 38962", "$33,000; $33,660; $35,006; $36,757; $38,962",
            "33,000; 33,660; 35,006; 36,757; 38,962", "$33,000, $33,660, $35,006, $36,757, $38,962",
            "33'000;33'660;35'006;36'757;38'962", "33K; 33.66K; 35.006K; 36.757K; 38.962K",
        ),
        ("33000,0; 33660,0; 35006,0; 36757,0; 38962,0",),
        "$33,000, $33,660, $35,006, $36,757, $38,962",
    ),
    ("refresh", "lumpy", ("lumpy", "Lumpy", "LUMPY", " lumpy "), (), ""),
    ("hold_harmless", "yes", ("yes", "YES", "true", "True", "on", " Yes"), (), ""),
    ("hold_harmless", "no", ("no", "No", "false", "FALSE", "off"), (), ""),
    ("leader_pay", "salary_waiver", ("salary_waiver", "salary waiver", "Salary waiver", "salary-waiver", "SALARY WAIVER"), (), ""),
)  # fmt: skip

# A bare number of a share: 0.027 is 2.7% in a text, and 0.027% in a field that stands for per cent.
_BARE_SHARES = (
    Spelling("public_funding_growth", "0.027", 0.027, "", 0.00027),
    Spelling("public_funding_growth", ".027", 0.027, "", 0.00027),
    Spelling("public_funding_growth", "2.7e-2", 0.027, "", 0.00027),
    Spelling("public_funding_growth", "0,027", 0.027, "2.7%", 0.00027),
    Spelling("public_funding_growth", f"{MINUS}0.015", -0.015, "", -0.00015),
    Spelling("benefit_rate", "0.435", 0.435, "", 0.00435),
    Spelling("benefit_rate", "1", 1.0, "", 0.01),
    Spelling("cut_rate", "0,0.07,0.07,0,0", _CUTS, "", (0.0, 0.0007, 0.0007, 0.0, 0.0)),
    Spelling("cut_rate", "0;0.07;0.07;0;0", _CUTS, "", (0.0, 0.0007, 0.0007, 0.0, 0.0)),
    Spelling(
        "cut_rate", "0;0,07;0,07;0;0", _CUTS, "0.0%, 7.0%, 7.0%, 0.0%, 0.0%", (0.0, 0.0007, 0.0007, 0.0, 0.0)
    ),
)

# Read as it stands, with the other reading named; a page asks which of the two is meant.
TWO_WAYS = (
    Spelling("base_rate_per_pupil", "11.600", 11.6, "$11,600", write="11600"),
    Spelling("base_rate_per_pupil", "11.700", 11.7, "$11,700", write="11700"),
    Spelling("base_rate_per_pupil", "$11.600", 11.6, "$11,600", write="11600"),
    Spelling("principal_salary", "106.180", 106.18, "$106,180", write="106180"),
    Spelling("other_public_per_pupil", "1.200", 1.2, "$1,200", write="1200"),
    Spelling("other_public_per_pupil", "11.600", 11.6, "$11,600", write="11600"),
    Spelling("startup_grants", "340.000", 340.0, "$340,000", write="340000"),
    Spelling("opening_fund_balance", "-202.270", -202.27, f"{MINUS}$202,270", write="-202270"),
    Spelling("nonpersonnel_per_pupil", "1.931", 1.931, "$1,931", write="1931"),
)

_NO_RATE = (
        "", " ", "$", "-", "%", "eleven", "11600 apples", "11600x", "<b>x</b>12", "11,60,0", "11..600", "1 1600",
        "--11600", "(11600", "11600)", "4_500", "0x2d50", "nan", "inf", "-inf", "1e999", "1e400", "#REF!", "=A1", "11600%",
        "11600 %", "$$11600", "11600$$", "11600€", "\u0661\u0661\u0666\u0660\u0660", "\uff11\uff11\uff16\uff10\uff10", "11\n600",
        "-11600", "(11,600)", "100001", "999,999,999", "9" * 61, "1" * 401, "11600 11600", "1;2;3;4", "1;2;3;4;5;6", "1,2;3",
        "DROP TABLE", "__import__('os')", "\x00", "11600\x00", "\u202e11600", "TRUE", "1/2", "11600!", "~11600", "about 11600",
)  # fmt: skip
REFUSED: tuple[tuple[str, str], ...] = (
    *(("base_rate_per_pupil", text) for text in _NO_RATE),
    ("enrollment_year1", "1.100"), ("enrollment_year1", "450,380"), ("enrollment_year1", "9"), ("enrollment_year1", "5001"),
    ("enrollment_year1", "450%"), ("enrollment_year1", "-450"), ("teacher_salary", "72.030"), ("grade_weight", "112%"),
    ("device_life_years", "4.5"), ("lowest_grade", "13"), ("lowest_grade", "Grade thirteen"), ("cut_first_year", "6"),
    ("pupils_per_counselor", "1e-12"), ("pupils_per_counselor", "0.5"), ("public_funding_growth", "290%"), ("refresh", "soon"),
    ("refresh", "smoothed lumpy"), ("hold_harmless", "maybe"), ("hold_harmless", "1"), ("opening_fund_balance", "1;2;3;4;5"),
    ("startup_grants", "1,2,3,4,5"),
)  # fmt: skip


def taken() -> Iterator[Spelling]:
    """Every spelling that has a value."""
    for lever, value, plain, remarked, read in _BLOCKS:
        yield from (Spelling(lever, text, value) for text in plain)
        yield from (Spelling(lever, text, value, read) for text in remarked)
    yield from _BARE_SHARES
    yield from TWO_WAYS
