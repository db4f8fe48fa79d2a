// Answers queries from the index that generator/site/search.py writes. It runs in a worker (search-worker.js), or in
// the page where there are no module workers. It knows nothing of the page: plain data goes in and out.
//
// Pagefind finds words in a row, or words that begin so; what a query means is decided here: every clause of its plan
// must hold, hits that are named so come first, then those with the words in their title; among equals, kinds stand
// in the order of their codes. The last results are kept for `show` and `facets`.

import { encode, marks, plan, tokens } from "./tokens.js";

/** @typedef {{documents: number, key: string, kinds: Record<string, [string, string]>, shards: string[], titleEnds: number}} Manifest */
/** @typedef {{id: string, words: number[], data: () => Promise<Fragment>, level?: number}} Found  as Pagefind gives it; `level`: how good a hit */
/** @typedef {{url: string, meta: Record<string, string>}} Fragment */
/** @typedef {Record<string, string[]>} Selection  facet → the values chosen; any of one facet, all facets */
/** @typedef {[number, number][]} Marks  where words of the query stand, in UTF-16 units */
/** @typedef {{text: string, marks: Marks}} Shown */
/** @typedef {{address: string, kind: string, kindName: string, title: Shown, summary: Shown, status: string, tone: string, example: boolean}} Hit */
/** @typedef {{kind: string, name: string, count: number}} Group */
/** @typedef {{query: string, asked: boolean, matched: Found[], chosen: Found[], selection: Selection}} Answer  hits before and after the selection, best first */
/** @typedef {{value: string, name: string, count: number, chosen: boolean}} Choice */
/**
 * @typedef {object} Pagefind
 * @property {(term: string | null, options?: object) => Promise<{results: Found[]}>} search
 * @property {(path: string, options?: object) => Promise<void>} mergeIndex
 */

const LAST_PLACE = 900;
const LARGE = 3000;
const [NAMED, IN_TITLE, IN_TEXT] = [0, 1, 2]; // levels
const SHELVES = [1, 33, 65, 97, 121, 133, 145, 157, 169, 181, 193]; // where names stand: generator/site/search_head.py

/** @param {string} name @param {string} value */
const keyOf = (name, value) => `${name}\n${value}`;

/**
 * Whether a row of so many tokens is a whole name: it then begins at the place of a shelf that is its length.
 * @param {number[][]} words  for every clause the places of its words
 * @param {number} length
 */
function isNamed(words, length) {
  return SHELVES.slice(1).some((end, shelf) => {
    const begin = SHELVES[shelf];
    const first = words.map((places) => Math.min(...places.filter((place) => place >= begin && place < end)));
    return Math.min(...first) - begin + 1 === length && first.every(Number.isFinite);
  });
}

export class Engine {
  constructor() {
    /** @type {Manifest | undefined} */
    this.manifest = undefined;
    /** @type {Promise<Pagefind> | undefined} */
    this.pagefind = undefined;
    /** @type {Map<string, Promise<Map<string, Found>>>} facet and value → everything that has it */
    this.having = new Map();
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
    /** @type {Promise<Record<string, [string, string][]>> | undefined} */
    this.listed = undefined;
    this.base = "";
  }

  /** Says that the engine runs; a worker that cannot start never does. */
  async ready() {
    return true;
  }

  /**
   * Loads the list of shards. Nothing of Pagefind is loaded before the first search.
   * @param {string} base  the index's folder for one language, absolute, with a trailing slash
   * @returns {Promise<{documents: number}>}
   */
  async open(base) {
    const reply = await fetch(`${base}index.json`, { cache: "no-cache" });
    if (!reply.ok) throw new Error("missing");
    const found = /** @type {Manifest} */ (await reply.json());
    const kinds = Object.entries(found.kinds).sort(([, one], [, other]) => (one[1] < other[1] ? -1 : 1));
    this.manifest = { ...found, kinds: Object.fromEntries(kinds) };
    this.base = base;
    return { documents: this.manifest.documents };
  }

