// Bounds of what any choice of claims can be paid: the twin of generator/vouchers/bounds.py.

export const NONE = -1;
const UNIT = 1024;
const FINEST = 4;

/** @typedef {import("./quote-choose.js").Problem} Problem */

/** @param {number[]} numbers */
export const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** @param {number[]} numbers */
export const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), 0);

/**
 * Counting from 0.
 * @param {number} count
 */
export const range = (count) => Array.from({ length: count }, (_, number) => number);

/**
 * How many steps, the greatest first, lead from `base` to `wanted`; more than `most` where none do.
 * @param {number} base
 * @param {number[]} steps
 * @param {number} wanted
 * @param {number} most
 */
function count(base, steps, wanted, most) {
  let reached = base;
  let taken = 0;
  for (const step of [...steps].sort((a, b) => b - a)) {
    if (reached >= wanted) return taken;
    reached += step;
    taken += 1;
  }
  return reached >= wanted ? taken : most + 1;
}

export class Bounds {
  /**
   * @param {Problem} problem
   * @param {number[]} allowed
   */
  constructor(problem, allowed) {
    this.problem = problem;
    const { options, stages, programmes } = problem;
    /** @type {number[][]} */
    this.byLine = range(problem.lines).map(() => []);
    for (const option of allowed) this.byLine[options[option].line].push(option);
    this.reach = options.map(({ want }) => want);
    for (const { group, room } of stages) {
      group.forEach((at, option) => {
        if (at !== NONE) this.reach[option] = Math.min(this.reach[option], room[at]);
      });
    }
    /** @type {Set<number>} */
    this.once = new Set();
    /** @type {number[]} */
    this.caps = [];
    /** @type {{programme: number, first: number, last: number}[]} */
    this.families = [];
    /** @type {number[][]} */
    this.of = options.map(() => []);
    programmes.forEach((_, number) => this.addFamilies(number, allowed));
    this.whole = [...this.caps];
    this.prices = this.caps.map(() => 0);
    this.open = this.byLine.map((mine) => this.mostOf(mine));
    this.sums = this.caps.map(() => 0);
    for (const share of this.open) for (const [group, want] of share) this.sums[group] += want;
    this.best = this.byLine.map((mine) => most(mine.map((option) => this.reach[option])));
    this.loose = sum(this.best);
    this.setPrices();
    this.value = options.map((_, option) => this.worth(option));
    this.top = this.byLine.map((mine) => most(mine.map((option) => this.value[option])));
    this.priced = sum(this.top) + this.priceOfCaps();
  }

  /** At most this is paid in all. */
  upper() {
    return Math.min(sum([...this.tightest().values()]), this.loose, Math.floor(this.priced / UNIT));
  }

  /**
   * At least so many of the undecided lines must be claimed for `wanted` in all, beside the decided options.
   * @param {number[]} undecided
   * @param {number[]} decided
   * @param {number} wanted
   */
  fewest(undecided, decided, wanted) {
    const tops = this.tightest();
    const every = sum([...tops.values()]);
    /** @type {number[]} */
    const steps = [];
    let base = 0;
    let apart = 0;
    for (const [number, top] of tops) {
      const gains = this.gains(number, undecided, decided);
      apart += count(gains.base, gains.steps, wanted - every + top, undecided.length);
      base += gains.base;
      steps.push(...gains.steps);
    }
    return Math.max(apart, count(base, steps, wanted, undecided.length));
  }

  /** At most this is paid by each programme. */
  tightest() {
    /** @type {Map<number, number>} */
    const tightest = new Map();
    for (const { programme, first, last } of this.families) {
      let through = 0;
      for (let group = first; group < last; group += 1) through += Math.min(this.caps[group], this.sums[group]);
      tightest.set(programme, Math.min(through, tightest.get(programme) ?? through));
    }
    return tightest;
  }

