// The live layer: while a lever moves, its table tells what the first view shows there.
//
// Python sends a head with every run (which plan is drawn, where each lever stands) and, when a lever is touched, that
// lever's table. This script looks up, hands on and decides nothing: numbers and texts are Python's. Each picture reads
// an element inside #live through a parameter of its own (pictures.js); every text that moves carries
// data-live="its slot".
//
// After a move Python draws the texts again and leaves the pictures as they are; their new rows come with the head, and
// #live holds them until a run of the whole page has drawn the pictures.
//
// A table of a lever knows no futures. Once the lever is in hand this script asks for them, the nearest places first and a
// few at a time; they are kept by the signature of the plan they belong to, and laid over what the table says there. Where
// they have not come, band and chance are hidden.
//
// Whatever goes wrong here, #live is emptied and Python is told, which then draws the whole page and goes on doing so.

const HOVER = 60;      // ms on a lever before its table is asked for: a passing mouse asks for nothing
const ASK_AGAIN = 1500; // ms after which an answer that did not come is asked for again
const ALONE = 50;      // ms after a key or a release in which a touch waits: Streamlit would send both as one
const PATIENCE = 5000; // ms after which no picture waits for a first one: some places have none
const FIRST = 6, NEXT = 40; // places whose futures are asked for at once: each answer costs the browser a frame or two
const REACH = 60, REACH_OF_KEYS = 20; // places around the present one whose futures are worth having
const CROWDED = 1000;  // ms in which nothing more is asked for ahead where others need the server; each time twice as long
const MOST_KEPT = 2000; // places whose futures are kept
const BEAT = 1200;     // ms of before, and of after, when a change is played again

export default function () {
  const live = (window.schoolLive ||= begin());
  // What came before this script did is waiting (given.js).
  if (window.schoolLiveGiven) live.take(window.schoolLiveGiven);
  window.schoolLiveGiven = null;
}

