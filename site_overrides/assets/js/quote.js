// What a contract is paid by voucher programmes: the twin of generator/vouchers/subsidy.py, to the last fen.
// What the rules are and why stands there and in its neighbours; tests/vectors/quote.json holds cases for both.
// Money is whole 分 in numbers below 2^53; whatever is multiplied or may have decimals is computed with BigInt.

import { MOST_MONEY, baseOf } from "./quote-amounts.js";
import { NONE } from "./quote-bounds.js";
import { choose } from "./quote-choose.js";

/** @typedef {import("./quote-choose.js").Option} Option */
/** @typedef {import("./quote-choose.js").Stage} Stage */
/** @typedef {{zh: string, en: string}} Text */
/** @typedef {{id: string, name: Text, path: string[], ceiling: number | null, ratio: number | null}} Branch */
/** @typedef {{id: string, ratio: number, ceiling: number | null}} Grade */
/** @typedef {{start: string | null, until: string | null}} Days */
/** @typedef {{id: string, categories: string[]}} Group */
/**
 * @typedef {{
 *   id: string, product: string, supplier: string, category: string, grade: string | null, listed: boolean,
 *   quota: number | null,
 * }} Offer
 */
/**
 * @typedef {{
 *   cities: string[], excluded_cities: string[], industries: string[], natures: string[],
 *   legal_person: boolean | null, age_years_min: number | null, revenue_min: number | null,
 *   clean_record_years: number | null,
 * }} Conditions
 */
/**
 * @typedef {{
 *   id: string, name: Text, in_force: boolean, windows: Days[], conditions: Conditions, categories: Branch[],
 *   grades: Grade[], enterprise: number | null, enterprise_year: number | null, total: number | null,
 *   groups: Group[], repeat: string, order: string[], rounding: string, excludes: string[], evidence: Text[],
 *   offers: Offer[],
 * }} Programme
 */
/**
 * @typedef {{
 *   dimension: string, charge: string, period?: string, amount?: string, tiering?: string,
 *   tiers?: {up_to?: string, amount: string}[], included?: string, minimum?: string, tax?: string,
 *   tax_rate?: string, valid?: {start?: string | null, until?: string | null},
 * }} Price
 */
/** @typedef {{vouchers: Programme[], prices: Record<string, Price[] | null>, rounding: string}} Programmes */
/**
 * @typedef {{
 *   id: string, product: string, amount?: number | null, quantities?: Record<string, string> | null,
 *   other_funding?: boolean,
 * }} Line
 */
/** @typedef {{voucher: string, category: string, amount: number, year: number}} Earlier */
/** @typedef {{voucher: string, amount: number, supplier?: string | null}} UsedUp */
/**
 * @typedef {{
 *   city?: string | null, industry?: string | null, nature?: string | null, legal_person?: boolean | null,
 *   founded_on?: string | null, revenue?: number | null, clean_record_years?: number | null,
 * }} Enterprise
 */
/**
 * @typedef {{
 *   on: string, lines: Line[], enterprise?: Enterprise, signed_on?: string | null, other_funding?: boolean,
 *   earlier?: Earlier[], used?: UsedUp[],
 * }} Request
 */
/** @typedef {{step: string, room: number | null, before: number, after: number, cut: number}} Step */
/** @typedef {{voucher: string, listing: string, reasons: string[]}} Refusal */
/**
 * @typedef {{
 *   id: string, product: string, base: number | null, voucher: string | null, listing: string | null,
 *   ratio: number | null, steps: Step[], limited_by: string | null, subsidy: number, share: number,
 *   reason: string | null, others: Refusal[],
 * }} QuoteLine
 */
/** @typedef {{voucher: string, reasons: string[], subsidy: number, claims: number, evidence: Text[]}} Used */
/**
 * @typedef {{
 *   on: string, proof: string, bound: number, claims: number, base: number, subsidy: number, share: number,
 *   lines: QuoteLine[], programmes: Used[],
 * }} Quote
 */

const BY_CHOICE = ["exclusion-group", "repeat", "excludes-voucher", "nothing-more"];

