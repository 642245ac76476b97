"""What does not fit: text that is cut off, runs out of its button, or makes a part of the page too wide."""

from __future__ import annotations

from tests.browser.look import sideways

# Text boxes whose own text is wider or higher than they are. Places that scroll show a part of what they hold
# on purpose; what only a screen reader hears is a single pixel wide.
_CUT_OFF = """() => {
  const BOXES = 'button, [role=radio], [role=tab], label, summary, p, li, dt, dd, h1, h2, h3, h4, td, th, span, small, b, a';
  const NOT_OURS = '[data-testid=stIconMaterial], svg, [data-tag]';  // signs, and choices within a field
  const isSeen = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    && e.clientWidth > 2 && e.getBoundingClientRect().right > 0;
  const hasText = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
    || e.matches('button, [role=radio], summary');
  const hides = (how) => how === 'hidden' || how === 'clip';
  const found = [];
  for (const e of document.querySelectorAll(BOXES)) {
    if (!isSeen(e) || !hasText(e) || e.closest(NOT_OURS)) continue;
    const s = getComputedStyle(e);
    const isInline = s.display === 'inline';
    const wide = !isInline && e.scrollWidth > e.clientWidth + 1;
    const high = !isInline && hides(s.overflowY) && e.scrollHeight > e.clientHeight + 2;
    if ((wide && s.overflowX !== 'auto' && s.overflowX !== 'scroll') || high)
      found.push(`${e.tagName}.${e.className.toString().slice(0, 40)} ${e.scrollWidth}x${e.scrollHeight} in `
        + `${e.clientWidth}x${e.clientHeight}: ${e.textContent.trim().slice(0, 60)}`);
    // Out of the box of what holds it, which shows no more than its own size.
    const rect = e.getBoundingClientRect();
    let outer = e.parentElement;
    for (; outer && outer !== document.body; outer = outer.parentElement) {
      const how = getComputedStyle(outer).overflowX;
      if (how === 'auto' || how === 'scroll' || outer.clientWidth < 3) break;
      if (hides(how) && rect.right > outer.getBoundingClientRect().right + 1) {
        found.push(`${e.tagName}.${e.className.toString().slice(0, 40)} ends at ${Math.round(rect.right)}, its `
          + `${outer.dataset.testid || outer.className} at ${Math.round(outer.getBoundingClientRect().right)}: `
          + e.textContent.trim().slice(0, 60));
        break;
      }
    }
  }
  return found;
}"""


def cut_off(page) -> list[str]:
    """Every text that is not seen whole, and every part of the page that is wider than its place."""
    return [*page.evaluate(_CUT_OFF), *sideways(page)]
