"""Texts that a stranger may put into a name, a value, a note: each tries to be more than text."""

from __future__ import annotations

AWAY = "evil.example"  # whatever asks for it has left this machine

PICTURES = (
    f"![x](//{AWAY}/p)",
    f"![x](http://{AWAY}/p.png 'title')",
    f"![x][1]\n\n[1]: http://{AWAY}/p",
    f"<img src=http://{AWAY}/p>",
    f'"><img src=x onerror="fetch(\'//{AWAY}/p\')">',
    f"<picture><source srcset=//{AWAY}/p></picture>",
    f"<svg><image href='//{AWAY}/p'/></svg>",
    f"[![x](//{AWAY}/p)](//{AWAY}/q)",
    f"<video poster=//{AWAY}/p src=//{AWAY}/v>",
    "![](data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>)",
)
LINKS = (
    f"[click here](http://{AWAY}/x)",
    f"<http://{AWAY}/x>",
    f"http://{AWAY}/x",
    f"https://{AWAY}:8443/x?a=b",
    f"www.{AWAY}/x",
    f"somebody@{AWAY}",
    f"<somebody@{AWAY}>",
    f"mailto:somebody@{AWAY}",
    "[x](javascript:alert(1))",
    f"[x][1] [1]: http://{AWAY}",
    f"<a href=http://{AWAY}>x</a>",
    f"(see http://{AWAY}/x).",
)
MATHEMATICS = (
    "$5 and $6",
    "$x$",
    "$$x^2$$",
    "a $\\frac{1}{2}$ b",
    "\\(x\\)",
    f"$\\href{{http://{AWAY}}}{{x}}$",
)
FORMS = (
    "*a* **b** ***c***",
    "_a_ __b__",
    "~~a~~ ~b~",
    "`a` ``b``",
    "```\ncode\n```",
    "# Heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "> quote",
    "---",
    "a\n===",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[^1]\n\n[^1]: note",
    "- [ ] task",
    "a  \nb\n\nc",
)
COLORS = (
    ":red[a]",
    ":blue-background[a]",
    ":green-badge[a]",
    ":small[a]",
    ":shimmer[a]",
    ":color[a]{foreground=red}",
    ":help[a]",
    "::leaf[a]",
    ":::note\na\n:::",
)
CODES = (
    ":smile:",
    ":+1:",
    ":material/home:",
    ":material_home:",
    ":streamlit:",
    "a -> b <- c <-> d",
    "a -- b >= c <= d ~= e",
)
SCRIPTS = (
    "<script>window.__ran = 1</script>",
    "<b>bold</b><style>*{display:none}</style>",
    f"<iframe src=//{AWAY}></iframe>",
    "<!-- comment -->",
    "&lt;b&gt; &amp; &#60;img&#62; &nbsp;",
    "{{7*7}} ${7*7} %s {0}",
    "=HYPERLINK(1)",
    "\u202egpj.exe \u2066x",
    "\x1b[31mred\x07",
    "a\u0000b\u200bc",
)
HOSTILE = (*PICTURES, *LINKS, *MATHEMATICS, *FORMS, *COLORS, *CODES, *SCRIPTS)
"""More than sixty; each is tried in every place that repeats a text."""

HUGE = ("W" * 4_000, "![x](//evil.example/p) " * 400)


def packed(longest: int, texts: tuple[str, ...] = HOSTILE) -> list[str]:
    """All the texts in as few as hold them, none longer than a field takes, none cut in two."""
    packs = [""]
    for text in texts:
        if len(packs[-1]) + len(text) + 1 > longest:
            packs.append("")
        packs[-1] = f"{packs[-1]} {text}".strip() if packs[-1] else text
    return packs