function begin() {
  const live = {
    head: null, standing: null, tables: {}, shown: null, asked: {}, futures: new Map(), seeking: null, held: null, stop: null, again: null, committed: -ALONE,
    answered: null, crowded: 0, pause: 0, isPressed: false, hasKeys: false, hasFailed: false, told: "", teller: teller(),
    pictures: pictures(),
  };

  live.take = ({ data, setTriggerValue }) => {
    live.ask = (lever, ahead) =>
      setTriggerValue("touch", { lever, ahead, of: live.head.signature, follows: !live.hasFailed });
    live.tell = () => setTriggerValue("failure", true);
    live.receive(new Uint8Array(data)).catch(live.fail);
  };

  live.fail = (error) => {
    console.error("live layer", error);
    mark([]);
    live.standing = live.held = null;
    put(null, true);
    if (!live.hasFailed) live.tell();
    live.hasFailed = true;
  };

  // --- what Python sends ------------------------------------------------------------------------------------------

  live.receive = async (bytes) => {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    // Tables of other pictures or in another language would mix with what is drawn: they are asked for anew.
    const look = String(head.look);
    if (live.head && String(live.head.look) !== look) Object.assign(live, { tables: {}, asked: {}, futures: new Map() });
    live.head = head;
    const rows = 4 + length, table = rows + head.standing;
    const standing = head.standing ? await unpack(bytes.subarray(rows, table)) : null;
    const found = head.table ? await unpack(bytes.subarray(table)) : null;
    if (String(live.head.look) !== look) return;
    if (head.sought) keep(head.sought, found);
    else if (found) live.tables[head.table] = found;
    if (live.head !== head) return; // a newer head came while this table was unpacked
    live.standing = standing;
    live.pictures.watch();
    if (!head.sought) live.seeking = null; // a run came between, and may have ended what was asked for ahead
    if (head.table === "replay") return replay(live.tables.replay);
    if (head.sought && live.again) return; // futures that come meanwhile end no replay
    forget();
    settle();
  };

  // A run has answered: where the levers stand elsewhere than Python drew them, go on from there.
  function settle() {
    const moved = movedLevers();
    mark(moved);
    if (moved.length) return follow(moved[moved.length - 1]);
    if (live.standing) home();
    settleSoon();
    seek();
  }

  // Where Python drew the levers its own rows are right; its pictures and texts are on the screen a frame or two later.
  function settleSoon() {
    clearTimeout(live.stop);
    live.stop = setTimeout(() => movedLevers().length || live.again || (restore(), home(), tellRating()), 120);
  }

  // A screen reader is told of a changed rating once, when the page rests: a run puts a new element in the place of what it
  // drew, and while a lever moves its texts pass by. What is first drawn is read with the page.
  function tellRating() {
    const drawn = [...document.querySelectorAll("#verdict [data-live]:not([aria-hidden]):not(:has([data-live])), #to-check")];
    const words = drawn.map((element) => element.textContent.trim()).filter(Boolean);
    const text = words.join("\n");
    if (!text || text === live.told) return;
    if (live.told) live.teller.replaceChildren(...words.map((w) => Object.assign(document.createElement("p"), { textContent: w })));
    live.told = text;
  }

  function teller() {
    const words = Object.assign(document.createElement("div"), { id: "school-rating" });
    words.setAttribute("role", "status");
    words.dataset.reactAriaTopLayer = "true"; // an open dialog closes everything else to screen readers
    document.body.append(words);
    return words;
  }

  async function unpack(packed) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    const raw = await new Response(stream).arrayBuffer();
    const length = new DataView(raw).getUint32(0, true);
    const table = JSON.parse(new TextDecoder().decode(new Uint8Array(raw, 4, length)));
    // The first byte of every number, then the second of every number, and so on.
    const bytes = new Uint8Array(raw, 4 + length), whole = new Uint8Array(bytes.length);
    for (let byte = 0, from = 0; byte < 8; byte++)
      for (let to = byte; to < whole.length; to += 8) whole[to] = bytes[from++];
    table.floats = new Float64Array(whole.buffer);
    return table;
  }

  // --- what the reader does ---------------------------------------------------------------------------------------

  const widgetOf = (element) => {
    const box = element instanceof Element ? element.closest('[class*="st-key-lever-"], [class*="st-key-exact-"]') : null;
    const name = box && [...box.classList].find((c) => c.startsWith("st-key-lever-") || c.startsWith("st-key-exact-"));
    return name && live.head && live.head.at[name.slice(7)] ? name.slice(7) : null;
  };

  // A field holds text. Only a number as Python writes it has a place here; any other text is Python's to read.
  const valueOf = (widget) => {
    const input = document.querySelector(`.st-key-${CSS.escape(widget)} input`);
    if (!input || input.value === "") return null;
    if (input.type === "range") return Number(input.value);
    const [, shown, , text] = live.head.at[widget];
    if (input.value === text) return shown;
    const written = /^[-\u2212]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(input.value);
    return written ? Number(input.value.replaceAll(",", "").replace("\u2212", "-")) : NaN;
  };

  // Widgets that do not stand where Python drew them. One lever may have two widgets; they count as one.
  function movedLevers() {
    return Object.keys(live.head.at).filter((w) => {
      const value = valueOf(w);
      return value !== null && !(Math.abs(value - live.head.at[w][1]) <= live.head.at[w][2]);
    });
  }

  const place = (table, value) => table.positions.findIndex((p) => Math.abs(p - value) <= 1e-9);

  // A table is right when the plan that Python drew is one of its rows: then nothing but its lever differs.
  const isRight = (table) => table && table.signatures.includes(live.head.signature);

  function follow(widget) {
    const lever = live.head.at[widget][0];
    const away = movedLevers();
    const alone = away.every((w) => live.head.at[w][0] === lever);
    const table = live.tables[lever];
    const at = alone && isRight(table) ? place(table, valueOf(widget)) : -1;
    if (at >= 0) show(table, at);
    mark(away);
    if (at >= 0 && (live.isPressed || live.hasKeys)) hold(widget);
    if (away.length) clearTimeout(live.stop);
    else return settleSoon();
    // For a mixture there is no table: what was drawn stays until Python answers.
    if (alone && !isRight(table)) ask(lever);
  }

  // What stands below does not follow: while a lever is elsewhere than Python drew it, the style sheet says so.
  function mark(away) {
    document.documentElement.toggleAttribute("data-moving", away.length > 0);
  }

  function ask(lever) {
    const key = lever + live.head.signature;
    const now = performance.now();
    if (isRight(live.tables[lever]) || now - (live.asked[key] || -Infinity) < ASK_AGAIN) return;
    live.asked = { [key]: now };
    // A run that a touch asks for would close an open dialog.
    whenAnswered(() => isRight(live.tables[lever]) || document.querySelector('[role="dialog"]') || live.ask(lever));
  }

  // --- the futures of the places around, once their lever is in hand -------------------------------------------------

  function hold(widget) {
    if (live.held !== widget) live.crowded = 0;
    live.held = widget;
    seek();
  }

  // The places nearest to where the lever is whose futures are not here. Python says null of a place it does not know.
  function sought() {
    const widget = live.held, lever = widget && live.head.at[widget]?.[0], table = live.tables[lever];
    if (!lever || !live.head.futures || !isRight(table) || live.again) return null;
    const { positions, signatures } = table, value = valueOf(widget);
    const missing = (at) => !live.futures.has(signatures[at]) && signatures[at] !== live.head.signature;
    const most = live.hasSome ? NEXT : FIRST, places = [];
    let up = positions.findIndex((p) => p >= value - 1e-9);
    if (up < 0) up = positions.length;
    let down = up - 1;
    for (let left = live.isPressed ? REACH : REACH_OF_KEYS; left && places.length < most; left--) {
      const isUp = down < 0 || positions[up] - value <= value - positions[down];
      const at = isUp ? up++ : down--;
      if (at >= positions.length) break;
      if (missing(at)) places.push(at);
    }
    return places.length ? { lever, table, places } : null;
  }

  function seek() {
    const now = performance.now();
    if (!live.held || now - (live.seeking ?? -Infinity) < ASK_AGAIN || now < live.pause || !sought()) return;
    live.seeking = now;
    whenAnswered(() => {
      const more = live.seeking === now && !document.querySelector('[role="dialog"]') && sought(); // it is elsewhere by now
      if (more) live.ask(more.lever, more.places.map((at) => more.table.positions[at]));
      else if (live.seeking === now) live.seeking = null;
    });
  }

  // What has come is kept by its plan. Where others need the server, nothing more is asked for a while.
  function keep({ lever, unknown, crowded }, found) {
    if (live.futures.size > MOST_KEPT) live.futures.clear();
    if (found) found.signatures.forEach((signature, at) => live.futures.set(signature, { table: found, at }));
    const table = live.tables[lever];
    if (isRight(table)) for (const value of unknown) live.futures.set(table.signatures[place(table, value)], null);
    Object.assign(live, { seeking: null, hasSome: true, crowded: crowded ? live.crowded + 1 : 0 });
    const wait = crowded ? CROWDED * 2 ** (live.crowded - 1) : 0;
    live.pause = performance.now() + wait;
    if (wait) setTimeout(safely(seek), wait + 1);
  }

  // Streamlit sends every widget along with a touch. Before a running answer is drawn they would be the old ones, and
  // Python would take them for moves.
  function whenAnswered(act, patience = 100) {
    const again = () => setTimeout(() => whenAnswered(act, patience - 1), 50);
    if (isBusy()) return patience && again();
    const drawn = () => (isBusy() ? patience && again() : act());
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  }

  function isBusy() {
    const script = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
    return script !== "notRunning" || performance.now() - live.committed < ALONE;
  }

  // --- showing ----------------------------------------------------------------------------------------------------

  function show(table, at) {
    const signature = table.signatures[at], more = live.futures.get(signature);
    // The browser tells of one step twice.
    if (live.shown?.sig !== signature || live.shown.isWhole !== !!more) draw(table, at, more);
    const text = (of, place, slot) => of?.texts[slot] && of.texts[slot][0][of.texts[slot][1][place]];
    write((slot) => text(more?.table, more?.at, slot) ?? text(table, at, slot));
  }

  // Of the plan that stands Python knows the futures.
  function draw(table, at, more) {
    if (live.standing?.signatures[0] === table.signatures[at]) return home();
    // A finger goes to and fro: what a place shows is put together once.
    const drawn = (table.drawn ||= new Map()), before = drawn.get(at);
    if (before?.isWhole === !!more) return put(before);
    const charts = rowsOf(table, at);
    if (more) rowsOf(more.table, more.at, charts);
    const shown = { sig: table.signatures[at], isWhole: !!more, charts };
    drawn.set(at, shown);
    put(shown);
  }

  // The pictures as Python has them: their own rows, or the rows of the plan that stands.
  function home() {
    if (live.standing) live.standing.rows ||= { sig: live.standing.signatures[0], charts: rowsOf(live.standing, 0) };
    put(live.standing ? live.standing.rows : null, true);
    live.shown = null;
  }

  // The rows of a place, laid over others. A field is kept row by row, each at every place; a text that is the same
  // everywhere is there once.
  function rowsOf(table, at, charts = {}) {
    const places = table.positions.length;
    const numbers = (rows, start) => Array.from({ length: rows }, (_, row) => table.floats[start + row * places + at]);
    const words = (texts, rows) => rows.map((n) => texts[n[at] ?? n]);
    for (const [chart, datasets] of Object.entries(table.fields))
      for (const [dataset, fields] of Object.entries(datasets))
        for (const [field, kept] of Object.entries(fields))
          ((charts[chart] ||= {})[dataset] ||= {})[field] = Array.isArray(kept[0]) ? words(...kept) : numbers(...kept);
    return charts;
  }

  // --- the last change, played again: before and after, three times -------------------------------------------------
  //
  // The table has two places. Who asks for less motion turns from one to the other himself. Any other key or touch
  // ends it, on what Python drew.

  function replay(table) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let beat = calm && live.again ? live.again.beat + 1 : 0;
    forget();
    clearTimeout(live.stop);
    live.again = { table, beat, timer: null };
    const play = () => {
      if (!calm && beat === 6) return rest();
      show(table, beat % 2);
      live.again.beat = beat++;
      if (!calm) live.again.timer = setTimeout(play, BEAT);
    };
    play();
  }

  function rest() {
    if (!live.again) return;
    forget();
    restore();
    home();
  }

  function forget() {
    clearTimeout(live.again?.timer);
    live.again = null;
  }

  // One look through the page for all texts: `textOf` gives that of a slot, or undefined where it stays.
  function write(textOf) {
    for (const element of document.querySelectorAll("[data-live]")) {
      const slot = element.dataset.live, text = textOf(slot, element);
      if (text === undefined) continue;
      if (slot.endsWith("-tone")) element.className = `state ${text}`;
      else if (slot.startsWith("shape-")) element.style.clipPath = text;
      else if (element.textContent !== text) element.textContent = text;
    }
  }

  // Back to Python's own texts. The page does not do it: it knows what Python sent, not what was written over it.
  function restore() {
    write((_, element) => element.dataset.drawn);
  }

  function put(value, isAtRest = false) {
    live.shown = value;
    live.pictures.show(value, isAtRest);
  }

  // --- the first picture first: until it stands, the style sheet holds the smaller ones back ------------------------

  function first() {
    const waits = performance.now() < began + PATIENCE && !document.querySelector(".st-key-first-chart svg.marks text");
    if (waits) requestAnimationFrame(first);
    else document.documentElement.toggleAttribute("data-first-stands", true);
  }
  const began = performance.now();
  first();

  // --- listening, above the widgets: Streamlit may mount any of them again ------------------------------------------

  const safely = (act) => (event) => {
    try {
      if (live.head) act(event);
    } catch (error) {
      live.fail(error);
    }
  };
  const moved = safely((e) => {
    const widget = widgetOf(e.target);
    if (widget) follow(widget);
  });
  const touched = safely((e) => {
    const widget = widgetOf(e.target);
    if (!widget) return;
    ask(live.head.at[widget][0]);
    if (e.type !== "pointerdown") return;
    Object.assign(live, { isPressed: true, hasKeys: false });
    hold(widget);
  });
  // Released, nothing more is asked for: Python answers, and then a key or the next press begins anew.
  const released = () => {
    if (live.isPressed) live.held = null;
    live.isPressed = live.hasKeys = live.hasSome = false;
  };
  const interrupted = safely((e) => {
    const again = e.key?.toLowerCase() === "v" || (e.target instanceof Element && e.target.closest(".st-key-replay"));
    if (!again) rest();
  });
  let waiting = null;
  const hovered = (e) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => touched(e), HOVER);
  };
  new MutationObserver((changes) => {
    for (const target of new Set(changes.map((c) => c.target)))
      if (target instanceof HTMLInputElement && target !== live.answered) moved({ target });
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext", "value"] });
  document.addEventListener("input", moved, { capture: true, passive: true });
  document.addEventListener("focusin", touched, { capture: true, passive: true });
  document.addEventListener("pointerdown", touched, { capture: true, passive: true });
  for (const name of ["pointerup", "pointercancel"])
    document.addEventListener(name, released, { capture: true, passive: true });
  window.addEventListener("keydown", () => (live.hasKeys = true), { capture: true, passive: true });
  const commits = () => (live.committed = performance.now());
  for (const name of ["keydown", "pointerup"]) window.addEventListener(name, commits, { capture: true, passive: true });
  window.addEventListener("keydown", interrupted, { capture: true, passive: true });
  window.addEventListener("pointerdown", interrupted, { capture: true, passive: true });
  document.addEventListener("pointerover", hovered, { capture: true, passive: true });

  // --- a key on a slider: pictures and thumb first, the framework's slider after that frame ---------------------------
  //
  // The framework draws its slider twice for a key and sends the move before anything is painted. So a key that leads to
  // a place of the table is answered here at once, and handed on when the frame is on the screen. Any other key, and any
  // key without a table, goes its own way. What comes sooner than the frame waits for the key before it.

  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
  const painted = new MessageChannel();
  let handOver = null;
  const handOn = () => {
    const act = handOver;
    handOver = live.answered = null;
    act?.();
  };
  painted.port1.onmessage = handOn;

  const stepped = safely((e) => {
    if (!e.isTrusted) return;
    handOn();
    const input = e.target, widget = widgetOf(input), step = STEPS[e.key];
    if (!widget || !step || input.type !== "range" || live.isPressed) return;
    if (e.ctrlKey || e.altKey || e.metaKey || e.shiftKey) return;
    const table = live.tables[live.head.at[widget][0]];
    const next = isRight(table) ? place(table, Number(input.value) + step * Number(input.step)) : -1;
    if (next < 0) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const { key, code, location, repeat } = e;
    handOver = () => {
      const again = { key, code, location, repeat, bubbles: true, cancelable: true };
      // An answer may have put another slider in the place of this one.
      document.querySelector(`.st-key-${CSS.escape(widget)} input`)?.dispatchEvent(new KeyboardEvent("keydown", again));
    };
    requestAnimationFrame(() => painted.port2.postMessage(null));
    live.answered = input; // what is written there now is no news
    stand(input, table.positions[next], table.slider[next]);
    follow(widget);
  });

  // As the framework will draw it, but for the colored part of the track, which follows a frame later.
  function stand(input, value, text) {
    const thumb = input.closest("[style*=left]"), { min, max } = input;
    thumb.style.left = `${(100 * (value - min)) / (max - min)}%`;
    thumb.querySelector("p").firstChild.data = text;
    input.value = value;
    input.setAttribute("aria-valuetext", text);
  }

  window.addEventListener("keydown", stepped, { capture: true });
  for (const name of ["pointerdown", "focusout"]) window.addEventListener(name, handOn, { capture: true, passive: true });
  return live;
}
