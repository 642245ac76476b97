// A press that acts elsewhere on the page, for buttons in markup:
//   data-press="KEY"  presses the button of the widget KEY
//   data-go="KEY"     moves the focus to the row KEY
//   data-print        prints the page
// Where the page is printed it is called as its plan is (data-file).
// Where a file cannot be made, that is said beside its button in our own words (data-unmade).
// And fields that a press on a group of settings opens are brought into view.

const OPENS = 5000; // ms in which a pressed group may draw its fields
const MADE = 120000; // ms in which a file is made, or not
const QUIET = 150; // ms without a change after which they are all drawn

window.schoolReaching ||= (() => {
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

  const go = (key) => {
    const row = document.querySelector(`.st-key-${CSS.escape(key)} [role=radiogroup]`);
    const open = row?.querySelector('[aria-checked="true"]') || row?.querySelector("button");
    row?.scrollIntoView({ block: "nearest", behavior: calm() });
    open?.focus({ preventScroll: true });
  };

  const acts = {
    "[data-press]": (e) => document.querySelector(`.st-key-${CSS.escape(e.dataset.press)} button`)?.click(),
    "[data-go]": (e) => go(e.dataset.go),
    "[data-print]": () => window.print(),
  };

  // The fields that stand there before the press; the first new one is where the reader wants to be.
  const fields = () => [...document.querySelectorAll('.st-key-deeper [class*="st-key-exact-"]')];
  const name = (field) => [...field.classList].find((c) => c.startsWith("st-key-exact-"));
  let before = null, timer = null;
  const show = () => {
    const first = before && fields().find((field) => !before.has(name(field)));
    if (!first) return;
    before = null;
    first.scrollIntoView({ block: "center", behavior: calm() });
  };
  // Not before all of them are drawn: until then there is nothing to scroll.
  const opened = () => {
    if (!before) return;
    clearTimeout(timer);
    timer = setTimeout(show, QUIET);
  };
  new MutationObserver(opened).observe(document.body, { subtree: true, childList: true });

  // A browser that prints into a file offers the title of the page as its name.
  let title = null;
  addEventListener("beforeprint", () => {
    const file = document.querySelector("[data-file]")?.dataset.file;
    if (!file || title !== null) return;
    title = document.title;
    document.title = file;
  });
  addEventListener("afterprint", () => {
    if (title !== null) document.title = title;
    title = null;
  });

  // The framework says it in its own words, and takes them away after five seconds.
  const watchMaking = (button) => {
    const around = button.parentElement;
    around.querySelector(":scope > .unmade")?.remove();
    const watching = new MutationObserver(() => {
      const words = document.querySelector("[data-unmade]")?.dataset.unmade;
      if (!words || !button.querySelector('[data-testid="stDownloadButtonError"]')) return;
      watching.disconnect();
      const said = document.createElement("p");
      said.className = "unmade";
      said.setAttribute("role", "alert");
      said.textContent = words;
      around.append(said);
    });
    watching.observe(button, { childList: true });
    setTimeout(() => watching.disconnect(), MADE);
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    for (const [what, act] of Object.entries(acts)) {
      const found = event.target.closest(what);
      if (found) act(found);
    }
    const download = event.target.closest(".stDownloadButton");
    if (download) watchMaking(download);
    if (!event.target.closest(".st-key-panels button")) return;
    const mine = (before = new Set(fields().map(name)));
    setTimeout(() => before === mine && (before = null), OPENS);
  }, true); // on the way down: the framework's rows keep a click to themselves
  return true;
})();
