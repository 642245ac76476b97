// Plans that were kept live in this browser, one entry a plan, so that two tabs never write over each other's.
//
// Python says which plans its tab holds and which were taken off; this script writes what is new, and tells Python, once,
// of plans that are here and not there. It reads nothing else and decides nothing: what it tells is checked like a file.

const PREFIX = "school-plan:";

export default function ({ data, setTriggerValue }) {
  const shelf = (window.schoolShelf ||= { known: {}, told: "" });
  const tell = (name, value) => {
    // With the session: a server that was started anew knows nothing of what was told before.
    const text = JSON.stringify([data.session, name, value]);
    if (text !== shelf.told) setTriggerValue(name, value);
    shelf.told = text;
  };
  try {
    for (const key of data.gone) {
      localStorage.removeItem(PREFIX + key);
      delete shelf.known[key];
    }
    for (const [key, text] of Object.entries(data.plans)) {
      if (shelf.known[key] === text) continue; // written before; another tab may have taken it off since
      localStorage.setItem(PREFIX + key, text);
      shelf.known[key] = text;
    }
    const found = {};
    for (const name of Object.keys(localStorage)) {
      const key = name.slice(PREFIX.length);
      if (!name.startsWith(PREFIX) || key in data.plans || data.gone.includes(key)) continue;
      found[key] = shelf.known[key] = localStorage.getItem(name);
    }
    if (Object.keys(found).length) tell("found", found);
  } catch (error) {
    console.warn("shelf", error);
    tell("failed", String(error));
  }
}
