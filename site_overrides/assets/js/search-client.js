// The page's side of the search: starts the engine once, in a worker where that is possible, and shows hits.

/** @typedef {import("./search-engine.js").Hit} Hit */
/** @typedef {import("./search-engine.js").Group} Group */
/** @typedef {import("./search-engine.js").Choice} Choice */
/** @typedef {import("./search-engine.js").Selection} Selection */

const TEXTS = {
  zh: {
    hits: "检索结果",
    count: (/** @type {number} */ n) => `共 ${n} 条`,
    all: (/** @type {number} */ n) => `查看全部 ${n} 条结果`,
    more: (/** @type {number} */ n) => `显示更多（还有 ${n} 条）`,
    none: (/** @type {string} */ q) => `没有找到“${q}”。`,
    noneHint: "换一个说法，或少写几个字；两个字以上的任意一段文字都能找到。",
    noneChosen: "筛选条件下没有结果。",
    instead: (/** @type {string} */ q, /** @type {string} */ other) => `没有找到“${q}”，以下是“${other}”的结果。`,
    meant: "是否要找：",
    lists: "也可以从清单中查找：",
    single: "只有一个字时结果可能不全，请写两个字以上。",
    searching: "正在检索…",
    start: "输入两个字以上，查找名称、摘要、别名和正文中的任意一段文字；也可以输入编号或英文。",
    missing: "这个站点还没有检索索引。请从各类清单中查找。",
    failed: "检索暂时不可用，请稍后再试，或从各类清单中查找。",
    inText: "正文中有",
    example: "示例",
    clear: "清除筛选",
    quote: (/** @type {string} */ q) => `“${q}”`,
    facets: { kind: "类型", nature: "真实或示例", status: "状态", category: "产品类别", scenario: "应用场景", industry: "行业领域", city: "地市" },
  },
  en: {
    hits: "Search results",
    count: (/** @type {number} */ n) => (n === 1 ? "1 result" : `${n} results`),
    all: (/** @type {number} */ n) => (n === 1 ? "Show the result" : `Show all ${n} results`),
    more: (/** @type {number} */ n) => `Show more (${n} left)`,
    none: (/** @type {string} */ q) => `Nothing found for “${q}”.`,
    noneHint: "Try other or fewer words. Chinese is found by any two characters or more.",
    noneChosen: "No result with these filters.",
    instead: (/** @type {string} */ q, /** @type {string} */ other) => `Nothing found for “${q}”; these are the results for “${other}”.`,
    meant: "Did you mean:",
    lists: "Or look through the lists:",
    single: "One Chinese character may not find everything; use two or more.",
    searching: "Searching…",
    start: "Type words from names, summaries, aliases and texts, an id, or two or more Chinese characters.",
    missing: "This site has no search index yet. Please use the lists.",
    failed: "The search does not work at the moment. Please try again later, or use the lists.",
    inText: "in the text:",
    example: "example",
    clear: "Clear filters",
    quote: (/** @type {string} */ q) => `“${q}”`,
    facets: { kind: "Kind", nature: "Real or example", status: "Status", category: "Product category", scenario: "Scenario", industry: "Industry", city: "City" },
  },
};

export const LANG = document.documentElement.lang.toLowerCase().startsWith("en") ? "en" : "zh";
export const TEXT = TEXTS[LANG];

/**
 * The engine, wherever it runs.
 * @typedef {object} Client
 * @property {(query: string, selection?: Selection) => Promise<{total: number}>} search
 * @property {(kind: string | null, from: number, count: number) => Promise<Hit[]>} show
 * @property {(count: number) => Promise<Hit[]>} best
 * @property {(query: string) => Promise<import("./search-near.js").Near>} near  what else to ask where nothing was found
 * @property {() => Promise<[string, string][]>} lists  the kinds that the index holds, with their names
 * @property {() => Promise<Group[]>} groups
 * @property {(names: string[]) => Promise<{name: string, choices: Choice[]}[]>} facets
 */

/** @typedef {(method: string, args: unknown[]) => Promise<any>} Call */

/** @type {Promise<Call> | undefined} */
let engine;

/**
 * The engine over the index of this page's language; started by the first call.
 * @param {string} root  the way to the site's root, without a trailing slash
 * @param {string} asker  box or page: each has its own results
 * @returns {Promise<Client>}
 */
