// The pictures that follow a lever: those in the window at once, the others when the reader rests or scrolls to them.
//
// Each picture listens to an element of its own inside #live (live.py), which says its alternative text: by that a picture
// is found on the page. Drawing one takes the browser one or two milliseconds, and nobody sees what is outside the window.

const REST = 150; // ms without anything new, after which the pictures outside the window are drawn, too

function pictures() {
  const heard = new Map(); // by picture: the element that it listens to
  const drawn = new Map(); // by picture: where it is drawn
  const away = new Set(); // what is outside the window of these
  let due = null, timer = null;

  const say = (bus, value) => {
    bus.value = value;
    bus.dispatchEvent(new Event("input"));
  };

  // What is not known to be outside the window is drawn, and so is what has just been replaced.
  const isAway = (picture) => away.has(drawn.get(picture)) && drawn.get(picture).isConnected;

  const tell = (isForAll) => {
    clearTimeout(timer);
    let isBehind = false;
    for (const bus of document.querySelectorAll("#live > *")) {
      const picture = bus.id, before = heard.get(picture);
      // Pictures that listen to an element which was replaced must not keep what it said last.
      if (before && before !== bus) say(before, null);
      heard.set(picture, bus);
      if ((bus.value ?? null) === due) continue;
      if (isForAll || !isAway(picture)) say(bus, due);
      else isBehind = true;
    }
    if (isBehind) timer = setTimeout(tell, REST, true);
  };

  const watcher = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) away[isIntersecting ? "delete" : "add"](target);
    tell(false);
  });
  window.addEventListener("beforeprint", () => tell(true));

  return {
    // What every picture shows from now on: rows of a plan, or null for its own. At rest all are told at once.
    show(value, isAtRest) {
      due = value;
      tell(isAtRest);
    },
    // The page may have put new pictures in the place of others.
    watch() {
      const by = new Map();
      for (const here of document.querySelectorAll('[data-testid="stVegaLiteChart"]')) by.set(here.getAttribute("aria-label"), here);
      for (const { id, dataset } of document.querySelectorAll("#live > *")) {
        const before = drawn.get(id), now = by.get(dataset.alt);
        if (before === now) continue;
        if (before) watcher.unobserve(before);
        away.delete(before);
        drawn.set(id, now);
        if (now) watcher.observe(now);
      }
    },
  };
}