/**
 * Text order by code points, as Python sorts.
 * @param {string} a
 * @param {string} b
 */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The quote for a request. Throws a RangeError where its amounts are beyond what is computed.
 * @param {Programmes} programmes
 * @param {Request} request
 * @returns {Quote}
 */
export function quote(programmes, request) {
  const lines = [...request.lines].sort((a, b) => byText(a.id, b.id));
  const bases = lines.map((line) => baseOf(programmes, line, request.on));
  if (sum(bases.map((base) => (typeof base === "number" ? base : 0))) > MOST_MONEY) {
    throw new RangeError(`lines: > ${MOST_MONEY / 100}`);
  }
  const barred = programmes.vouchers.map((programme) => refused(programme, request));
  /** @type {Option[]} */
  const options = [];
  /** @type {Map<string, Refusal>[]} */
  const refusals = lines.map((line, number) => {
    /** @type {Map<string, Refusal>} */
    const told = new Map();
    programmes.vouchers.forEach((programme, place) => {
      for (const offer of programme.offers.filter((one) => one.product === line.product)) {
        const found = optionOf(number, place, programme, offer, bases[number], request);
        let why = barred[place];
        if (!why.length) {
          if (request.other_funding || line.other_funding) why = ["other-funding"];
          else if (typeof found === "string") why = [found];
          else {
            options.push(found);
            continue;
          }
        }
        told.set(offer.id, { voucher: programme.id, listing: offer.id, reasons: why });
      }
    });
    return told;
  });
  const stages = stagesOf(programmes.vouchers, options, request);
  const problem = { lines: lines.length, options, stages, programmes: programmes.vouchers, conflict };
  const choice = choose(problem);
  const quoted = quotedLines(problem, choice.options, lines, bases, refusals);
  const base = sum(quoted.map((line) => line.base ?? 0));
  const subsidy = sum(quoted.map((line) => line.subsidy));
  return {
    on: request.on,
    proof: choice.exact ? "exact" : "bound",
    bound: choice.bound,
    claims: quoted.filter((line) => line.listing !== null).length,
    base,
    subsidy,
    share: base - subsidy,
    lines: quoted,
    programmes: programmes.vouchers.map((programme, place) => {
      const mine = quoted.filter((line) => line.voucher === programme.id);
      return {
        voucher: programme.id,
        reasons: barred[place],
        subsidy: sum(mine.map((line) => line.subsidy)),
        claims: mine.length,
        evidence: mine.length ? programme.evidence : [],
      };
    }),
  };
}

// Who may claim

/**
 * Why a programme cannot be used, in order.
 * @param {Programme} programme
 * @param {Request} request
 * @returns {string[]}
 */
function refused(programme, request) {
  const why = [];
  const { conditions: asked, windows } = programme;
  const who = request.enterprise ?? {};
  if (!programme.in_force) why.push("not-in-force");
  if (!windows.length) why.push("no-claim-window");
  else if (!windows.some((window) => within(window, request.on))) why.push("outside-claim-window");
  const signed = request.signed_on ?? null;
  if (signed !== null && !windows.some((window) => within(window, signed))) why.push("contract-outside-window");
  if ((request.earlier ?? []).some((one) => programme.excludes.includes(one.voucher))) why.push("drew-excluded-voucher");
  if (asked.cities.length || asked.excluded_cities.length) {
    if (who.city == null) why.push("city-not-stated");
    else if (asked.excluded_cities.includes(who.city) || (asked.cities.length && !asked.cities.includes(who.city))) {
      why.push("city-not-covered");
    }
  }
  if (asked.industries.length) {
    if (who.industry == null) why.push("industry-not-stated");
    else if (!asked.industries.includes(who.industry)) why.push("industry-not-covered");
  }
  if (asked.natures.length) {
    if (who.nature == null) why.push("nature-not-stated");
    else if (!asked.natures.includes(who.nature)) why.push("nature-not-covered");
  }
  if (asked.legal_person) {
    if (who.legal_person == null) why.push("legal-person-not-stated");
    else if (!who.legal_person) why.push("not-legal-person");
  }
  if (asked.age_years_min !== null) {
    if (who.founded_on == null) why.push("founded-not-stated");
    else if (anniversary(who.founded_on, asked.age_years_min) > request.on) why.push("too-young");
  }
  if (asked.revenue_min !== null) {
    if (who.revenue == null) why.push("revenue-not-stated");
    else if (who.revenue < asked.revenue_min) why.push("revenue-too-low");
  }
  if (asked.clean_record_years !== null) {
    if (who.clean_record_years == null) why.push("record-not-stated");
    else if (who.clean_record_years < asked.clean_record_years) why.push("record-not-clean");
  }
  return why;
}