export async function connect(root, asker) {
  engine ??= start(new URL(`${root || "."}/search-index/${LANG}/`, location.href).href);
  engine.catch(() => {
    engine = undefined; // the next call tries again
  });
  const call = await engine;
  return {
    search: (query, selection = {}) => call("search", [asker, query, selection]),
    show: (kind, from, count) => call("show", [asker, kind, from, count]),
    best: (count) => call("best", [asker, count]),
    near: (query) => call("near", [query]),
    lists: () => call("kindNames", []),
    groups: () => call("groups", [asker]),
    facets: (names) => call("facets", [asker, names]),
  };
}

/**
 * @param {string} base
 * @returns {Promise<Call>}
 */
async function start(base) {
  const call = await inWorker().catch(inPage);
  await call("open", [base]);
  return call;
}

/** @returns {Promise<Call>} */
async function inWorker() {
  const worker = new Worker(new URL("./search-worker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, value, error } }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error("worker"));
    waiting.clear();
  });
  /** @type {Call} */
  const call = (method, args) =>
    new Promise((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      worker.postMessage({ id: last, method, args });
    });
  await call("ready", []);
  return call;
}

/** @returns {Promise<Call>} */
async function inPage() {
  const { Engine } = await import("./search-engine.js");
  const local = new Engine();
  // @ts-ignore - the methods that connect() names
  return async (method, args) => local[method](...args);
}

/**
 * Runs a search at a time: while one is under way, only the last of those asked for meanwhile is run after it.
 * @template T
 * @param {(argument: T) => Promise<void>} run
 * @returns {(argument: T) => void}
 */
export function oneAtATime(run) {
  let busy = false;
  /** @type {{argument: T} | undefined} */
  let next;
  return async (argument) => {
    next = { argument };
    if (busy) return;
    busy = true;
    while (next) {
      const now = next;
      next = undefined;
      await run(now.argument);
    }
    busy = false;
  };
}

/**
 * What to tell the reader when a search failed.
 * @param {unknown} error
 */
export const excuse = (error) => (error instanceof Error && error.message === "missing" ? TEXT.missing : TEXT.failed);

/**
 * An element with a class and content; texts are set as text, never as HTML.
 * @param {string} tag
 * @param {string} className
 * @param {...(string | Node)} content
 * @returns {HTMLElement}
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * A text with the query's words in <mark>.
 * @param {import("./search-engine.js").Shown} shown
 * @returns {(string | Node)[]}
 */
export function marked({ text, marks }) {
  /** @type {(string | Node)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/**
 * The badges of a hit.
 * @param {Hit} hit
 * @returns {HTMLElement[]}
 */
export function badges(hit) {
  return [
    ...(hit.example ? [element("span", "badge badge--example", TEXT.example)] : []),
    ...(hit.status ? [element("span", `badge badge--${hit.tone || "neutral"}`, hit.status)] : []),
  ];
}

/** Kinds of hits that have no list: editions of standards and their comments. */
const LISTLESS = ["standard-texts"];

/**
 * Links to the lists of kinds.
 * @param {string} root
 * @param {[string, string][]} kinds
 */
export const lists = (root, kinds) =>
  kinds.filter(([kind]) => !LISTLESS.includes(kind)).map(([kind, name]) => {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "search-list-link", name));
    link.href = `${root || "."}/${LANG === "en" ? "en/" : ""}${kind}/`;
    return link;
  });

/**
 * Where a hit's words are when neither its title nor its summary shows them.
 * @param {Hit} hit
 * @param {string} query
 * @returns {HTMLElement[]}
 */
export function whereElse(hit, query) {
  const hidden = query.trim() && !hit.title.marks.length && !hit.summary.marks.length;
  return hidden ? [element("span", "search-where", `${TEXT.inText} `, element("mark", "", query.trim()))] : [];
}

/**
 * The address of a hit's page, in this page's language. Where the words stand only in its text, browsers that know
 * text fragments show their place.
 * @param {string} root
 * @param {Hit} hit
 * @param {string} query
 */
export function addressOf(root, hit, query) {
  const place = whereElse(hit, query).length ? `#:~:${query.trim().split(/\s+/u).map(directive).join("&")}` : "";
  return `${root || "."}/${LANG === "en" ? "en/" : ""}${hit.address}${place}`;
}

/** @param {string} word */
const directive = (word) => `text=${encodeURIComponent(word).replaceAll("-", "%2D")}`;

/**
 * Whether a query is one Chinese character: of all the words that begin with it only the first are looked for.
 * @param {string} query
 */
export const isSingle = (query) => /^\p{Script=Han}$/u.test(query.trim());