  /**
   * What the limit of a programme with most groups lets through of the decided, and what lines may add to it.
   * @param {number} number
   * @param {number[]} undecided
   * @param {number[]} decided
   */
  gains(number, undecided, decided) {
    const { first, last } = this.families
      .filter(({ programme }) => programme === number)
      .reduce((widest, one) => (one.last - one.first > widest.last - widest.first ? one : widest));
    const within = range(last - first).map(() => 0);
    for (const option of decided) {
      for (const group of this.of[option]) {
        if (group >= first && group < last) within[group - first] += this.reach[option];
      }
    }
    const base = sum(within.map((there, at) => Math.min(this.caps[first + at], there)));
    /** @type {number[][]} */
    const wants = within.map(() => []);
    for (const line of undecided) {
      for (const [group, want] of this.open[line]) if (group >= first && group < last) wants[group - first].push(want);
    }
    /** @type {number[]} */
    const steps = [];
    within.forEach((decidedThere, at) => {
      const cap = this.caps[first + at];
      let there = decidedThere;
      for (const want of wants[at].sort((a, b) => b - a)) {
        const step = Math.min(cap, there + want) - Math.min(cap, there);
        if (!step) break;
        there += want;
        steps.push(step);
      }
    });
    return { base, steps };
  }

  /**
   * @param {number} number
   * @param {number[]} allowed
   */
  addFamilies(number, allowed) {
    const { options, stages, programmes } = this.problem;
    const mine = allowed.filter((option) => options[option].programme === number);
    if (!mine.length) return;
    const { repeat } = programmes[number];
    const first = this.families.length;
    for (const { programme, limit, group, room } of stages) {
      if (programme !== number || limit === "line") continue;
      this.add(number, mine, mine.map((option) => group[option]), room);
    }
    if (repeat !== "allowed") {
      const keys = mine.map((option) => {
        const { path } = options[option].branch;
        return repeat === "once-per-category" ? path[0] : path[path.length - 1];
      });
      const present = [...new Set(keys)].sort();
      const caps = present.map((key) => most(mine.filter((_, at) => keys[at] === key).map((o) => this.reach[o])));
      const start = this.caps.length;
      this.add(number, mine, keys.map((key) => present.indexOf(key)), caps);
      for (let group = start; group < this.caps.length - 1; group += 1) this.once.add(group);
    }
    if (this.families.length === first) this.add(number, mine, mine.map(() => NONE), []);
  }

  /**
   * @param {number} programme
   * @param {number[]} mine
   * @param {number[]} groups
   * @param {number[]} room
   */
  add(programme, mine, groups, room) {
    const start = this.caps.length;
    const wants = sum(mine.map((option) => this.reach[option]));
    this.caps.push(...room.map((cap) => Math.min(cap, wants)), wants);
    const free = this.caps.length - 1;
    mine.forEach((option, at) => this.of[option].push(groups[at] === NONE ? free : start + groups[at]));
    this.families.push({ programme, first: start, last: this.caps.length });
  }

  /**
   * What an undecided line may bring to each group.
   * @param {number[]} options
   * @returns {[number, number][]}
   */
  mostOf(options) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const option of options) {
      for (const group of this.of[option]) found.set(group, Math.max(found.get(group) ?? 0, this.reach[option]));
    }
    return [...found];
  }

  /** @param {number} option */
  worth(option) {
    const left = UNIT - sum(this.of[option].map((group) => this.prices[group]));
    return Math.max(0, left) * this.reach[option];
  }

  priceOfCaps() {
    return sum(this.prices.map((price, group) => price * this.caps[group]));
  }

  setPrices() {
    const bound = () =>
      sum(this.byLine.map((mine) => most(mine.map((option) => this.worth(option))))) + this.priceOfCaps();
    let best = bound();
    const tight = range(this.caps.length).filter((group) => this.sums[group] > this.caps[group]);
    for (let step = UNIT; step >= FINEST; step = Math.floor(step / 2)) {
      for (const group of tight) {
        for (const change of [step, -step]) {
          const before = this.prices[group];
          if (before + change < 0 || before + change > UNIT) continue;
          this.prices[group] = before + change;
          const found = bound();
          if (found < best) best = found;
          else this.prices[group] = before;
        }
      }
    }
  }

  /**
   * A line goes from undecided to an option or NONE (`sign` 1), or back (-1).
   * @param {number} line
   * @param {number} option
   * @param {1 | -1} sign
   */
  change(line, option, sign) {
    for (const [group, want] of this.open[line]) this.sums[group] -= sign * want;
    this.loose -= sign * this.best[line];
    this.priced -= sign * this.top[line];
    if (option === NONE) return;
    const want = this.reach[option];
    for (const group of this.of[option]) {
      this.sums[group] += sign * want;
      if (this.once.has(group)) this.caps[group] = sign > 0 ? want : this.whole[group];
    }
    this.loose += sign * want;
    this.priced += sign * this.value[option];
  }
}