/**
 * @param {Days} window
 * @param {string} day
 */
const within = (window, day) => (window.start ?? "") <= day && (window.until === null || day <= window.until);

/**
 * The day by which so many years have passed, for a date that may lack day and month.
 * @param {string} founded
 * @param {number} years
 */
function anniversary(founded, years) {
  const whole = founded + ({ 4: "-12-31", 7: "-31" }[founded.length] ?? "");
  return String(Number(whole.slice(0, 4)) + years).padStart(4, "0") + whole.slice(4);
}

// What can be claimed, and its limits

/**
 * `ratio` millionths of a base, 分.
 * @param {number} base
 * @param {number} ratio
 * @param {string} how
 */
function rounded(base, ratio, how) {
  const product = BigInt(base) * BigInt(ratio);
  if (how === "fen-down") return Number(product / 1_000_000n);
  if (how === "yuan-down") return Number((product / 100_000_000n) * 100n);
  return Math.min(Number(((product + 50_000_000n) / 100_000_000n) * 100n), base);
}

/**
 * A line under a listing, or why it cannot be claimed there.
 * @param {number} number
 * @param {number} place
 * @param {Programme} programme
 * @param {Offer} offer
 * @param {number | string} base
 * @param {Request} request
 * @returns {Option | string}
 */
function optionOf(number, place, programme, offer, base, request) {
  if (typeof base === "string") return base;
  if (!offer.listed) return "not-listed";
  const branch = programme.categories.find((one) => one.id === offer.category);
  const grade = programme.grades.find((one) => one.id === offer.grade);
  const ratios = [grade?.ratio ?? null, branch?.ratio ?? null].filter((ratio) => ratio !== null);
  if (!branch || !ratios.length) return "ratio-not-stated";
  for (const one of request.earlier ?? []) {
    if (one.voucher !== programme.id) continue;
    const path = programme.categories.find((known) => known.id === one.category)?.path ?? [];
    const against = conflictIn(programme, branch, one.category, path);
    if (against) return against;
  }
  const ratio = Math.min(...ratios);
  const byRatio = rounded(base, ratio, programme.rounding);
  const ceiling = grade?.ceiling ?? null;
  const want = ceiling === null ? byRatio : Math.min(byRatio, ceiling);
  return want ? { line: number, programme: place, offer, branch, ratio, byRatio, ceiling, want } : "nothing-paid";
}

/**
 * Why two lines cannot be claimed like this together; null where they can.
 * @param {Programme[]} programmes
 * @param {Option} one
 * @param {Option} other
 */
function conflict(programmes, one, other) {
  const here = programmes[one.programme];
  if (one.programme !== other.programme) {
    const there = programmes[other.programme];
    return here.excludes.includes(there.id) || there.excludes.includes(here.id) ? "excludes-voucher" : null;
  }
  return conflictIn(here, one.branch, other.branch.id, other.branch.path);
}

/**
 * @param {Programme} programme
 * @param {Branch} branch
 * @param {string} other
 * @param {string[]} path
 */
function conflictIn(programme, branch, other, path) {
  if (other === branch.id) return programme.repeat !== "allowed" ? "repeat" : null;
  const grouped = programme.groups.some(
    ({ categories }) => categories.includes(other) && categories.includes(branch.id),
  );
  if (grouped) return "exclusion-group";
  const sameBranch = path.length > 0 && path[path.length - 1] === branch.path[branch.path.length - 1];
  return sameBranch && programme.repeat === "once-per-branch" ? "repeat" : null;
}