  /**
   * Everything that matches the query and the selection. A query without a word means all, if something is selected.
   * @param {string} asker  whose search it is: what the others asked for stays
   * @param {string} query
   * @param {Selection} selection
   * @returns {Promise<{total: number}>}
   */
  async search(asker, query, selection) {
    const clauses = plan(query);
    const chosen = Object.fromEntries(Object.entries(selection).filter(([, values]) => values.length));
    let matched = /** @type {Found[]} */ ([]);
    if (clauses.length) matched = await this.matching(clauses, tokens(query).length);
    else if (Object.keys(chosen).length) matched = await this.everything();
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
    let found = chosen;
    if (kind !== null) {
      const ofKind = await this.values("kind", kind);
      found = found.filter(({ id }) => ofKind.has(id));
    }
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
    const kindOf = this.cheap() && (await this.kinds());
    const first = chosen.slice(0, count);
    if (!kindOf || !first.length) return this.hits(first, query);
    /** @type {Map<string, number>} */
    const taken = new Map();
    const mixed = chosen.filter(({ id, level }) => {
      if (level !== first[0].level) return false;
      const kind = kindOf.get(id) ?? "";
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
    const hits = await Promise.all(found.map(async (one) => ({ level: one.level ?? 0, hit: this.hit(await one.data(), query) })));
    // Where the kinds of all hits are not known, those of these are.
    const ranks = Object.keys(this.manifest?.kinds ?? {});
    hits.sort((one, other) => one.level - other.level || ranks.indexOf(one.hit.kind) - ranks.indexOf(other.hit.kind));
    return hits.map(({ hit }) => hit);
  }

  /**
   * What else to ask where nothing was found; see search-near.js, which is loaded only then.
   * @param {string} query
   * @returns {Promise<import("./search-near.js").Near>}
   */
  async near(query) {
    return (await import("./search-near.js")).near(this, query);
  }

  /** Whether the kinds of all hits are known, or cost little. */
  cheap() {
    const { kinds, documents } = this.manifest ?? { kinds: {}, documents: 0 };
    return documents <= LARGE || Object.keys(kinds).every((kind) => this.having.has(keyOf("kind", kind)));
  }

  /**
   * The kinds among the hits of the last search, those with the best hits first. In a large catalogue knowing them
   * costs as much as another search; then only `willing` gets them, or who comes when they are known.
   * @param {string} asker
   * @param {boolean} willing
   * @returns {Promise<Group[] | null>}
   */
  async groups(asker, willing) {
    if (!willing && !this.cheap()) return null;
    const kindOf = await this.kinds();
    /** @type {Map<string, {count: number, level: number}>} */
    const seen = new Map(Object.keys(this.manifest?.kinds ?? {}).map((kind) => [kind, { count: 0, level: IN_TEXT }]));
    for (const { id, level = IN_TEXT } of this.answer(asker).chosen) {
      const group = seen.get(kindOf.get(id) ?? "");
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
    const all = asked ? matched : await this.everything();
    return Promise.all(
      names.filter((name) => listed[name]).map(async (name) => {
        const { [name]: chosen = [], ...others } = selection;
        const left = await this.narrowed(all, others);
        const choices = await Promise.all(
          listed[name].map(async ([value]) => {
            const having = await this.values(name, value);
            const count = left.reduce((sum, { id }) => sum + (having.has(id) ? 1 : 0), 0);
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
    const titleEnds = this.manifest?.titleEnds ?? 0;
    const [kindOf, ...answers] = await Promise.all([this.cheap() ? this.kinds() : null, ...clauses.map((clause) => this.holding(clause))]);
    const ranks = Object.keys(this.manifest?.kinds ?? {});
    const [smallest = new Map()] = [...answers].sort((one, other) => one.size - other.size);
    const ranked = [];
    for (const [id, found] of smallest) {
      if (!answers.every((answer) => answer.has(id))) continue;
      const words = answers.map((answer) => answer.get(id)?.words ?? []);
      const places = words.map((of) => Math.min(...of));
      const level = isNamed(words, length) ? NAMED : places.every((place) => place < titleEnds) ? IN_TITLE : IN_TEXT;
      const place = places.reduce((sum, one) => sum + (one < titleEnds ? one : LAST_PLACE + Math.min(one, LAST_PLACE)), 0);
      ranked.push({ found: { ...found, level }, level, rank: kindOf ? ranks.indexOf(kindOf.get(id) ?? "") : 0, place });
    }
    ranked.sort((one, other) => one.level - other.level || one.rank - other.rank || one.place - other.place || (one.found.id < other.found.id ? -1 : 1));
    return ranked.map(({ found }) => found);
  }

  /**
   * @param {import("./tokens.js").Clause} clause
   * @returns {Promise<Map<string, Found>>}
   */
  async holding({ searches, otherwise }) {
    const answers = await Promise.all(searches.map((search) => this.ask(search)));
    /** @type {Map<string, Found>} */
    const any = new Map();
    for (const [id, found] of answers.flatMap((answer) => [...answer])) {
      any.set(id, { ...found, words: [...(any.get(id)?.words ?? []), ...found.words] });
    }
    if (any.size || !otherwise.length) return any;
    const [first, ...rest] = await Promise.all(otherwise.map((search) => this.ask(search)));
    return new Map([...first].filter(([id]) => rest.every((answer) => answer.has(id))));
  }

  /**
   * A phrase is quoted, a beginning is not.
   * @param {import("./tokens.js").Search} search
   */
  ask({ words, prefix }) {
    const term = words.map((word) => encode(word, prefix)).join(" ");
    return this.find(prefix ? term : `"${term}"`);
  }

  /**
   * One search of Pagefind.
   * @param {string} term
   * @returns {Promise<Map<string, Found>>}
   */
  async find(term) {
    const { results } = await (await this.loaded()).search(term);
    // A hit without a place is one in the title as it is shown, which Pagefind indexes too. Ours all have places.
    return new Map(results.filter((found) => found.words.length).map((found) => [found.id, found]));
  }

  /**
   * Pagefind over all shards, loaded once. Ids of hits begin with the shard's name, so they do not collide.
   * @returns {Promise<Pagefind>}
   */
  loaded() {
    this.pagefind ??= (async () => {
      const [first, ...others] = this.manifest?.shards ?? [];
      const settings = { metaCacheTag: this.manifest?.key, baseUrl: "/" };
      if (first === undefined) return { search: async () => ({ results: [] }), mergeIndex: async () => {} };
      const { createInstance } = await import(`${this.base}${first}/pagefind.js`);
      const pagefind = createInstance({ ...settings, basePath: `${this.base}${first}/`, noWorker: true });
      await Promise.all(others.map((shard) => pagefind.mergeIndex(`${this.base}${shard}/`, { ...settings })));
      return pagefind;
    })();
    this.pagefind.catch(() => {
      this.pagefind = undefined;
    });
    return this.pagefind;
  }

  /** @returns {Promise<Record<string, [string, string][]>>} facet → its values and the words that stand for them */
  lists() {
    this.listed ??= fetch(`${this.base}facets.json`, { cache: "no-cache" }).then((reply) => (reply.ok ? reply.json() : {}));
    return this.listed;
  }

  /**
   * Everything with one value of a facet.
   * @param {string} name
   * @param {string} value
   * @returns {Promise<Map<string, Found>>}
   */
  values(name, value) {
    const key = keyOf(name, value);
    let having = this.having.get(key);
    if (!having) {
      having = this.codeOf(name, value).then((code) => (code ? this.find(`"${code}"`) : new Map()));
      this.having.set(key, having);
      having.catch(() => this.having.delete(key));
    }
    return having;
  }

  /** @param {string} name @param {string} value */
  async codeOf(name, value) {
    if (name === "kind") return this.manifest?.kinds[value]?.[1];
    return ((await this.lists())[name] ?? []).find(([one]) => one === value)?.[1];
  }

  /** @returns {Promise<Map<string, string>>} the kind of every document */
  async kinds() {
    const kinds = Object.keys(this.manifest?.kinds ?? {});
    const having = await Promise.all(kinds.map((kind) => this.values("kind", kind)));
    return new Map(kinds.flatMap((kind, index) => [...having[index].keys()].map((id) => /** @type {[string, string]} */ ([id, kind]))));
  }

  /** @returns {Promise<Found[]>} */
  async everything() {
    const having = await Promise.all(Object.keys(this.manifest?.kinds ?? {}).map((kind) => this.values("kind", kind)));
    return having.flatMap((found) => [...found.values()]);
  }

  /**
   * @param {Found[]} found
   * @param {Selection} selection
   * @returns {Promise<Found[]>}
   */
  async narrowed(found, selection) {
    for (const [name, values] of Object.entries(selection)) {
      const having = await Promise.all(values.map((value) => this.values(name, value)));
      found = found.filter(({ id }) => having.some((answer) => answer.has(id)));
    }
    return found;
  }

  /** @returns {Promise<[string, string][]>} */
  async kindNames() {
    return Object.entries(this.manifest?.kinds ?? {}).map(([kind, [name]]) => [kind, name]);
  }

  /** @param {string} kind */
  kindName(kind) {
    return this.manifest?.kinds[kind]?.[0] ?? kind;
  }

  /**
   * @param {Fragment} fragment
   * @param {string} query
   * @returns {Hit}
   */
  hit({ url, meta }, query) {
    const shown = (/** @type {string | undefined} */ text = "") => ({ text, marks: marks(text, query) });
    return {
      address: url.replace(/^\//, "").replace(/\.html$/, "/"),
      kind: meta.kind ?? "",
      kindName: this.kindName(meta.kind ?? ""),
      title: shown(meta.title),
      summary: shown(meta.summary),
      status: meta.status ?? "",
      tone: meta.tone ?? "",
      example: Boolean(meta.example),
    };
  }
}
