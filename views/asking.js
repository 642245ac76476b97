// Whatever carries data-explain="line year" asks Python where its number comes from when it is pressed.

export default function ({ setTriggerValue }) {
  window.schoolAsk = (asked) => setTriggerValue("ask", asked);
  if (window.schoolAsked) return;
  window.schoolAsked = true;
  document.addEventListener("click", (event) => {
    const at = event.target instanceof Element && event.target.closest("[data-explain]");
    if (at) window.schoolAsk(at.dataset.explain);
  });
}
