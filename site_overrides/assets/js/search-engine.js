// Answers queries from the index that generator/site/search.py writes. It runs in a worker (search-worker.js), or in
// the page where there are no module workers. It knows nothing of the page: plain data goes in and out.
//
// The index finds words in a row, or words that begin so; what a query means is decided here: every clause of its plan
// must hold, hits that are named so come first, then those with the words in their title; equals stand in the order of
// their kinds. The last results are kept for `show` and `facets`.

import { Index } from "./search-index.js";
import { marks, plan, tokens } from "./tokens.js";

/** @typedef {import("./search-index.js").Places} Places */
/** @typedef {{number: number, level: number}} Found  a document, and how good a hit it is */
/** @typedef {Record<string, string[]>} Selection  facet → the values chosen; any of one facet, all facets */
/** @typedef {[number, number][]} Marks  where words of the query stand, in UTF-16 units */
/** @typedef {{text: string, marks: Marks}} Shown */
/** @typedef {{address: string, kind: string, kindName: string, title: Shown, summary: Shown, status: string, tone: string, example: boolean}} Hit */
/** @typedef {{kind: string, name: string, count: number}} Group */
/** @typedef {{query: string, asked: boolean, matched: Found[], chosen: Found[], selection: Selection}} Answer  hits before and after the selection, best first */
/** @typedef {{value: string, name: string, count: number, chosen: boolean}} Choice */

const LAST_PLACE = 900;
const [NAMED, IN_TITLE, IN_TEXT] = [0, 1, 2]; // levels

/**
 * Whether a row of so many tokens is a whole name: it then begins at the place of a shelf that is its length.
 * @param {number[][]} words  for every clause the places of its words
 * @param {number} length
 * @param {[number, number][]} shelves
 */
function isNamed(words, length, shelves) {
  return shelves.some(([begin, end]) => {
    const first = words.map((places) => Math.min(...places.filter((place) => place >= begin && place < end)));
    return Math.min(...first) - begin === length && first.every(Number.isFinite);
  });
}

export class Engine {
  constructor() {
    /** @type {Index | undefined} */
    this.opened = undefined;
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
    /** @type {Promise<Record<string, string[]>> | undefined} */
    this.listed = undefined;
    this.base = "";
  }

  /** Says that the engine runs; a worker that cannot start never does. */
  async ready() {
    return true;
  }

  /**
   * Loads what the index holds, not yet any of its words.
   * @param {string} base  the index's folder for one language, absolute, with a trailing slash
   * @returns {Promise<{documents: number}>}
   */
  async open(base) {
    this.opened = await Index.open(base);
    this.listed = undefined;
    this.answers.clear();
    this.base = base;
    return { documents: this.opened.manifest.documents };
  }

  get index() {
    if (!this.opened) throw new Error("missing");
    return this.opened;
  }

  /**
   * Everything that matches the query and the selection. A query without a word means all, if something is selected.
   * @param {string} asker  whose search it is: what the others asked for stays
   * @param {string} query
   * @param {Selection} selection
   * @returns {Promise<{total: number}>}
   */
  async search(asker, query, selection) {
    const { key } = this.index.manifest;
    try {
      return await this.answered(asker, query, selection);
    } catch (error) {
      // Another version of the site may have taken the place of the one that was opened.
      await this.open(this.base);
      if (this.index.manifest.key === key) throw error;
      return this.answered(asker, query, selection);
    }
  }

  /**
   * @param {string} asker
   * @param {string} query
   * @param {Selection} selection
   */
  async answered(asker, query, selection) {
    const clauses = plan(query);
    const chosen = Object.fromEntries(Object.entries(selection).filter(([, values]) => values.length));
    let matched = /** @type {Found[]} */ ([]);
    if (clauses.length) matched = await this.matching(clauses, tokens(query).length);
    else if (Object.keys(chosen).length) matched = this.everything();
    const kept = await this.narrowed(matched, chosen);
    this.answers.set(asker, { query, asked: matched.length > 0 || clauses.length > 0, matched, chosen: kept, selection: chosen });
    return { total: kept.length };
  }

