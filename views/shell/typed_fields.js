// Fields for numbers in the browser: the keyboard that a phone brings up, Escape, and the line under a field. They read
// and decide nothing.
//
// A field of the settings says in its placeholder what the plan has; Escape brings that back. In any other field it
// brings back what stood there when the reader came to it. Where nothing was typed, Escape does what it always does.

const FIELD = '.stTextInput input[autocomplete="off"]';

export default function ({ data }) {
  window.schoolFields ||= begin();
  window.schoolFields.signed = new Set(data.signed);
  window.schoolFields.beside[data.on] = data.beside;
  document.querySelectorAll(FIELD).forEach(window.schoolFields.fit);
}

function begin() {
  const state = { signed: new Set(), beside: { page: {}, dialog: {} }, found: new WeakMap() };

  const nameOf = (input) => {
    const box = input.closest('[class*="st-key-"]');
    return box ? [...box.classList].find((c) => c.startsWith("st-key-")).slice(7) : "";
  };
  const fieldAt = (target) => (target instanceof HTMLInputElement && target.matches(FIELD) ? target : null);

  // The decimal keyboard of some phones has no minus sign: where a number may be below zero, all signs are needed.
  state.fit = (input) => {
    const signed = nameOf(input).split("-").some((part) => state.signed.has(part));
    input.inputMode = signed ? "text" : "decimal";
    const name = nameOf(input);
    tell(input, ...(state.beside.page[name] || state.beside.dialog[name] || []));
  };

  // The line is an attribute that the style sheet shows: an element of our own the framework might take away. A screen
  // reader has it with the field.
  const tell = (input, text, warns) => {
    const box = input.closest(".stTextInput");
    if (text === undefined) {
      delete box.dataset.beside;
      return input.removeAttribute("aria-description");
    }
    if (box.dataset.beside !== text) box.dataset.beside = text;
    box.classList.toggle("warns", warns);
    if (input.getAttribute("aria-description") !== text) input.setAttribute("aria-description", text);
  };

  // Fields of a group that was opened are there after the component has run.
  let waiting = 0;
  new MutationObserver((changes) => {
    if (waiting || !changes.some((c) => c.addedNodes.length)) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      document.querySelectorAll(FIELD).forEach(state.fit);
    });
  }).observe(document.body, { subtree: true, childList: true });

  const write = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const touched = (event) => {
    const input = fieldAt(event.target);
    if (input) state.fit(input);
  };
  const entered = (event) => {
    const input = fieldAt(event.target);
    if (input) state.found.set(input, input.value);
    touched(event);
  };
  const pressed = (event) => {
    const input = fieldAt(event.target);
    if (!input || event.isComposing) return;
    if (event.key === "Enter") return void state.found.set(input, input.value);
    if (event.key !== "Escape") return;
    const isSetting = nameOf(input).startsWith("exact-");
    const before = isSetting ? input.placeholder : state.found.get(input);
    if (before === undefined || input.value === before) return;
    event.preventDefault();
    event.stopPropagation();
    write(input, before);
    // As if confirmed, so that what was said of the text before goes away. In a form that would send the form.
    if (isSetting) input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  };

  document.addEventListener("pointerdown", touched, { capture: true, passive: true });
  document.addEventListener("focusin", entered, { capture: true, passive: true });
  window.addEventListener("keydown", pressed, true);
  return state;
}
