// Starts the search when it is wanted: the box in the header when it gets the focus, the search page at once.
// "/" and Ctrl+K (⌘K) go to the search. Without scripts the box is a plain form that leads to the search page.

const box = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-catalog-search]"));
const page = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-search-page]"));

if (box) {
  const start = async () => (await import("./search-box.js")).startBox(box);
  if (box.contains(document.activeElement)) start();
  else box.addEventListener("focusin", start, { once: true });
}
if (page) import("./search-page.js").then(({ startPage }) => startPage(page));

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const wanted = event.key.toLowerCase() === "k" ? event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey : event.key === "/" && plain;
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  if (!wanted || event.isComposing || (plain && typing)) return;
  const form = page ?? box;
  const input = /** @type {HTMLInputElement | null | undefined} */ (form?.elements.namedItem("q"));
  event.preventDefault();
  if (form && input?.checkVisibility()) {
    input.focus();
    input.select();
  } else if (form) location.assign(form.action);
});
