// In the page, before its own scripts: when does it show the plan that its slider shows?
//
// bench.expect = {place: {charts: [[[way to write it, ...], ...], ...], texts: [[selector, text], ...]}} is given later.
// What is seen is right when every chart in the window holds all words of the slider's own place and so do the texts.
// All is right when the charts outside the window do, too. The time of a redraw is that at which the main thread is done
// with the frame that shows it. What is right when a frame begins is what it shows: a pointer that moves on meanwhile
// belongs to the next one.
(() => {
  const SLIDER = ".st-key-lever-enrollment_year1 input[type=range]";
  const bench = (window.bench = {
    expect: null, value: null, right: false, allRight: false, cause: 0, since: 0, released: 0,
    values: 0, drawn: [], all: [], wrongs: 0, bytes: 0, messages: 0, first: {},
  });

  // --- frames ------------------------------------------------------------------------------------------------------
  const frame = window.requestAnimationFrame.bind(window);
  const channel = new MessageChannel();
  let inFrame = false, waiting = [];
  channel.port1.onmessage = () => {
    inFrame = false;
    const now = performance.now(), due = waiting;
    waiting = [];
    for (const act of due) act(now);
  };
  const enter = () => { inFrame = true; channel.port2.postMessage(0); };
  window.requestAnimationFrame = (act) => frame((t) => { enter(); act(t); });
  const painted = (act, shows = () => true) =>
    inFrame ? waiting.push(act) : frame(() => { enter(); if (shows()) waiting.push(act); });

  // --- what comes in -----------------------------------------------------------------------------------------------
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        bench.messages += 1;
        bench.bytes += data.byteLength ?? data.size ?? data.length;
      });
    }
  };

  // --- what is seen ------------------------------------------------------------------------------------------------
  const told = (svg) => {
    const words = [""];
    for (const e of svg.querySelectorAll("text")) words.push(e.textContent);
    for (const e of svg.querySelectorAll("[aria-label]")) words.push(e.getAttribute("aria-label"));
    return words.join("|") + "|";
  };
  const holds = (words, needed) => needed.every((ways) => ways.some((way) => words.includes(way)));
  bench.look = () => {
    const place = bench.expect && bench.expect[bench.value];
    if (!place) return "no slider";
    const charts = [...document.querySelectorAll("svg.marks")];
    if (charts.length !== place.charts.length) return `${charts.length} charts`;
    for (const [selector, text] of place.texts)
      if (document.querySelector(selector)?.textContent !== text) return `${selector}: ${text}`;
    const drawn = charts.map(told), needed = place.charts;
    const lacking = needed.find((words) => !drawn.some((held) => holds(held, words)));
    const seen = drawn.find((held, i) => !away.has(charts[i]) && !needed.some((words) => holds(held, words)));
    bench.lacking = lacking ? `no chart with ${lacking}` : "";
    return seen ? `a chart with ${seen}` : "";
  };
  // Charts that are known to be outside the window.
  const away = new Set(), watched = new WeakSet();
  const watcher = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) away[isIntersecting ? "delete" : "add"](target);
  });
  const watch = () => {
    for (const svg of document.querySelectorAll("svg.marks"))
      if (!watched.has(svg)) watched.add(svg), watcher.observe(svg);
  };
  const note = () => {
    const input = document.querySelector(SLIDER);
    if (!input) return;
    const value = String(Number(input.value));
    if (value === bench.value) return;
    if (bench.value !== null) bench.values += 1;
    Object.assign(bench, { value, right: false, allRight: false, since: bench.cause });
  };
  const check = () => {
    note();
    if (!bench.expect || bench.value === null) return;
    bench.lacking = "";
    const missing = bench.look();
    turn("right", bench.drawn, missing);
    turn("allRight", bench.all, missing || bench.lacking);
  };
  const turn = (state, times, missing) => {
    if (missing && bench[state]) {
      bench[state] = false;
      bench.wrongs += 1; // it was right and is so no more, though the slider stands still
      bench.why = missing;
    } else if (!missing && !bench[state]) {
      bench[state] = true;
      const { value, since } = bench;
      const shows = () => value === bench.value && bench[state];
      painted((now) => times.push([now - since, now]), shows);
    }
  };
  bench.check = check;

  // --- first sight -------------------------------------------------------------------------------------------------
  const sight = () => {
    const first = bench.first;
    if (!first.words && document.querySelector('.verdict, [data-testid="stMetricValue"]')?.textContent)
      painted((now) => (first.words ||= now));
    if (!first.chart && document.querySelector("svg.marks text")) painted((now) => (first.chart ||= now));
  };

  for (const kind of ["keydown", "pointermove", "pointerdown"])
    addEventListener(kind, (event) => (bench.cause = event.timeStamp), true);
  addEventListener("pointerup", (event) => (bench.released = event.timeStamp), true);
  addEventListener("input", note, true);
  new MutationObserver(() => { sight(); watch(); check(); }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label", "aria-valuetext", "value"],
  });
})();
