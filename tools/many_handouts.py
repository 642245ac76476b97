"""Pages for the board of random plans with odd names: is each one sheet, with room for the picture?

python -m tools.many_handouts [--plans 30] [--seed 1]
"""

from __future__ import annotations

import argparse
import io
import json
import random
from datetime import date
from typing import Any

import typst
from pypdf import PdfReader

from exchange.handout.board_content import board_content
from exchange.handout.glyphs import FONTS
from exchange.handout.legible import legible
from exchange.handout.writing import HERE, pdf
from tools.fuzz.good_plans import drawn_file

DAY, BASE = date(2026, 11, 26), "https://plans.example.org/"
LEAST = 40.0  # millimeters of the picture


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    draw = random.Random(args.seed)
    faults = sum(_is_faulty(draw, n) for n in range(args.plans))
    print(f"{args.plans} plans, {faults} of them with a fault.")
    raise SystemExit(bool(faults))


def _is_faulty(draw: random.Random, n: int) -> bool:
    filed, paper = drawn_file(draw), draw.choice(("letter", "a4"))
    brief, decisions = draw.random() < 0.3, draw.random() < 0.5
    content = board_content(filed, paper=paper, brief=brief, decisions=decisions, base=BASE, today=DAY)
    pages = len(PdfReader(io.BytesIO(pdf("board.typ", content))).pages)
    height = picture_height(content)
    is_faulty = pages != 1 + brief or height < LEAST
    print(
        f"{n:>3} {paper:<6} pages {pages} picture {height:.0f} mm {filed.name[:40]!r}{' FAULT' * is_faulty}"
    )
    return is_faulty


def picture_height(content: dict[str, Any]) -> float:
    """Millimeters that are left to the curves, as the template works them out."""
    found = typst.query(
        str(HERE / "board.typ"),
        "<picture-height>",
        field="value",
        one=True,
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(legible(content))},
    )
    return float(json.loads(found))


if __name__ == "__main__":
    main()
