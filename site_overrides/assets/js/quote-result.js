// Shows a quote: sums, each line with its steps, what each programme wants as evidence, why others cannot be used.

import { TEXT, element, named, yuan } from "./quote-texts.js";

/** @typedef {import("./quote.js").Quote} Quote */
/** @typedef {import("./quote.js").QuoteLine} QuoteLine */
/** @typedef {import("./quote-page.js").Data} Data */

/**
 * @param {Quote} quote
 * @param {Data} data
 * @returns {Node[]}
 */
export function shown(quote, data) {
  const programmes = new Map(data.vouchers.map((one) => [one.id, one]));
  const parts = [sums(quote), element("p", proof(quote)), lines(quote, data, programmes)];
  for (const used of quote.programmes) {
    const name = named(/** @type {import("./quote.js").Programme} */ (programmes.get(used.voucher)).name);
    if (used.claims) {
      parts.push(element("h3", TEXT.used(name, used.claims, yuan(used.subsidy))), element("p", TEXT.evidence));
      parts.push(element("ul", "", {}, ...used.evidence.map((one) => element("li", named(one)))));
    } else if (used.reasons.length) {
      parts.push(element("h3", TEXT.unusable(name)));
      parts.push(element("ul", "", {}, ...used.reasons.map((one) => element("li", reason(data, one)))));
    }
  }
  const notes = [TEXT.as(data.on)];
  if (quote.programmes.some((one) => data.examples.includes(one.voucher))) notes.unshift(TEXT.example);
  parts.push(...notes.map((note) => element("p", note, { class: "muted" })));
  return parts;
}

/** @param {Quote} quote */
function sums(quote) {
  const pairs = [
    [TEXT.base, yuan(quote.base)],
    [TEXT.subsidy, yuan(quote.subsidy)],
    [TEXT.share, yuan(quote.share)],
    [TEXT.claims, String(quote.claims)],
  ];
  const made = pairs.map(([name, value]) => element("div", "", {}, element("dt", name), element("dd", value)));
  return element("dl", "", { class: "numbers calc__sums" }, ...made);
}

/** @param {Quote} quote */
function proof(quote) {
  if (quote.proof === "exact") return TEXT.exact;
  return quote.bound === quote.subsidy ? TEXT.most : TEXT.bound(yuan(quote.bound));
}

/**
 * @param {Quote} quote
 * @param {Data} data
 * @param {Map<string, import("./quote.js").Programme>} programmes
 */
function lines(quote, data, programmes) {
  const head = TEXT.heads.map((name, at) => element("th", name, at % 2 ? { scope: "col", class: "num" } : { scope: "col" }));
  const rows = quote.lines.map((line) => {
    const product = data.byProduct.get(line.product);
    const cells = [
      element("td", product ? named(product.name) : line.product, { class: "calc__what" }),
      element("td", line.base === null ? TEXT.noAmount : yuan(line.base), { class: "num" }),
      element("td", "", {}, steps(line, data, programmes)),
      element("td", yuan(line.subsidy), { class: "num calc__paid" }),
    ];
    cells.forEach((cell, at) => cell.setAttribute("data-head", TEXT.heads[at]));
    return element("tr", "", {}, ...cells);
  });
  const table = element("table", "", { class: "table table--calc" }, element("thead", "", {}, element("tr", "", {}, ...head)),
    element("tbody", "", {}, ...rows));
  return element("div", "", { class: "wide", role: "region", "aria-label": TEXT.lines, tabindex: "0" }, table);
}

/**
 * Where a line is claimed and each step that cut it; or why it is not paid, programme by programme.
 * @param {QuoteLine} line
 * @param {Data} data
 * @param {Map<string, import("./quote.js").Programme>} programmes
 */
function steps(line, data, programmes) {
  const made = element("ul", "", { class: "calc__steps" });
  const programme = line.voucher ? programmes.get(line.voucher) : undefined;
  const offer = programme?.offers.find((one) => one.id === line.listing);
  const category = programme?.categories.find((one) => one.id === offer?.category);
  if (programme && line.subsidy) {
    made.append(element("li", TEXT.under(named(programme.name), category ? named(category.name) : ""), { class: "calc__under" }));
  }
  for (const step of line.steps) {
    const change = `${yuan(step.before)} → ${yuan(step.after)}`;
    const name = data.texts.steps[step.step] ?? data.texts.reasons[step.step];
    const called = name ? named(name) : step.step;
    if (step.step === "ratio" && line.ratio !== null) made.append(element("li", `${called} ${line.ratio / 10000}%: ${change}`));
    else if (step.cut) made.append(element("li", `${called}: ${change}`, line.limited_by === step.step ? { class: "calc__limit" } : {}));
  }
  if (line.reason && !line.steps.length) made.append(element("li", reason(data, line.reason)));
  for (const other of line.others) {
    // A reason that a step names already is told once.
    if (line.voucher === other.voucher || other.reasons.every((code) => line.steps.some((step) => step.step === code))) continue;
    const name = programmes.get(other.voucher);
    const why = other.reasons.map((one) => reason(data, one)).join(TEXT.and);
    made.append(element("li", TEXT.refused(name ? named(name.name) : other.voucher, why), { class: "muted" }));
  }
  return made;
}

/**
 * @param {Data} data
 * @param {string} code
 */
function reason(data, code) {
  const text = data.texts.reasons[code];
  return text ? named(text) : code;
}
