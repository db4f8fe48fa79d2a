// The calculator's page: reads the form, has the quote worked out, shows it. Nothing typed leaves the browser.

import { shown } from "./quote-result.js";
import { TEXT, element, named } from "./quote-texts.js";

/** @typedef {{zh: string, en: string}} Text */
/** @typedef {import("./quote.js").Request} Request */
/**
 * @typedef {{
 *   on: string, rounding: string, examples: string[], vouchers: import("./quote.js").Programme[],
 *   prices: Record<string, import("./quote.js").Price[] | null>, dimensions: Record<string, Text>,
 *   texts: {reasons: Record<string, Text>, steps: Record<string, Text>},
 *   products: {id: string, name: Text, vendor: Text}[], byProduct: Map<string, {id: string, name: Text, vendor: Text}>,
 * }} Data
 */

const SOURCE = "/exports/vouchers/quote.json";
const MOST_LINES = 200;

/** @param {HTMLFormElement} form  `data-root` is the way to the site's root */
export async function startCalculator(form) {
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-quote-status]"));
  const result = /** @type {HTMLElement} */ (document.querySelector("[data-quote-result]"));
  status.textContent = TEXT.loading;
  let data;
  try {
    const answer = await fetch((form.dataset.root ?? "") + SOURCE);
    if (!answer.ok) throw new Error(String(answer.status));
    data = /** @type {Data} */ (await answer.json());
  } catch {
    status.textContent = TEXT.failed;
    return;
  }
  data.byProduct = new Map(data.products.map((one) => [one.id, one]));
  if (!data.products.length) {
    status.textContent = TEXT.none;
    return;
  }
  status.textContent = "";
  fillLists(form, data);
  const products = byName(data);
  const places = { line: place(form, "lines"), earlier: place(form, "earlier"), used: place(form, "used") };
  const add = {
    line: () => addLine(places.line, data, products),
    earlier: () => addEarlier(places.earlier, data),
    used: () => addUsed(places.used, data),
  };
  for (const button of form.querySelectorAll("[data-quote-add]")) {
    const which = /** @type {"line" | "earlier" | "used"} */ (/** @type {HTMLElement} */ (button).dataset.quoteAdd);
    button.addEventListener("click", () => {
      if (places[which].children.length < MOST_LINES) add[which]().querySelector("input, select")?.focus();
    });
  }
  add.line();
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { request, wrong } = read(form, places, data, products);
    if (wrong.length) {
      status.textContent = TEXT.mend(wrong.length);
      result.replaceChildren();
      wrong[0].focus();
      return;
    }
    status.textContent = TEXT.working;
    try {
      const only = field(form, "voucher").value;
      const vouchers = only ? data.vouchers.filter((one) => one.id === only) : data.vouchers;
      const quote = await worked({ vouchers, prices: data.prices, rounding: data.rounding }, request);
      status.textContent = "";
      result.replaceChildren(...shown(quote, data));
      result.scrollIntoView({ block: "nearest" });
    } catch {
      status.textContent = TEXT.tooMuch;
      result.replaceChildren();
    }
  });
}

/**
 * The quote, from a worker where there is one.
 * @param {import("./quote.js").Programmes} programmes
 * @param {Request} request
 * @returns {Promise<import("./quote.js").Quote>}
 */
function worked(programmes, request) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./quote-worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event) => {
      worker.terminate();
      if (event.data.quote) resolve(event.data.quote);
      else reject(new Error(event.data.error));
    });
    worker.addEventListener("error", async () => {
      worker.terminate();
      try {
        resolve((await import("./quote.js")).quote(programmes, request));
      } catch (error) {
        reject(error);
      }
    });
    worker.postMessage({ programmes, request });
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {Data} data
 */
function fillLists(form, data) {
  const vouchers = /** @type {HTMLSelectElement} */ (form.querySelector("[data-quote-vouchers]"));
  vouchers.append(...data.vouchers.map((one) => element("option", named(one.name), { value: one.id })));
  vouchers.value = new URLSearchParams(location.search).get("voucher") ?? "";
  if (vouchers.selectedIndex < 0) vouchers.value = "";
  const list = /** @type {HTMLElement} */ (form.querySelector("#quote-products"));
  list.append(...data.products.map((one) => element("option", named(one.vendor), { value: labelOf(one) })));
}

/** @param {{id: string, name: Text}} product */
const labelOf = (product) => `${named(product.name)} · ${product.id}`;

/**
 * Products by everything that may be typed for them.
 * @param {Data} data
 */