  /**
   * The next hits of the last search: of one kind, or of all.
   * @param {string} asker
   * @param {string | null} kind
   * @param {number} from
   * @param {number} count
   * @returns {Promise<Hit[]>}
   */
  async show(asker, kind, from, count) {
    const { query, chosen } = this.answer(asker);
    const found = kind === null ? chosen : chosen.filter(({ number }) => this.kindOf(number) === kind);
    return this.hits(found.slice(from, from + count), query);
  }

  /**
   * The first hits of the last search, where there are more kinds of equally good ones not all of one kind.
   * @param {string} asker
   * @param {number} count
   * @returns {Promise<Hit[]>}
   */
  async best(asker, count) {
    const { query, chosen } = this.answer(asker);
    const first = chosen.slice(0, count);
    /** @type {Map<string, number>} */
    const taken = new Map();
    const mixed = chosen.filter(({ number, level }) => {
      if (level !== first[0].level) return false;
      const kind = this.kindOf(number);
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
      return (taken.get(kind) ?? 0) <= count / 2;
    });
    const picked = new Set([...mixed.slice(0, count), ...first].slice(0, count));
    return this.hits(chosen.filter((one) => picked.has(one)), query);
  }

  /**
   * @param {Found[]} found
   * @param {string} query
   */
  async hits(found, query) {
    const { index } = this;
    return Promise.all(found.map(async ({ number }) => this.hit(await index.card(number), query)));
  }

  /**
   * What else to ask where nothing was found; see search-near.js, which is loaded only then.
   * @param {string} query
   * @returns {Promise<import("./search-near.js").Near>}
   */
  async near(query) {
    return (await import("./search-near.js")).near(this, query);
  }

  /**
   * The kinds among the hits of the last search, those with the best hits first.
   * @param {string} asker
   * @returns {Promise<Group[]>}
   */
  async groups(asker) {
    /** @type {Map<string, {count: number, level: number}>} */
    const seen = new Map(this.index.manifest.kinds.map(([kind]) => [kind, { count: 0, level: IN_TEXT }]));
    for (const { number, level } of this.answer(asker).chosen) {
      const group = seen.get(this.kindOf(number));
      if (!group) continue;
      group.count += 1;
      group.level = Math.min(group.level, level);
    }
    const groups = [...seen].filter(([, { count }]) => count).sort(([, one], [, other]) => one.level - other.level);
    return groups.map(([kind, { count }]) => ({ kind, name: this.kindName(kind), count }));
  }

  /**
   * For every facet its values with the number of hits that each would leave, given what is chosen in the other facets.
   * @param {string} asker
   * @param {string[]} names
   * @returns {Promise<{name: string, choices: Choice[]}[]>}
   */
  async facets(asker, names) {
    const listed = await this.lists();
    const { matched, selection, asked } = this.answer(asker);
    const all = asked ? matched : this.everything();
    return Promise.all(
      names.filter((name) => listed[name]).map(async (name) => {
        const { [name]: chosen = [], ...others } = selection;
        const left = await this.narrowed(all, others);
        const choices = await Promise.all(
          listed[name].map(async (value) => {
            const having = await this.values(name, value);
            const count = left.reduce((sum, { number }) => sum + (having(number) ? 1 : 0), 0);
            return { value, name: name === "kind" ? this.kindName(value) : value, count, chosen: chosen.includes(value) };
          }),
        );
        const useful = choices.filter(({ count, chosen: kept }) => count || kept);
        return { name, choices: useful.sort((one, other) => other.count - one.count) };
      }),
    );
  }

  /** @param {string} asker @returns {Answer} */
  answer(asker) {
    return this.answers.get(asker) ?? { query: "", asked: false, matched: [], chosen: [], selection: {} };
  }

