// What every page may do without a framework: filter an index by text, copy code, start the calculator. Pages work without it.
// The header's search box belongs to search.js.

/**
 * Folds a text for comparison: compatibility forms, case, and blanks.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Shows only the entries of a list that hold every word of the query, and the groups that then hold any.
 * @param {HTMLInputElement} input  its `data-filter` names the list by id
 * @param {HTMLElement} list
 */
function filterList(input, list) {
  const items = [...list.querySelectorAll("[data-filter-item]")].map((element) => {
    const item = /** @type {HTMLElement} */ (element);
    return { item, text: fold(`${item.textContent} ${item.dataset.filterText ?? ""}`) };
  });
  const groups = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-filter-group]")]);
  const none = /** @type {HTMLElement | null} */ (document.querySelector("[data-filter-none]"));
  const count = /** @type {HTMLElement | null} */ (document.querySelector("[data-filter-count]"));

  const show = () => {
    const words = fold(input.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += item.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    }
    if (none) none.hidden = shown > 0;
    if (count) {
      const sentence = count.dataset.filterCount ?? "{shown} / {all}";
      count.textContent = sentence.replace("{shown}", String(shown)).replace("{all}", String(items.length));
    }
    const address = new URL(location.href);
    if (words.length) address.searchParams.set("filter", input.value.trim());
    else address.searchParams.delete("filter");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };

  input.value = new URLSearchParams(location.search).get("filter") ?? input.value;
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) {
      input.value = "";
      show();
      event.preventDefault();
    }
  });
  /** @type {HTMLElement | null} */ (input.closest(".filter"))?.removeAttribute("hidden");
  show();
}

/**
 * Copies the text of the element that a button's `data-copy` names.
 * @param {HTMLButtonElement} button
 */
function copyOnClick(button) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy ?? "");
    await navigator.clipboard.writeText(source?.textContent ?? "");
    const label = button.textContent;
    button.textContent = button.dataset.copied ?? "✓";
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}

for (const element of document.querySelectorAll("input[data-filter]")) {
  const input = /** @type {HTMLInputElement} */ (element);
  const list = document.getElementById(input.dataset.filter ?? "");
  if (list) filterList(input, list);
}
for (const element of document.querySelectorAll("button[data-copy]")) {
  copyOnClick(/** @type {HTMLButtonElement} */ (element));
}
const calculator = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-quote]"));
if (calculator) import("./quote-page.js").then(({ startCalculator }) => startCalculator(calculator));