function byName(data) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const one of data.products) for (const text of [one.name.zh, one.name.en]) if (text) found.set(text.trim(), one.id);
  for (const one of data.products) found.set(one.id, one.id).set(labelOf(one), one.id);
  return found;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const place = (form, name) => /** @type {HTMLElement} */ (form.querySelector(`[data-quote-${name}]`));

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/**
 * @param {string} label
 * @param {HTMLElement} input
 */
const labelled = (label, input) => element("label", "", { class: "calc__field" }, element("span", label), input);

/** @param {Record<string, string>} more */
const moneyInput = (more) => element("input", "", { type: "text", inputmode: "decimal", autocomplete: "off", ...more });

/**
 * A line for a product: its quantities come with it.
 * @param {HTMLElement} list
 * @param {Data} data
 * @param {Map<string, string>} products
 */
function addLine(list, data, products) {
  const input = element("input", "", { list: "quote-products", "data-part": "product", autocomplete: "off", placeholder: TEXT.productHint });
  const quantities = element("div", "", { class: "calc__quantities" });
  const funded = element("label", "", { class: "calc__check" }, element("input", "", { type: "checkbox", "data-part": "funded" }),
    element("span", TEXT.otherFunding));
  const item = element("li", "", { class: "calc__line" }, labelled(TEXT.product, input), quantities,
    labelled(TEXT.amount, moneyInput({ "data-part": "amount" })), funded, removeButton(list));
  input.addEventListener("input", () => {
    const product = products.get(/** @type {HTMLInputElement} */ (input).value.trim()) ?? "";
    if (quantities.dataset.product === product) return;
    quantities.dataset.product = product;
    const dimensions = [...new Set((data.prices[product] ?? []).map((price) => price.dimension))];
    quantities.replaceChildren(...dimensions.map((one) => labelled(
      TEXT.quantity(data.dimensions[one] ? named(data.dimensions[one]) : one),
      element("input", "", { type: "number", min: "0", step: "any", "data-dimension": one }),
    )));
  });
  list.append(item);
  number(list);
  return item;
}

/**
 * A subsidy that was drawn before.
 * @param {HTMLElement} list
 * @param {Data} data
 */
function addEarlier(list, data) {
  const voucher = element("select", "", { "data-part": "voucher" }, element("option", TEXT.choose, { value: "" }),
    ...data.vouchers.map((one) => element("option", named(one.name), { value: one.id })));
  const category = element("select", "", { "data-part": "category" }, element("option", TEXT.choose, { value: "" }));
  voucher.addEventListener("change", () => {
    const found = data.vouchers.find((one) => one.id === /** @type {HTMLSelectElement} */ (voucher).value);
    const leaves = (found?.categories ?? []).filter((one) => !found?.categories.some((other) => other.path[1] === one.id));
    category.replaceChildren(element("option", TEXT.choose, { value: "" }),
      ...leaves.map((one) => element("option", named(one.name), { value: one.id })));
  });
  const year = element("input", "", { type: "number", min: "1990", max: "2999", step: "1", "data-part": "year", value: data.on.slice(0, 4) });
  const item = element("li", "", { class: "calc__line" }, labelled(TEXT.voucher, voucher), labelled(TEXT.category, category),
    labelled(TEXT.drawn, moneyInput({ "data-part": "drawn" })), labelled(TEXT.year, year), removeButton(list));
  list.append(item);
  number(list);
  return item;
}

/**
 * What is used up of a programme's total or of a supplier's quota.
 * @param {HTMLElement} list
 * @param {Data} data
 */
function addUsed(list, data) {
  const voucher = element("select", "", { "data-part": "voucher" }, element("option", TEXT.choose, { value: "" }),
    ...data.vouchers.map((one) => element("option", named(one.name), { value: one.id })));
  const supplier = element("select", "", { "data-part": "supplier" }, element("option", TEXT.whole, { value: "" }));
  voucher.addEventListener("change", () => {
    const found = data.vouchers.find((one) => one.id === /** @type {HTMLSelectElement} */ (voucher).value);
    const vendors = new Map((found?.offers ?? []).map((one) => [one.supplier, data.byProduct.get(one.product)?.vendor]));
    supplier.replaceChildren(element("option", TEXT.whole, { value: "" }),
      ...[...vendors].map(([id, name]) => element("option", name ? named(name) : id, { value: id })));
  });
  const item = element("li", "", { class: "calc__line" }, labelled(TEXT.voucher, voucher), labelled(TEXT.supplier, supplier),
    labelled(TEXT.usedUp, moneyInput({ "data-part": "amount" })), removeButton(list));
  list.append(item);
  number(list);
  return item;
}

/** @param {HTMLElement} list */
function removeButton(list) {
  const button = element("button", TEXT.remove, { type: "button", class: "calc__remove" });
  button.addEventListener("click", () => {
    button.closest("li")?.remove();
    number(list);
  });
  return button;
}

