// Notes and decisions live in this browser tab (sessionStorage), one entry a notebook, so that a reload loses nothing and two
// tabs never mix.
//
// Python says which notebooks it holds and which one lies open; this script writes what is new. What is here and unknown to
// Python is told once a session, before anything is written. What it tells is checked like a file.

const PREFIX = "school-notes:";
const OPEN = "school-notes-open";

export default function ({ data, setTriggerValue }) {
  const held = (window.schoolNotes ||= begin());
  if (held.session !== data.session) Object.assign(held, { session: data.session, version: 0, told: false });
  if (data.version < held.version) return; // an older drawing of the same notebooks, elsewhere on the page
  held.version = data.version;
  const trouble = (what) => {
    if (what !== (held.trouble || "")) setTriggerValue("failed", what);
    held.trouble = what;
  };
  try {
    const unknown = Object.keys(sessionStorage)
      .filter((name) => name.startsWith(PREFIX) && !(name.slice(PREFIX.length) in data.notebooks));
    if (unknown.length && !held.told) {
      held.told = true;
      const notebooks = Object.fromEntries(unknown.map((name) => [name.slice(PREFIX.length), sessionStorage.getItem(name)]));
      setTriggerValue("found", { notebooks, open: sessionStorage.getItem(OPEN) });
      return;
    }
    for (const [key, text] of Object.entries(data.notebooks)) {
      if (!text) sessionStorage.removeItem(PREFIX + key);
      else if (sessionStorage.getItem(PREFIX + key) !== text) sessionStorage.setItem(PREFIX + key, text);
    }
    if (sessionStorage.getItem(OPEN) !== data.open) sessionStorage.setItem(OPEN, data.open);
    trouble("");
  } catch (error) {
    console.warn("notebook", error);
    trouble(error.name === "QuotaExceededError" ? "full" : "closed");
  }
}

const PAUSE = 600; // ms without a key after which a note is saved although its field was not left

// A reload loses what only the field knows. So a pause saves as Ctrl and Enter do, where the text is one that comes back as it
// stands: a blank at its end would be taken away, and the next word would lose it.
function afterPauses() {
  let pause;
  document.addEventListener("input", ({ target }) => {
    clearTimeout(pause);
    if (!(target instanceof HTMLTextAreaElement) || !target.closest('[class*="st-key-note-text-"]')) return;
    const save = () => target.isConnected && /^\S+( \S+)*$/.test(target.value)
      && target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
    pause = setTimeout(save, PAUSE);
  }, true);
}

// Escape closes the dialog before its field was left, and what was typed would go with it: leave the field first.
function begin() {
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && target instanceof HTMLTextAreaElement && target.closest('[role="dialog"]')) target.blur();
  }, true);
  afterPauses();
  return {};
}
