// Whatever carries data-explain="line year" asks Python where its number comes from when it is pressed; so does a cell of a
// row that carries data-explains="line first-year last-year", and a mark of a picture whose row has a field `asks` that says the same (views/charts/*_rows.py).

export default function ({ setTriggerValue }) {
  window.schoolAsk = (asked) => setTriggerValue("ask", asked);
  if (window.schoolAsked) return;
  window.schoolAsked = true;
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const asked = event.target.closest("[data-explain]")?.dataset.explain ?? ofCell(event.target) ?? ofMark(event.target);
    if (asked) window.schoolAsk(asked);
  });
}

// The years of a row stand after its head, whose button asks for the last one.
function ofCell(element) {
  const cell = element.closest("tr[data-explains] > td, tr[data-explains] > th");
  if (!cell || (cell.tagName === "TH" && !element.closest("button"))) return;
  const [line, first, last] = cell.parentElement.dataset.explains.split(" ");
  const year = cell.tagName === "TH" ? Number(last) : cell.cellIndex - 1;
  if (year >= Number(first) && year <= Number(last)) return `${line} ${year}`;
}

// Vega keeps the drawn item with its element, and the row in the item; over curves the item is the area nearest to the
// pointer, whose row is in the item that it stands for.
function ofMark(element) {
  for (let at = element.__data__, step = 0; at && step < 4; at = at.datum, step++)
    if (typeof at.asks === "string") return at.asks;
}
