// Keys press buttons: the table is Python's, and a key without its button on the page does what it always did.
//
// Streamlit's own shortcuts hold one key a button and stay silent while a slider has the focus; a facilitator's hand
// rests on one, and a presenter's remote sends Page Up and Page Down wherever the focus is.

const TYPED = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
const MOVED = "input, textarea, select, [role=slider], [role=listbox], [role=radiogroup], [role=tablist], [role=menu]";
const PRESSED = "button, a[href], summary, select, textarea, input:not([type=range]), [role=button], [role=option]";
const OPEN = "[role=dialog], [role=listbox], [role=menu], [data-testid=stPopoverBody]";

const KEEPS_AWAY = {
  always: () => false,
  letter: (at) => at.closest(TYPED),
  arrow: (at) => at.closest(MOVED) || at.closest(OPEN),
  press: (at) => at.closest(PRESSED) || at.closest(OPEN),
  escape: () => [...document.querySelectorAll(OPEN)].some((e) => e.getClientRects().length),
};

export default function ({ data }) {
  window.schoolKeys ||= begin();
  window.schoolKeys.table = data.keys;
  window.schoolKeys.fit();
}

function begin() {
  const state = { table: [] };

  const pressed = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const at = event.target instanceof Element ? event.target : document.body;
    for (const { key, button, kind } of state.table) {
      if (key !== name || KEEPS_AWAY[kind](at)) continue;
      const found = document.querySelector(`.st-key-${CSS.escape(button)} button`);
      if (!found) continue;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat && !found.disabled) found.click();
      return;
    }
  };

  // The picture is drawn 1280 by 720 and scaled to the window; on a phone it is a page like any other.
  state.fit = () => {
    const scale = innerWidth < 700 ? 1 : Math.min(innerWidth / 1280, innerHeight / 720);
    document.documentElement.style.setProperty("--room", scale.toFixed(4));
  };

  window.addEventListener("keydown", pressed, true);
  window.addEventListener("resize", state.fit);
  return state;
}