/**
 * The limits of all programmes, each in its order.
 * @param {Programme[]} programmes
 * @param {Option[]} options
 * @param {Request} request
 * @returns {Stage[]}
 */
function stagesOf(programmes, options, request) {
  return programmes.flatMap((programme, number) =>
    programme.order.flatMap((limit) => stagesOfLimit(number, programme, limit, options, request)),
  );
}

/**
 * @param {number} number
 * @param {Programme} programme
 * @param {string} limit
 * @param {Option[]} options
 * @param {Request} request
 * @returns {Stage[]}
 */
function stagesOfLimit(number, programme, limit, options, request) {
  const drawn = (request.earlier ?? []).filter((one) => one.voucher === programme.id);
  const used = (request.used ?? []).filter((one) => one.voucher === programme.id);
  const year = Number(request.on.slice(0, 4));
  /** @param {(option: Option, place: number) => string | number | undefined} keyOf */
  const keys = (keyOf) => options.map((one, place) => (one.programme === number ? keyOf(one, place) : undefined));
  /** @type {Map<string | number, number>} */
  const rooms = new Map();
  if (limit === "line") {
    options.forEach(({ ceiling }, place) => ceiling !== null && rooms.set(place, ceiling));
    return stage(number, limit, keys((_, place) => place), rooms);
  }
  if (limit === "category") {
    const paths = new Map(programme.categories.map(({ id, path }) => [id, path]));
    for (const { id, ceiling } of programme.categories) {
      const spent = drawn.filter(({ category }) => (paths.get(category) ?? [category]).includes(id));
      if (ceiling !== null) rooms.set(id, Math.max(0, ceiling - sum(spent.map(({ amount }) => amount))));
    }
    const deepest = Math.max(0, ...programme.categories.map(({ path }) => path.length));
    return Array.from({ length: deepest }, (_, depth) =>
      stage(number, limit, keys(({ branch }) => branch.path[depth]), rooms),
    ).flat();
  }
  if (limit === "supplier") {
    for (const { supplier, quota } of programme.offers) {
      const spent = sum(used.filter((one) => one.supplier === supplier).map(({ amount }) => amount));
      if (quota !== null) rooms.set(supplier, Math.max(0, quota - spent));
    }
    return stage(number, limit, keys(({ offer }) => offer.supplier), rooms);
  }
  const [cap, spent] =
    limit === "total"
      ? [programme.total, used.filter(({ supplier }) => supplier == null)]
      : limit === "enterprise"
        ? [programme.enterprise, drawn]
        : [programme.enterprise_year, drawn.filter((one) => one.year === year)];
  if (cap !== null) rooms.set(0, Math.max(0, cap - sum(spent.map(({ amount }) => amount))));
  return stage(number, limit, keys(() => 0), rooms);
}

/**
 * A stage over the groups that have an option, in the order of their first one.
 * @param {number} programme
 * @param {string} limit
 * @param {(string | number | undefined)[]} keys
 * @param {Map<string | number, number>} rooms
 * @returns {Stage[]}
 */
function stage(programme, limit, keys, rooms) {
  /** @type {Map<string | number, number>} */
  const place = new Map();
  const group = keys.map((key) => {
    if (key === undefined || !rooms.has(key)) return NONE;
    if (!place.has(key)) place.set(key, place.size);
    return place.get(key) ?? NONE;
  });
  return place.size ? [{ programme, limit, group, room: [...place.keys()].map((key) => rooms.get(key) ?? 0) }] : [];
}

// What is told of each line

/**
 * @param {import("./quote-choose.js").Problem} problem
 * @param {number[]} choice
 * @param {Line[]} lines
 * @param {(number | string)[]} bases
 * @param {Map<string, Refusal>[]} refusals
 * @returns {QuoteLine[]}
 */
