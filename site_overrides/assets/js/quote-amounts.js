// What a line of a contract comes to, from its product's prices: the twin of generator/vouchers/amounts.py.

/** @typedef {import("./quote.js").Price} Price */
/** @typedef {import("./quote.js").Programmes} Programmes */
/** @typedef {import("./quote.js").Line} Line */

/** What the lines of a request may come to, 分: below it all numbers stay whole. */
export const MOST_MONEY = 8_000_000_000_000;
/** @type {Record<string, bigint>} */
const PER_YEAR = { month: 12n, year: 1n };

/**
 * A fraction: numerator and denominator (> 0).
 * @typedef {[bigint, bigint]} Fraction
 */

/**
 * @param {string} decimal
 * @returns {Fraction}
 */
function fraction(decimal) {
  const [whole, digits = ""] = decimal.split(".");
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}

/** @type {(a: Fraction, b: Fraction) => Fraction} */
const plus = (a, b) => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
/** @type {(a: Fraction, b: Fraction) => Fraction} */
const times = (a, b) => [a[0] * b[0], a[1] * b[1]];
/** @type {(a: Fraction, b: Fraction) => boolean} */
const less = (a, b) => a[0] * b[1] < b[0] * a[1];
/** @type {Fraction} */
const ZERO = [0n, 1n];
/** @type {(a: Fraction, b: Fraction) => Fraction} */
const minus = (a, b) => plus(a, [-b[0], b[1]]);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
const larger = (a, b) => (less(a, b) ? b : a);

/**
 * The line's amount, 分, or why it has none.
 * @param {Programmes} programmes
 * @param {Line} line
 * @param {string} on
 * @returns {number | string}
 */
export function baseOf(programmes, line, on) {
  if (line.amount != null) return line.amount;
  const components = programmes.prices[line.product];
  if (!components?.length) return "prices-not-stated";
  const valid = components.filter(
    ({ valid: period }) => !period || ((period.start ?? "") <= on && (!period.until || on <= period.until)),
  );
  if (!valid.length) return "price-not-valid";
  let due = 0;
  for (const price of valid) {
    if (!isComplete(price)) return "price-incomplete";
    const quantity = line.quantities?.[price.dimension];
    if (quantity === undefined) return "quantity-not-stated";
    const amount = Number(fen(yuanFor(price, fraction(quantity)), programmes.rounding));
    if (amount > MOST_MONEY || due > MOST_MONEY) throw new RangeError(`lines: > ${MOST_MONEY / 100}`);
    due += amount;
  }
  return due;
}

/** @param {Price} price */
function isComplete(price) {
  const tiers = price.tiers ?? [];
  return !(
    (price.amount === undefined && !tiers.length) ||
    (price.charge === "recurring" && !price.period) ||
    (price.tax === "excluded" && price.tax_rate === undefined) ||
    (tiers.length && tiers[tiers.length - 1].up_to !== undefined)
  );
}

/**
 * Yuan with tax for a quantity, for a year where it recurs.
 * @param {Price} price
 * @param {Fraction} quantity
 */
function yuanFor(price, quantity) {
  const charged = larger(minus(quantity, fraction(price.included ?? "0")), ZERO);
  let due = larger(charge(price, charged), fraction(price.minimum ?? "0"));
  if (price.tax === "excluded") due = plus(due, times(due, times(fraction(price.tax_rate ?? "0"), [1n, 100n])));
  const recurs = price.charge !== "once" && price.period;
  return recurs ? times(due, [PER_YEAR[price.period ?? ""] ?? 1n, 1n]) : due;
}

/**
 * @param {Price} price
 * @param {Fraction} units
 */
function charge(price, units) {
  const tiers = price.tiers ?? [];
  if (!tiers.length) return times(units, fraction(price.amount ?? "0"));
  if (price.tiering === "volume") {
    const reached = tiers.find((tier) => tier.up_to === undefined || !less(fraction(tier.up_to), units));
    return times(units, fraction(reached?.amount ?? "0"));
  }
  let total = ZERO;
  let below = ZERO;
  for (const tier of tiers) {
    const limit = tier.up_to === undefined ? units : fraction(tier.up_to);
    const upper = less(limit, units) ? limit : units;
    total = plus(total, times(larger(minus(upper, below), ZERO), fraction(tier.amount)));
    below = larger(below, upper);
  }
  return total;
}

/**
 * Yuan (≥ 0) as 分: "half-up", "half-even" or "down".
 * @param {Fraction} yuan
 * @param {string} how
 */
function fen([number, of], how) {
  const whole = (number * 100n) / of;
  const twice = ((number * 100n) % of) * 2n;
  if (how === "down" || twice < of) return whole;
  if (twice > of || how === "half-up") return whole + 1n;
  return whole + (whole % 2n);
}
