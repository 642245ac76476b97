"""Take pictures of the running app: every size and both themes, or the two pictures in the README.

python -m tools.screenshots [--out build/screenshots] [--full] [--path /?a=b] [--url http://127.0.0.1:8501]
                            [--readme]
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tools.browser import EXAMPLE, ROOT, launch, ready, serve

Scheme = Literal["light", "dark"]
SIZES = ((1280, 720), (1920, 1080), (390, 844))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "build" / "screenshots", help="folder for the pictures"
    )
    parser.add_argument("--full", action="store_true", help="the whole page as well as what is first seen")
    parser.add_argument("--path", default=EXAMPLE, help="page and link to open, such as /sheet or /?plan=...")
    parser.add_argument("--url", help="an app that already runs; without it one is started")
    parser.add_argument(
        "--readme", action="store_true", help="write docs/screenshot-light.png and -dark.png only"
    )
    args = parser.parse_args()

    running = contextlib.nullcontext(args.url.rstrip("/")) if args.url else serve()
    with running as url, sync_playwright() as playwright:
        browser = launch(playwright)
        address = url + args.path
        if args.readme:
            for scheme in SCHEMES:
                picture = ROOT / "docs" / f"screenshot-{scheme}.png"
                take(browser, address, SIZES[0], scheme, picture)
                shrink(picture)
            return
        for size, scheme in itertools.product(SIZES, SCHEMES):
            name = f"{size[0]}x{size[1]}-{scheme}"
            take(browser, address, size, scheme, args.out / f"{name}.png")
            if args.full:
                take(browser, address, size, scheme, args.out / f"{name}-full.png", full=True)


def take(
    browser: Browser,
    address: str,
    size: tuple[int, int],
    scheme: Scheme,
    picture: Path,
    *,
    full: bool = False,
) -> None:
    """One picture. For a full one the window is made as tall as the page, which scrolls inside a frame."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="en-US",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    ready(page)
    if full:
        tall = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
        page.set_viewport_size({"width": width, "height": max(height, tall)})
        ready(page)
    picture.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture, animations="disabled")
    context.close()
    print(picture)


def shrink(picture: Path) -> None:
    """Fewer colors, a third of the bytes. Unchanged where Pillow is missing."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(picture) as image:
        # No dithering: flat areas stay flat, and small.
        small = image.convert("RGB").quantize(192, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


if __name__ == "__main__":
    main()
