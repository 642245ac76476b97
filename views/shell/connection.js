// The line to the server. While it is away, this says so in the app's own words, in place of the framework's dialog about a
// "connection error". When it is back, this asks for a run of the page: the framework does so only where one was running, and
// a server that was started anew would be shown through what the one before had drawn.
//
// A computer may be offline and the app on it: so "offline" is said only when the server cannot be reached either.

const BEAT = 2000;     // ms between two looks
const BLINK = 500;     // ms for which a lost line is not worth a word
const QUIET = 15000;   // ms without a word from the server after which it is asked whether it is there
const PATIENCE = 4000; // ms in which it must say so
const TYPED = "textarea, input:not([type=range], [type=checkbox], [type=radio], [type=file], [role=combobox])";

export default function ({ data, setStateValue, setTriggerValue }) {
  const line = (window.schoolConnection ||= begin());
  Object.assign(line, { data, setStateValue, setTriggerValue });
  document.documentElement.lang = data.language;
}

function begin() {
  const line = { data: {}, typed: null, lostSince: null, heard: performance.now(), missed: 0, isAsking: false };
  const app = () => document.querySelector('[data-testid="stApp"]')?.dataset || {};
  const words = document.createElement("div");
  words.id = "school-connection";
  words.setAttribute("role", "status");
  words.dataset.reactAriaTopLayer = "true"; // an open dialog closes everything else to screen readers
  document.body.append(words);

  const say = () => {
    const isLost = line.lostSince !== null && performance.now() - line.lostSince >= BLINK;
    // A server that is busy may miss one question.
    const isAway = isLost || line.missed >= (navigator.onLine ? 2 : 1);
    const text = isAway ? (navigator.onLine ? line.data.lost : line.data.offline) : "";
    if (words.textContent !== text) words.textContent = text;
    // For the style sheet. A rule that looks for the words by `:has` would let the browser check every element of the page
    // whenever a picture moves.
    document.documentElement.toggleAttribute("data-line-is-lost", text !== "");
  };

  const isErrorDialog = (e) => e.querySelector("h2")?.textContent === "Connection error";
  const dialogs = () => [...document.querySelectorAll('[data-testid="stDialog"]')];

  // The framework's dialog closes the whole page to its reader and knows nothing of the plan.
  const closeErrorDialog = () => {
    for (const dialog of dialogs().filter(isErrorDialog)) {
      dialog.style.display = "none";
      dialog.querySelector('button[aria-label="Close"]')?.click();
    }
  };

  const fields = () => dialogs().flatMap((e) => [...e.querySelectorAll(TYPED)]);
  const nameOf = (field) => [...(field.closest('[class*="st-key-"]')?.classList || [])].find((c) => c.startsWith("st-key-"));
  const isBusy = () => app().testConnectionState !== "CONNECTED" || app().testScriptState !== "notRunning";

  // What is handed over now goes along with whichever run is the first on the new line.
  const lose = () => {
    line.lostSince = performance.now();
    const open = dialogs().some((e) => !isErrorDialog(e));
    line.setStateValue?.("was", { session: line.data.session, dialog: open ? line.data.dialog : "" });
    if (fields().length) line.typed = new Map(fields().map((field) => [nameOf(field), field.value]));
  };

  // The first run of a new server is slow, and the framework takes an open dialog away meanwhile. What was typed there and not
  // yet taken is typed again.
  const typeAgain = (patience = 100) => {
    if (!line.typed?.size || !patience || line.lostSince !== null) return;
    if (isBusy() || !fields().length) return setTimeout(() => typeAgain(patience - 1), 100);
    for (const field of fields()) {
      const typed = line.typed.get(nameOf(field));
      if (typed === undefined || typed === field.value) continue;
      const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, typed); // past React's own setter
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    line.typed = null;
  };

  const back = () => {
    line.setTriggerValue?.("back", true);
    setTimeout(() => line.lostSince === null && typeAgain(), 300);
  };

  const look = () => {
    const { testConnectionState: state } = app();
    if (state !== "CONNECTED") {
      if (line.lostSince === null) lose();
      setTimeout(say, BLINK + 10);
    } else {
      if (line.lostSince !== null) back();
      Object.assign(line, { lostSince: null, heard: performance.now(), missed: 0 });
    }
    say();
  };

  // A network that is gone closes no line: the page would wait for an answer and say nothing.
  const isInDoubt = () => line.lostSince === null && (!navigator.onLine || line.missed > 0
    || (performance.now() - line.heard > QUIET && document.visibilityState === "visible"));

  // Any answer will do: it came over the network.
  const knock = async () => {
    try {
      await fetch(new URL("_stcore/health", document.baseURI), { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      Object.assign(line, { heard: performance.now(), missed: 0 });
    } catch {
      line.missed += 1;
    }
  };

  const check = async () => {
    if (isInDoubt() && !line.isAsking) {
      line.isAsking = true;
      await knock();
      line.isAsking = false;
    }
    say();
  };

  new MutationObserver(look).observe(document.body, {
    subtree: true, attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
  new MutationObserver(closeErrorDialog).observe(document.body, { childList: true });
  for (const name of ["online", "offline"]) window.addEventListener(name, check);
  setInterval(check, BEAT);
  look();
  return line;
}