function quotedLines(problem, choice, lines, bases, refusals) {
  const steps = stepsOf(problem, choice, bases);
  return lines.map((line, number) => {
    const chosen = choice[number];
    const option = chosen === NONE ? null : problem.options[chosen];
    const told = new Map(refusals[number]);
    problem.options.forEach((other, place) => {
      if (other.line !== number || place === chosen) return;
      const voucher = problem.programmes[other.programme].id;
      const reasons = [whyNot(problem, choice, option, other)];
      told.set(other.offer.id, { voucher, listing: other.offer.id, reasons });
    });
    const others = [...told.values()].sort((a, b) => byText(a.voucher, b.voucher) || byText(a.listing, b.listing));
    const base = bases[number];
    const reason = option ? null : reasonOf(base, others);
    if (reason !== null && BY_CHOICE.includes(reason) && typeof base === "number") {
      steps[number] = leftOut(problem, number, reason, base, told);
    }
    const cuts = steps[number].slice(1).filter(({ cut }) => cut);
    const subsidy = option ? steps[number][steps[number].length - 1].after : 0;
    return {
      id: line.id,
      product: line.product,
      base: typeof base === "number" ? base : null,
      voucher: option ? problem.programmes[option.programme].id : null,
      listing: option ? option.offer.id : null,
      ratio: option ? option.ratio : null,
      steps: steps[number],
      limited_by: cuts.length ? cuts[cuts.length - 1].step : null,
      subsidy,
      share: (typeof base === "number" ? base : 0) - subsidy,
      reason,
      others,
    };
  });
}

/**
 * @param {number | string} base
 * @param {Refusal[]} others
 */
function reasonOf(base, others) {
  if (typeof base === "string") return base;
  if (!others.length) return "no-listing";
  const every = others.flatMap(({ reasons }) => reasons);
  return every.find((why) => BY_CHOICE.includes(why)) ?? others[0].reasons[0];
}

/**
 * @param {import("./quote-choose.js").Problem} problem
 * @param {number} line
 * @param {string} reason
 * @param {number} base
 * @param {Map<string, Refusal>} told
 */
function leftOut(problem, line, reason, base, told) {
  const mine = problem.options.find(
    (one) => one.line === line && told.get(one.offer.id)?.reasons.includes(reason),
  );
  if (!mine) return [stepOf(reason, 0, base, 0)];
  return [stepOf("ratio", null, base, mine.byRatio), stepOf(reason, 0, mine.byRatio, 0)];
}

/**
 * @param {import("./quote-choose.js").Problem} problem
 * @param {number[]} choice
 * @param {Option | null} taken
 * @param {Option} other
 * @returns {string}
 */
function whyNot(problem, choice, taken, other) {
  if (taken) return taken.programme === other.programme ? "other-listing" : "double-funding";
  for (const there of choice) {
    const against = there === NONE ? null : conflict(problem.programmes, other, problem.options[there]);
    if (against) return against;
  }
  return "nothing-more";
}

/**
 * The steps of every line that is claimed: its ratio, then each limit that holds for it.
 * @param {import("./quote-choose.js").Problem} problem
 * @param {number[]} choice
 * @param {(number | string)[]} bases
 */
function stepsOf(problem, choice, bases) {
  const paid = choice.map((chosen) => (chosen === NONE ? 0 : problem.options[chosen].byRatio));
  /** @type {Step[][]} */
  const steps = choice.map((chosen, line) =>
    chosen === NONE ? [] : [stepOf("ratio", null, Number(bases[line]), paid[line])],
  );
  for (const { limit, group, room } of problem.stages) {
    const left = [...room];
    choice.forEach((chosen, line) => {
      const at = chosen === NONE ? NONE : group[chosen];
      if (at === NONE) return;
      const after = Math.min(paid[line], left[at]);
      steps[line].push(stepOf(limit, left[at], paid[line], after));
      left[at] -= after;
      paid[line] = after;
    });
  }
  return steps;
}

/**
 * @param {string} step
 * @param {number | null} room
 * @param {number} before
 * @param {number} after
 * @returns {Step}
 */
const stepOf = (step, room, before, after) => ({ step, room, before, after, cut: before - after });
