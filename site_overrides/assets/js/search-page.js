// The search page: hits grouped by kind, filters, and an address that says what was asked: ?q=时延&kind=products

import { TEXT, addressOf, badges, connect, element, excuse, isSingle, lists, marked, oneAtATime, whereElse } from "./search-client.js";

/** @typedef {import("./search-engine.js").Hit} Hit */
/** @typedef {import("./search-engine.js").Group} Group */
/** @typedef {import("./search-engine.js").Selection} Selection */

const FACETS = /** @type {(keyof typeof TEXT.facets)[]} */ (Object.keys(TEXT.facets));
const WAIT = 200; // ms without a keystroke before a search begins
const FIRST_SHOWN = 16; // hits of all kinds together, at least two of each
const STEP = 20;

/**
 * @param {HTMLFormElement} form  `data-root` is the way to the site's root
 */
export function startPage(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-search-${name}]`));
  const [status, hits, facets] = [place("status"), place("hits"), place("facets")];
  const panel = /** @type {HTMLDetailsElement} */ (place("filters"));
  const root = form.dataset.root ?? "";
  let timer = 0;
  /** @type {Selection} */
  let selection = {};

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    selection = Object.fromEntries(FACETS.map((name) => [name, asked.getAll(name)]).filter(([, values]) => values.length));
    panel.open ||= Object.keys(selection).length > 0;
  }

  function writeAddress() {
    const address = new URL(location.href);
    address.search = "";
    if (input.value.trim()) address.searchParams.set("q", input.value.trim());
    for (const [name, values] of Object.entries(selection)) values.forEach((value) => address.searchParams.append(name, value));
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  const search = oneAtATime(async () => {
    const query = input.value.trim();
    const asked = Boolean(query || Object.keys(selection).length);
    writeAddress();
    panel.hidden = false;
    try {
      if (asked) status.textContent = TEXT.searching;
      if (!asked && !panel.open) return start();
      const client = await connect(root, "page");
      let { total } = await client.search(query, selection);
      let asksFor = query;
      const near = !total && query && !Object.keys(selection).length ? await client.near(query) : { instead: "", meant: [] };
      if (near.instead) ({ total } = await client.search((asksFor = near.instead), selection));
      if (!asked) start();
      else if (!total) nothing(query, near.meant, await client.lists());
      else {
        const said = [near.instead ? TEXT.instead(query, asksFor) : "", TEXT.count(total), isSingle(query) ? TEXT.single : ""];
        status.textContent = said.filter(Boolean).join(" · ");
        hits.replaceChildren(...(await grouped(await client.groups(), asksFor)));
      }
      if (panel.open) await fillFacets();
    } catch (error) {
      status.textContent = excuse(error);
      hits.replaceChildren();
      panel.hidden = true;
    }
  });

  function start() {
    status.textContent = TEXT.start;
    hits.replaceChildren();
  }

  /**
   * @param {string} query
   * @param {string[]} meant  names that look alike
   * @param {[string, string][]} kinds
   */
  function nothing(query, meant, kinds) {
    const chosen = Object.keys(selection).length > 0;
    status.textContent = chosen ? TEXT.noneChosen : TEXT.none(query);
    const names = meant.map((name) => {
      const link = /** @type {HTMLAnchorElement} */ (element("a", "", name));
      link.href = `?q=${encodeURIComponent(name)}`;
      return link;
    });
    hits.replaceChildren(
      ...(names.length ? [element("p", "search-meant", TEXT.meant, ...names)] : []),
      element("p", "search-none", TEXT.noneHint),
      ...(chosen ? [clearButton()] : []),
      element("p", "search-lists", TEXT.lists, ...lists(root, kinds)),
    );
  }

  /**
   * Sections for all kinds, each with its first hits.
   * @param {Group[]} groups
   * @param {string} query
   */
  async function grouped(groups, query) {
    const client = await connect(root, "page");
    const each = Math.max(2, Math.floor(FIRST_SHOWN / groups.length));
    const first = await Promise.all(groups.map((group) => client.show(group.kind, 0, each)));
    return groups.map((group, index) => section(group, first[index], query));
  }

  /**
   * The hits of one kind with a button for more.
   * @param {Group} group
   * @param {Hit[]} first
   * @param {string} query
   */
  function section(group, first, query) {
    const heading = element("h2", "", `${group.name} `, element("span", "count", String(group.count)));
    const list = element("ol", "search-list", ...first.map((hit) => line(hit, query)));
    const more = button("search-more", "", async () => {
      const from = list.children.length;
      const client = await connect(root, "page");
      list.append(...(await client.show(group.kind, from, STEP)).map((hit) => line(hit, query)));
      label();
      list.children[from]?.querySelector("a")?.focus();
    });
    const label = () => {
      const left = group.count - list.children.length;
      more.hidden = left <= 0;
      more.textContent = TEXT.more(left);
    };
    heading.id = `kind-${group.kind}`;
    label();
    const made = element("section", "search-group", heading, list, more);
    made.setAttribute("aria-labelledby", heading.id);
    return made;
  }

  /**
   * @param {Hit} hit
   * @param {string} query
   */
  function line(hit, query) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "search-hit__title", ...marked(hit.title)));
    link.href = addressOf(root, hit, query);
    const summary = hit.summary.text ? [element("p", "search-hit__summary", ...marked(hit.summary))] : [];
    return element("li", "search-hit", element("p", "search-hit__head", link, ...badges(hit)), ...summary, ...whereElse(hit, query));
  }

  async function fillFacets() {
    const client = await connect(root, "page");
    const held = await client.facets(FACETS);
    const before = document.activeElement?.id;
    facets.replaceChildren(
      ...(Object.keys(selection).length ? [clearButton()] : []),
      ...held.filter(({ choices }) => choices.length).map(({ name, choices }) => {
        const boxes = choices.map((choice) => {
          const box = document.createElement("input");
          box.type = "checkbox";
          box.id = `facet-${name}-${choice.value}`;
          box.checked = choice.chosen;
          box.addEventListener("change", () => {
            const values = (selection[name] ?? []).filter((value) => value !== choice.value);
            selection[name] = box.checked ? [...values, choice.value] : values;
            if (!selection[name].length) delete selection[name];
            search();
          });
          return element("label", "search-choice", box, element("span", "search-choice__name", choice.name), element("span", "count", String(choice.count)));
        });
        const legend = element("legend", "", TEXT.facets[/** @type {keyof typeof TEXT.facets} */ (name)] ?? name);
        return element("fieldset", "search-facet", legend, ...boxes);
      }),
    );
    if (before) document.getElementById(before)?.focus();
  }

  const clearButton = () =>
    button("search-clear", TEXT.clear, () => {
      selection = {};
      search();
    });

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => search(), WAIT);
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) soon();
  });
  input.addEventListener("compositionend", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  panel.addEventListener("toggle", () => {
    if (panel.open && !facets.childElementCount) search();
  });
  window.addEventListener("popstate", () => {
    readAddress();
    search();
  });
  readAddress();
  if (!input.value) input.focus();
  search();
}

/**
 * @param {string} className
 * @param {string} label
 * @param {() => void} pressed
 */
function button(className, label, pressed) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, label));
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}
