// Plans that were kept live in this browser, one entry a plan, so that two tabs never write over each other's.
//
// Python says which plans its tab holds and which were taken off; this script writes what is new, and tells Python of plans
// that are here and not there, until Python says that it has heard of them. What another tab writes is told at once, so that a
// name which is taken there is taken here. Where another tab has changed or taken off an entry since this one last read or
// wrote it, the entry is left alone and Python is told what it is now; until Python has answered, nothing is written there.
// The script reads nothing else and decides nothing: what it tells is checked like a file.

const PREFIX = "school-plan:";
const MOST = 2500000; // characters that are told at once: the server takes no larger message
const AGAIN = 3000; // ms after which what Python has not heard is told again: a message on a broken line is lost

export default function ({ data, setTriggerValue }) {
  const shelf = (window.schoolShelf ||= begin());
  if (shelf.session !== data.session)
    Object.assign(shelf, { session: data.session, asked: 0, left: {}, told: "", toldAt: 0, trouble: "" });
  if (data.answered >= shelf.asked) {
    for (const [key, here] of Object.entries(shelf.left)) {
      if (here === null) delete shelf.known[key];
      else shelf.known[key] = here;
    }
    shelf.left = {};
  }
  shelf.look = () => look(shelf, data, setTriggerValue);
  shelf.look();
  return () => (shelf.look = null);
}

function begin() {
  const shelf = { known: {}, look: null };
  window.addEventListener("storage", ({ key, storageArea }) => {
    if (storageArea === localStorage && key?.startsWith(PREFIX)) shelf.look?.();
  });
  return shelf;
}

function look(shelf, data, tell) {
  const differs = {};
  const changedElsewhere = (key, here) => key in shelf.known && here !== shelf.known[key];
  const leave = (key, here) => (differs[key] = shelf.left[key] = here);
  let trouble = "";
  try {
    for (const key of data.gone) {
      if (key in shelf.left) continue;
      const here = localStorage.getItem(PREFIX + key);
      if (here !== null && changedElsewhere(key, here)) leave(key, here);
      else {
        localStorage.removeItem(PREFIX + key);
        delete shelf.known[key];
      }
    }
    for (const [key, text] of Object.entries(data.plans)) {
      if (key in shelf.left) continue;
      if (shelf.known[key] === text) continue; // written before; another tab may have taken it off since
      const here = localStorage.getItem(PREFIX + key);
      if (here !== text && changedElsewhere(key, here)) leave(key, here);
      else if (write(PREFIX + key, text)) shelf.known[key] = text;
      else trouble = "full";
    }
    const found = {};
    let room = MOST;
    for (const name of Object.keys(localStorage).sort()) {
      const key = name.slice(PREFIX.length);
      if (!name.startsWith(PREFIX) || key in data.plans || data.gone.includes(key) || data.heard.includes(key)) continue;
      const text = localStorage.getItem(name);
      if ((room -= text.length) < 0) break; // the next time
      found[key] = shelf.known[key] = text;
    }
    if (Object.keys(differs).length) tell("differs", { number: ++shelf.asked, entries: differs });
    const unheard = Object.keys(found).join();
    if (unheard && (unheard !== shelf.told || performance.now() - shelf.toldAt >= AGAIN)) {
      Object.assign(shelf, { told: unheard, toldAt: performance.now() });
      tell("found", found);
      setTimeout(() => shelf.look?.(), AGAIN);
    }
  } catch (error) {
    console.warn("shelf", error);
    trouble = "closed";
  }
  if (trouble !== shelf.trouble) tell("failed", trouble);
  shelf.trouble = trouble;
}

// False where the store has no room. What was there before stays.
function write(name, text) {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    return false;
  }
}
