// Whatever carries data-explain="line year" asks Python where its number comes from when it is pressed; so does a mark of a
// picture whose row has a field `asks` that says the same (views/charts/*_rows.py).

export default function ({ setTriggerValue }) {
  window.schoolAsk = (asked) => setTriggerValue("ask", asked);
  if (window.schoolAsked) return;
  window.schoolAsked = true;
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const asked = event.target.closest("[data-explain]")?.dataset.explain ?? ofMark(event.target);
    if (asked) window.schoolAsk(asked);
  });
}

// Vega keeps the drawn item with its element, and the row in the item; over curves the item is the area nearest to the
// pointer, whose row is in the item that it stands for.
function ofMark(element) {
  for (let at = element.__data__, step = 0; at && step < 4; at = at.datum, step++)
    if (typeof at.asks === "string") return at.asks;
}
