// Plans that were kept live in this browser, one entry a plan, so that two tabs never write over each other's.
//
// Python says which plans its tab holds and which were taken off; this script writes what is new, and tells Python, once,
// of plans that are here and not there. Where another tab has changed or taken off an entry since this one last read or
// wrote it, the entry is left alone and Python is told what it is now; until Python has answered, nothing is written there.
// The script reads nothing else and decides nothing: what it tells is checked like a file.

const PREFIX = "school-plan:";

export default function ({ data, setTriggerValue }) {
  const shelf = (window.schoolShelf ||= { known: {}, told: {} });
  if (shelf.session !== data.session) Object.assign(shelf, { session: data.session, asked: 0, left: {} });
  if (data.answered >= shelf.asked) {
    for (const [key, here] of Object.entries(shelf.left)) {
      if (here === null) delete shelf.known[key];
      else shelf.known[key] = here;
    }
    shelf.left = {};
  }
  const tell = (name, value) => {
    // With the session: a server that was started anew knows nothing of what was told before.
    const text = JSON.stringify([data.session, value]);
    if (text !== shelf.told[name]) setTriggerValue(name, value);
    shelf.told[name] = text;
  };
  const differs = {};
  const changedElsewhere = (key, here) => key in shelf.known && here !== shelf.known[key];
  const leave = (key, here) => (differs[key] = shelf.left[key] = here);
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
      else {
        localStorage.setItem(PREFIX + key, text);
        shelf.known[key] = text;
      }
    }
    const found = {};
    for (const name of Object.keys(localStorage)) {
      const key = name.slice(PREFIX.length);
      if (!name.startsWith(PREFIX) || key in data.plans || data.gone.includes(key)) continue;
      found[key] = shelf.known[key] = localStorage.getItem(name);
    }
    if (Object.keys(differs).length) tell("differs", { number: ++shelf.asked, entries: differs });
    if (Object.keys(found).length) tell("found", found);
  } catch (error) {
    console.warn("shelf", error);
    tell("failed", String(error));
  }
}