  /**
   * What holds every clause, best first.
   * @param {import("./tokens.js").Clause[]} clauses
   * @param {number} length  tokens of the query
   * @returns {Promise<Found[]>}
   */
  async matching(clauses, length) {
    const { names, titleEnds } = this.index.manifest;
    const answers = await Promise.all(clauses.map((clause) => this.holding(clause)));
    const [smallest = new Map()] = [...answers].sort((one, other) => one.size - other.size);
    const ranked = [];
    for (const number of smallest.keys()) {
      if (!answers.every((answer) => answer.has(number))) continue;
      const words = answers.map((answer) => answer.get(number) ?? []);
      const places = words.map((of) => Math.min(...of));
      const level = isNamed(words, length, names) ? NAMED : places.every((place) => place < titleEnds) ? IN_TITLE : IN_TEXT;
      const place = places.reduce((sum, one) => sum + (one < titleEnds ? one : LAST_PLACE + Math.min(one, LAST_PLACE)), 0);
      ranked.push({ number, level, rank: this.rankOf(number), place });
    }
    ranked.sort((one, other) => one.level - other.level || one.rank - other.rank || one.place - other.place || one.number - other.number);
    return ranked.map(({ number, level }) => ({ number, level }));
  }

  /**
   * @param {import("./tokens.js").Clause} clause
   * @returns {Promise<Places>}
   */
  async holding({ searches, otherwise }) {
    const [first, ...others] = await Promise.all(searches.map((search) => this.ask(search)));
    for (const [number, places] of others.flatMap((answer) => [...answer])) first.set(number, [...(first.get(number) ?? []), ...places]);
    if (first.size || !otherwise.length) return first;
    const [any, ...rest] = await Promise.all(otherwise.map((search) => this.ask(search)));
    return new Map([...any].filter(([number]) => rest.every((answer) => answer.has(number))));
  }

  /** @param {import("./tokens.js").Search} search */
  ask(search) {
    return this.index.find(search);
  }

  /** @returns {Promise<Record<string, string[]>>} facet → its values */
  lists() {
    const kind = this.index.manifest.kinds.map(([name]) => name);
    this.listed ??= this.index.fetched("facets.json").then(async (reply) => ({ ...(await reply.json()), kind }));
    this.listed.catch(() => {
      this.listed = undefined;
    });
    return this.listed;
  }

  /**
   * What tells whether a document has a value of a facet.
   * @param {string} name
   * @param {string} value
   * @returns {Promise<(number: number) => boolean>}
   */
  async values(name, value) {
    if (name === "kind") return (number) => this.kindOf(number) === value;
    const having = await this.index.having(name, value);
    return (number) => having.has(number);
  }

  /** The place of a document's kind among the kinds. @param {number} number */
  rankOf(number) {
    let left = number;
    return this.index.manifest.kinds.findIndex(([, , count]) => (left -= count) < 0);
  }

  /** @param {number} number */
  kindOf(number) {
    return this.index.manifest.kinds[this.rankOf(number)]?.[0] ?? "";
  }

  /** @returns {Found[]} */
  everything() {
    return Array.from({ length: this.index.manifest.documents }, (_, number) => ({ number, level: IN_TEXT }));
  }

  /**
   * @param {Found[]} found
   * @param {Selection} selection
   * @returns {Promise<Found[]>}
   */
  async narrowed(found, selection) {
    for (const [name, values] of Object.entries(selection)) {
      const having = await Promise.all(values.map((value) => this.values(name, value)));
      found = found.filter(({ number }) => having.some((has) => has(number)));
    }
    return found;
  }

  /** @returns {Promise<[string, string][]>} */
  async kindNames() {
    return this.index.manifest.kinds.map(([kind, name]) => [kind, name]);
  }

  /** @param {string} kind */
  kindName(kind) {
    return this.index.manifest.kinds.find(([one]) => one === kind)?.[1] ?? kind;
  }

  /**
   * @param {import("./search-index.js").Card} card
   * @param {string} query
   * @returns {Hit}
   */
  hit({ address, title, summary, kind, status = "", tone = "", example = false }, query) {
    const shown = (/** @type {string | undefined} */ text = "") => ({ text, marks: marks(text, query) });
    return { address, kind, kindName: this.kindName(kind), title: shown(title), summary: shown(summary), status, tone, example };
  }
}