/** @param {HTMLElement} list */
function number(list) {
  [...list.children].forEach((item, at) => {
    item.setAttribute("aria-label", TEXT.line(at + 1));
    item.querySelector(".calc__remove")?.setAttribute("aria-label", TEXT.removeLine(at + 1));
  });
}

/**
 * The request, and the fields that have to be mended first.
 * @param {HTMLFormElement} form
 * @param {{line: HTMLElement, earlier: HTMLElement, used: HTMLElement}} places
 * @param {Data} data
 * @param {Map<string, string>} products
 */
function read(form, places, data, products) {
  /** @type {HTMLInputElement[]} */
  const wrong = [];
  const refuse = (/** @type {HTMLInputElement} */ input, /** @type {string} */ why) => {
    wrong.push(input);
    input.setAttribute("aria-invalid", "true");
    const note = element("span", why, { class: "calc__error", id: `quote-error-${wrong.length}` });
    input.setAttribute("aria-describedby", note.id);
    input.after(note);
  };
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
  form.querySelectorAll(".calc__error").forEach((note) => note.remove());
  const money = (/** @type {HTMLInputElement} */ input) => {
    const text = input.value.normalize("NFKC").replace(/[\s,]/g, "");
    if (!text) return null;
    const found = /^([0-9]{1,11})(?:\.([0-9]{1,2}))?$/.exec(text);
    if (!found) return refuse(input, TEXT.needMoney), null;
    return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  };
  const part = (/** @type {Element} */ item, /** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (item.querySelector(`[data-part=${name}]`));

  const years = field(form, "clean_record_years");
  if (years.value && !/^[0-9]{1,3}$/.test(years.value)) refuse(years, TEXT.needNumber);
  const legal = field(form, "legal_person").value;
  const enterprise = {
    city: field(form, "city").value || null,
    industry: field(form, "industry").value || null,
    nature: field(form, "nature").value || null,
    legal_person: legal ? legal === "true" : null,
    founded_on: field(form, "founded_on").value || null,
    revenue: money(field(form, "revenue")),
    clean_record_years: years.value ? Number(years.value) : null,
  };
  const on = field(form, "on");
  if (!on.value) refuse(on, TEXT.needDay);

  const lines = [...places.line.children].map((item, at) => {
    const product = products.get(part(item, "product").value.trim());
    if (!product) refuse(part(item, "product"), TEXT.needProduct);
    const amount = money(part(item, "amount"));
    /** @type {Record<string, string>} */
    const quantities = {};
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("[data-dimension]"))) {
      const text = input.value.trim();
      if (!text) continue;
      if (!/^[0-9]{1,12}(\.[0-9]{1,6})?$/.test(text) || !Number(text)) refuse(input, TEXT.needNumber);
      else quantities[input.dataset.dimension ?? ""] = text;
    }
    const stated = amount !== null || Object.keys(quantities).length;
    if (product && !stated && !item.querySelector("[aria-invalid]")) refuse(part(item, "amount"), TEXT.needAmount);
    return {
      id: String(at + 1).padStart(3, "0"),
      product: product ?? "",
      amount,
      quantities: amount === null ? quantities : null,
      other_funding: part(item, "funded").checked,
    };
  });
  if (!lines.length) refuse(/** @type {HTMLInputElement} */ (form.querySelector("[data-quote-add=line]")), TEXT.needLine);
  const earlier = [...places.earlier.children].map((item) => {
    const amount = money(part(item, "drawn"));
    if (amount === null && !item.querySelector("[aria-invalid]")) refuse(part(item, "drawn"), TEXT.needMoney);
    if (!part(item, "voucher").value || !part(item, "category").value) refuse(part(item, "voucher"), TEXT.needChoice);
    if (!/^[0-9]{4}$/.test(part(item, "year").value)) refuse(part(item, "year"), TEXT.needYear);
    return {
      voucher: part(item, "voucher").value,
      category: part(item, "category").value,
      amount: amount ?? 0,
      year: Number(part(item, "year").value),
    };
  });
  const used = [...places.used.children].map((item) => {
    const amount = money(part(item, "amount"));
    if (amount === null && !item.querySelector("[aria-invalid]")) refuse(part(item, "amount"), TEXT.needMoney);
    if (!part(item, "voucher").value) refuse(part(item, "voucher"), TEXT.needVoucher);
    return { voucher: part(item, "voucher").value, supplier: part(item, "supplier").value || null, amount: amount ?? 0 };
  });
  /** @type {Request} */
  const request = {
    on: on.value,
    signed_on: field(form, "signed_on").value || null,
    other_funding: field(form, "other_funding").checked,
    enterprise,
    earlier,
    used,
    lines,
  };
  return { request, wrong };
}
