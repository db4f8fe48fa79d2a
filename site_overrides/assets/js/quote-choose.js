// Which lines are claimed under which listing: the twin of generator/vouchers/choose.py.
// It looks at the same places of the search in the same order, so that it also gives up where that one does.

import { Bounds, NONE, most, range, sum } from "./quote-bounds.js";

const MOST_LINES = 40;
const BUDGET = 100_000;
const CONFIGURATIONS = 64;
const MOVES = 1_000_000;

/** @typedef {import("./quote.js").Programme} Programme */
/**
 * @typedef {{
 *   line: number, programme: number, offer: import("./quote.js").Offer, branch: import("./quote.js").Branch,
 *   ratio: number, byRatio: number, ceiling: number | null, want: number,
 * }} Option
 */
/** @typedef {{programme: number, limit: string, group: number[], room: number[]}} Stage */
/**
 * @typedef {{
 *   lines: number, options: Option[], stages: Stage[], programmes: Programme[],
 *   conflict: (programmes: Programme[], one: Option, other: Option) => string | null,
 * }} Problem
 */
/** @typedef {{options: number[], exact: boolean, bound: number}} Choice */
/** @typedef {{total: number, claims: number, choice: number[]}} Key */

class Spent extends Error {}

/**
 * @param {Problem} problem
 * @param {number[]} choice
 * @returns {number} what all lines are paid
 */
function paidFor(problem, choice) {
  const paid = choice.map((option) => (option === NONE ? 0 : problem.options[option].byRatio));
  for (const { group, room } of problem.stages) {
    const left = [...room];
    for (let line = 0; line < choice.length; line += 1) {
      const at = choice[line] === NONE ? NONE : group[choice[line]];
      if (at === NONE) continue;
      paid[line] = Math.min(paid[line], left[at]);
      left[at] -= paid[line];
    }
  }
  return sum(paid);
}

/**
 * Whether one choice is better than another: more money, fewer claims, then lines in order.
 * @param {Key} one
 * @param {Key} other
 */
function better(one, other) {
  if (one.total !== other.total) return one.total > other.total;
  if (one.claims !== other.claims) return one.claims < other.claims;
  const at = one.choice.findIndex((option, line) => option !== other.choice[line]);
  if (at < 0 || one.choice[at] === NONE) return false;
  return other.choice[at] === NONE || one.choice[at] < other.choice[at];
}

class Search {
  /** @param {Problem} problem */
  constructor(problem) {
    this.problem = problem;
    /** @type {number[][]} */
    this.byLine = range(problem.lines).map(() => []);
    problem.options.forEach(({ line }, option) => this.byLine[line].push(option));
    this.places = 0;
    this.best = range(problem.lines).map(() => NONE);
    this.total = 0;
  }

  /** @returns {Choice} */
  run() {
    const every = range(this.problem.options.length);
    this.improve();
    if (this.problem.lines > MOST_LINES) {
      const bound = new Bounds(this.problem, every).upper();
      return { options: this.best, exact: false, bound: Math.max(bound, this.total) };
    }
    const configurations = this.configurations().map((allowed) => new Bounds(this.problem, allowed));
    const tops = configurations.map((bounds) => bounds.upper());
    const done = this.spend(() => {
      configurations.forEach((bounds, at) => {
        if (tops[at] > this.total) this.most(bounds);
      });
    });
    if (!done) return { options: this.best, exact: false, bound: Math.max(this.total, ...tops) };
    const exact = this.spend(() => this.fewest(configurations.filter((_, at) => tops[at] >= this.total)));
    return { options: this.best, exact, bound: this.total };
  }

