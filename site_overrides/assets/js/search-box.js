// The search box in the header: a list of the first hits under it. A combobox for assistive technology.

import { TEXT, addressOf, badges, connect, element, excuse, isSingle, lists, marked, oneAtATime, whereElse } from "./search-client.js";

/** @typedef {import("./search-engine.js").Hit} Hit */

const SHOWN = 6;
const LISTS = 4; // named where nothing was found
const NONE = -1;
const WAIT = 120; // ms without a keystroke before a search begins

/**
 * @param {HTMLFormElement} form  `data-root` is the way to the site's root
 */
export function startBox(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const panel = /** @type {HTMLElement} */ (form.querySelector(".cs-results"));
  const root = form.dataset.root ?? "";
  const list = element("div", "cs-list");
  const status = element("p", "visually-hidden");
  const message = element("p", "cs-message");
  let timer = 0;
  let active = NONE;

  list.id = "cs-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", TEXT.hits);
  status.setAttribute("role", "status");
  panel.append(message, list);
  form.append(status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": "cs-list", "aria-autocomplete": "list", "aria-expanded": "false" })) {
    input.setAttribute(name, value);
  }

  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);

  /** @param {number} index */
  function activate(index) {
    const all = options();
    active = all.length && index > NONE ? (index + all.length) % all.length : NONE;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active === NONE) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} open */
  function open(open) {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && options().length > 0));
    if (!open) activate(NONE);
  }

  /** @param {string} text  what is said instead of or above hits */
  function say(text) {
    message.textContent = text;
    message.hidden = !text;
  }

  /**
   * @param {Hit[]} hits
   * @param {number} total
   * @param {string} query
   */
  function fill(hits, total, query) {
    list.replaceChildren();
    const kinds = [...new Set(hits.map((hit) => hit.kind))];
    for (const kind of kinds) {
      const ofKind = hits.filter((hit) => hit.kind === kind);
      const heading = element("div", "cs-kind", ofKind[0].kindName);
      heading.id = `cs-kind-${kind}`;
      const group = element("div", "cs-group", heading, ...ofKind.map((hit) => option(hit, query)));
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", heading.id);
      list.append(group);
    }
    if (total > 0) {
      const all = /** @type {HTMLAnchorElement} */ (element("a", "cs-all", TEXT.all(total)));
      all.href = pageOf(query);
      all.setAttribute("role", "option");
      list.append(all);
    }
    number();
  }

  /**
   * What to try where nothing was found: names that look alike, and the first lists.
   * @param {string[]} meant
   * @param {[string, string][]} kinds
   */
  function help(meant, kinds) {
    const names = meant.map((name) => {
      const link = /** @type {HTMLAnchorElement} */ (element("a", "cs-hit cs-title", name));
      link.href = pageOf(name);
      return link;
    });
    for (const [label, links] of /** @type {[string, HTMLElement[]][]} */ ([[TEXT.meant, names], [TEXT.lists, lists(root, kinds)]])) {
      if (!links.length) continue;
      const group = element("div", "cs-group", ...(label === TEXT.lists ? [element("div", "cs-kind", label)] : []), ...links);
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", label);
      links.forEach((link) => link.setAttribute("role", "option"));
      if (label === TEXT.lists) links.forEach((link) => (link.className = "cs-other"));
      list.append(group);
    }
    number();
  }

  const pageOf = (/** @type {string} */ query) => `${form.getAttribute("action")}?q=${encodeURIComponent(query)}`;

  function number() {
    options().forEach((one, index) => {
      one.id = `cs-option-${index}`;
      one.tabIndex = -1;
      one.setAttribute("aria-selected", "false");
    });
  }

  /**
   * @param {Hit} hit
   * @param {string} query
   */
  function option(hit, query) {
    const title = element("span", "cs-title", ...marked(hit.title));
    const line = element("span", "cs-line", title, ...badges(hit));
    const made = /** @type {HTMLAnchorElement} */ (
      element("a", "cs-hit", line, element("span", "cs-summary", ...marked(hit.summary)), ...whereElse(hit, query))
    );
    made.href = addressOf(root, hit, query);
    made.setAttribute("role", "option");
    return made;
  }

  const search = oneAtATime(async (/** @type {string} */ query) => {
    try {
      const client = await connect(root, "box");
      let asked = query;
      let { total } = await client.search(query);
      const { instead, meant } = total ? { instead: "", meant: [] } : await client.near(query);
      if (instead) ({ total } = await client.search((asked = instead)));
      const hits = await client.best(SHOWN);
      if (input.value.trim() !== query) return;
      fill(hits, total, asked);
      if (!total) help(meant, (await client.lists()).slice(0, LISTS));
      const none = instead ? TEXT.instead(query, instead) : [TEXT.none(query), meant.length ? TEXT.meant : ""].join("");
      say(total && !instead ? (isSingle(query) ? TEXT.single : "") : none);
      status.textContent = total && !instead ? TEXT.count(total) : `${none}${meant.join(" ")}`;
    } catch (error) {
      list.replaceChildren();
      say(excuse(error));
    }
    active = NONE;
    open(document.activeElement === input);
  });

  function changed() {
    clearTimeout(timer);
    const query = input.value.trim();
    if (!query) {
      list.replaceChildren();
      return open(false);
    }
    timer = window.setTimeout(() => search(query), WAIT);
  }

  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) changed();
  });
  input.addEventListener("compositionend", changed);
  input.addEventListener("focus", () => {
    if (input.value.trim() && panel.hidden) changed();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) open(false);
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the box
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const shown = !panel.hidden && all.length > 0;
    if (event.key === "ArrowDown" && shown) activate(active + 1);
    else if (event.key === "ArrowUp" && shown) activate(active === NONE ? all.length - 1 : active - 1 + all.length);
    else if (event.key === "Enter" && shown && active !== NONE) all[active].click();
    else if (event.key === "Escape" && !panel.hidden) open(false);
    else return;
    event.preventDefault();
  });
  if (input.value.trim() && document.activeElement === input) changed();
}