  /**
   * @param {() => void} work
   * @returns {boolean} whether the budget was enough
   */
  spend(work) {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof Spent) return false;
      throw error;
    }
  }

  improve() {
    let tries = Math.floor(MOVES / Math.max(1, this.problem.lines));
    const order = this.byWant(this.byLine);
    let key = this.key(this.best);
    let found = true;
    while (found && tries > 0) {
      found = false;
      for (const line of order) {
        for (const option of [...this.byLine[line], NONE]) {
          if (option === this.best[line] || tries <= 0) continue;
          tries -= 1;
          const changed = this.key(this.changed(line, option));
          if (better(changed, key)) {
            this.best = changed.choice;
            key = changed;
            found = true;
          }
        }
      }
    }
    this.total = key.total;
  }

  /**
   * Lines, those with the most to gain first.
   * @param {number[][]} byLine
   */
  byWant(byLine) {
    const wants = byLine.map((options) => most(options.map((option) => this.problem.options[option].want)));
    return range(this.problem.lines).sort((a, b) => wants[b] - wants[a] || a - b);
  }

  /**
   * @param {number} line
   * @param {number} option
   */
  changed(line, option) {
    const changed = [...this.best];
    changed[line] = option;
    if (option === NONE) return changed;
    return changed.map((there, other) =>
      other !== line && there !== NONE && this.conflict(option, there) ? NONE : there,
    );
  }

  /**
   * @param {number[]} choice
   * @returns {Key}
   */
  key(choice) {
    return { total: paidFor(this.problem, choice), claims: choice.filter((option) => option !== NONE).length, choice };
  }

  /**
   * @param {number} one
   * @param {number} other
   */
  conflict(one, other) {
    const { programmes, options, conflict } = this.problem;
    return conflict(programmes, options[one], options[other]) !== null;
  }

  /** @returns {number[][]} */
  configurations() {
    let found = [range(this.problem.options.length)];
    for (const sets of this.choices()) {
      const parts = found.flatMap((allowed) => split(allowed, sets));
      if (parts.length > CONFIGURATIONS) break;
      found = parts;
    }
    return found;
  }

  /** @returns {Set<number>[][]} */
  choices() {
    const { programmes, options } = this.problem;
    const every = range(options.length);
    /** @type {Set<number>[][]} */
    const found = [];
    programmes.forEach((one, a) => {
      programmes.forEach((other, b) => {
        if (b <= a || !(other.excludes.includes(one.id) || one.excludes.includes(other.id))) return;
        found.push([a, b].map((place) => new Set(every.filter((option) => options[option].programme === place))));
      });
    });
    programmes.forEach(({ groups }, number) => {
      for (const { categories } of groups) {
        found.push(
          categories.map(
            (category) =>
              new Set(
                every.filter(
                  (option) => options[option].programme === number && options[option].branch.id === category,
                ),
              ),
          ),
        );
      }
    });
    return found;
  }

  /** @param {Bounds} bounds */
  most(bounds) {
    const { options, lines } = this.problem;
    const order = this.byWant(bounds.byLine);
    const tried = bounds.byLine.map((mine) => [...mine].sort((a, b) => options[b].want - options[a].want || a - b));
    const alike = this.alike(bounds, order);
    const choice = range(lines).map(() => NONE);
    const rank = range(lines).map(() => 0);
    /** @param {number} at */
    const visit = (at) => {
      this.place();
      if (bounds.upper() <= this.total) return;
      if (at === order.length) {
        const paid = paidFor(this.problem, choice);
        if (paid > this.total) {
          this.total = paid;
          this.best = [...choice];
        }
        return;
      }
      const line = order[at];
      [...tried[line], NONE].forEach((option, number) => {
        if (alike[at] !== NONE && number < rank[alike[at]]) return;
        if (option !== NONE && !this.fits(option, choice)) return;
        choice[line] = option;
        rank[line] = number;
        bounds.change(line, option, 1);
        visit(at + 1);
        bounds.change(line, option, -1);
        choice[line] = NONE;
      });
    };
    visit(0);
  }

  /** @param {Bounds[]} configurations */
  fewest(configurations) {
    const lines = range(this.problem.lines);
    const known = this.best.filter((option) => option !== NONE).length;
    const leasts = configurations.map((bounds) => bounds.fewest(lines, [], this.total));
    for (let claims = leasts.length ? Math.min(...leasts) : 0; claims <= known; claims += 1) {
      /** @type {Key | null} */
      let first = null;
      for (const bounds of configurations) {
        const choice = this.first(bounds, claims);
        const key = choice && this.key(choice);
        if (key && (!first || better(key, first))) first = key;
      }
      if (first) {
        this.best = first.choice;
        return;
      }
    }
  }

  /**
   * @param {Bounds} bounds
   * @param {number} most
   * @returns {number[] | null}
   */
  first(bounds, most) {
    const lines = range(this.problem.lines);
    const alike = this.alike(bounds, lines);
    const choice = lines.map(() => NONE);
    const rank = lines.map(() => 0);
    /** @type {number[]} */
    const taken = [];
    /**
     * @param {number} line
     * @returns {boolean}
     */
    const visit = (line) => {
      this.place();
      if (bounds.upper() < this.total) return false;
      if (line === lines.length) return paidFor(this.problem, choice) === this.total;
      if (taken.length + bounds.fewest(lines.slice(line), taken, this.total) > most) return false;
      const tried = [...bounds.byLine[line], NONE];
      for (let number = 0; number < tried.length; number += 1) {
        const option = tried[number];
        if (alike[line] !== NONE && number < rank[alike[line]]) continue;
        if (option !== NONE && (taken.length >= most || !this.fits(option, taken))) continue;
        choice[line] = option;
        rank[line] = number;
        if (option !== NONE) taken.push(option);
        bounds.change(line, option, 1);
        const found = visit(line + 1);
        bounds.change(line, option, -1);
        if (found) return true;
        if (option !== NONE) taken.pop();
        choice[line] = NONE;
      }
      return false;
    };
    return visit(0) ? choice : null;
  }

  place() {
    this.places += 1;
    if (this.places > BUDGET) throw new Spent();
  }

  /**
   * @param {number} option
   * @param {number[]} taken
   */
  fits(option, taken) {
    return !taken.some((other) => other !== NONE && this.conflict(option, other));
  }

  /**
   * For each place of an order, the line before that is alike in every respect, or NONE.
   * @param {Bounds} bounds
   * @param {number[]} order
   */
  alike(bounds, order) {
    /** @type {Map<string, number>} */
    const seen = new Map();
    const nested = this.nested();
    return order.map((line) => {
      const sign = JSON.stringify(
        bounds.byLine[line].map((option) => {
          const { programme, offer, byRatio } = this.problem.options[option];
          return [programme, offer.id, byRatio];
        }),
      );
      const before = nested ? (seen.get(sign) ?? NONE) : NONE;
      seen.set(sign, line);
      return before;
    });
  }

  nested() {
    const { stages, programmes } = this.problem;
    const limits = stages.filter(({ limit }) => limit !== "line").map((one) => this.binding(one));
    const cut = limits.some(({ programme, groups }, at) =>
      limits.slice(at + 1).some((later) => {
        if (later.programme !== programme) return false;
        /** @type {Map<number, number>} */
        const into = new Map();
        return groups.some((group, option) => {
          if (group === NONE) return false;
          if (!into.has(group)) into.set(group, later.groups[option]);
          return into.get(group) !== later.groups[option];
        });
      }),
    );
    if (cut) return false;
    return stages.every(({ programme, limit }) => limit !== "line" || programmes[programme].order[0] === "line");
  }

  /** @param {Stage} stage */
  binding({ programme, group, room }) {
    const sums = room.map(() => 0);
    group.forEach((at, option) => {
      if (at !== NONE) sums[at] += this.problem.options[option].want;
    });
    return { programme, groups: group.map((at) => (at !== NONE && sums[at] > room[at] ? at : NONE)) };
  }
}

/**
 * `allowed` with one of the sets at a time and none of the others; as it is where at most one is present.
 * @param {number[]} allowed
 * @param {Set<number>[]} sets
 */
function split(allowed, sets) {
  const present = sets.filter((one) => allowed.some((option) => one.has(option)));
  if (present.length < 2) return [allowed];
  return present.map((one) =>
    allowed.filter((option) => one.has(option) || !present.some((other) => other.has(option))),
  );
}

/**
 * The choice of claims for a problem.
 * @param {Problem} problem
 * @returns {Choice}
 */
export function choose(problem) {
  return new Search(problem).run();
}
