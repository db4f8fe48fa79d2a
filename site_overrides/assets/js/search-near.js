// What else to ask where a query found nothing. Loaded only then, with the names of names.json.

import { TERM, fold, isChinese, plan } from "./tokens.js";

/** @typedef {{instead: string, meant: string[]}} Near  a query that finds the same written otherwise; names that look alike */

const LONGEST = 14; // letters or characters of what is taken apart or compared
const SHOWN = 3;
const EXACT = 2; // shorter terms are not compared

/**
 * @param {import("./search-engine.js").Engine} engine
 * @param {string} query
 * @returns {Promise<Near>}
 */
export async function near(engine, query) {
  const instead = await otherwise(engine, query);
  return { instead, meant: instead ? [] : await meant(engine, query) };
}

/**
 * How many documents a query finds.
 * @param {import("./search-engine.js").Engine} engine
 * @param {string} query
 */
async function found(engine, query) {
  const clauses = plan(query);
  return clauses.length ? (await engine.matching(clauses, 0)).length : 0;
}

/**
 * The query without its blanks and hyphens, or with one in a word that has none (opcua, OPC UA).
 * @param {import("./search-engine.js").Engine} engine
 * @param {string} query
 */
async function otherwise(engine, query) {
  const joined = query.replace(/(?<=[a-z0-9])[^\p{L}\p{N}]+(?=[a-z0-9])/giu, "");
  if (joined !== query && (await found(engine, joined))) return joined;
  let best = { text: "", count: 0 };
  const term = joined.trim();
  const characters = [...term];
  const chinese = isChinese(term);
  if (characters.length > LONGEST || fold(term).match(TERM)?.[0] !== fold(term)) return "";
  for (let at = 2; at <= characters.length - 2; at += 1) {
    const [head, tail] = [characters.slice(0, at).join(""), characters.slice(at).join("")];
    const text = chinese ? `${head} ${tail}` : `${head}-${tail}`;
    // Parts of a Latin word must stand side by side: half a word begins too many others.
    const count = chinese ? await found(engine, text) : (await engine.ask({ words: [fold(head), fold(tail)], prefix: false })).size;
    if (count > best.count) best = { text, count };
  }
  return best.text;
}

/**
 * The query with every term that nothing holds replaced by names that look like it.
 * @param {import("./search-engine.js").Engine} engine
 * @param {string} query
 * @returns {Promise<string[]>}
 */
async function meant(engine, query) {
  /** @type {string[]} */
  const names = await (await engine.index.fetched("names.json")).json();
  const folded = fold(query).replace(/\./g, " ").trim();
  let asked = [folded];
  for (const term of new Set(folded.match(TERM) ?? [])) {
    if (await found(engine, term)) continue;
    asked = asked.flatMap((text) => alike(term, names).map((name) => text.replace(term, name)));
  }
  const counts = await Promise.all(asked.slice(0, SHOWN).map((text) => (text === folded ? 0 : found(engine, text))));
  return asked.slice(0, SHOWN).filter((_, index) => counts[index]);
}

/**
 * Words and parts of names that differ from a term in a letter or two, the nearest first.
 * @param {string} term  folded
 * @param {string[]} names
 */
function alike(term, names) {
  const wanted = [...term];
  const far = wanted.length > EXACT * 2 + 1 ? 2 : wanted.length > EXACT ? 1 : 0;
  if (!far || wanted.length > LONGEST) return [];
  /** @type {Map<string, number>} */
  const often = new Map();
  for (const name of names) {
    for (const piece of fold(name).match(TERM) ?? []) {
      if (isChinese(piece) !== isChinese(term)) continue;
      for (const part of isChinese(piece) ? parts([...piece], wanted.length, far) : piece.split(".")) {
        often.set(part, (often.get(part) ?? 0) + 1);
      }
    }
  }
  const scored = [...often].flatMap(([text, times]) => {
    const letters = [...text];
    const distance = Math.abs(letters.length - wanted.length) > far ? far + 1 : edits(wanted, letters);
    return distance > far ? [] : [{ text, times, distance, other: Math.abs(letters.length - wanted.length) }];
  });
  scored.sort((one, other) => one.distance - other.distance || one.other - other.other || other.times - one.times);
  return scored.filter(({ distance, other }) => distance === scored[0].distance && other === scored[0].other).slice(0, SHOWN).map(({ text }) => text);
}

/**
 * The parts of a run that are about as long.
 * @param {string[]} run
 * @param {number} length
 * @param {number} far
 */
function parts(run, length, far) {
  const found = new Set();
  for (let size = Math.max(EXACT, length - far); size <= length + far; size += 1) {
    for (let at = 0; at + size <= run.length; at += 1) found.add(run.slice(at, at + size).join(""));
  }
  return found;
}

/**
 * Letters to change, add, leave out or swap with their neighbour.
 * @param {string[]} one
 * @param {string[]} other
 */
function edits(one, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, rows[i - 2][j - 2] + 1);
      rows[i].push(least);
    }
  }
  return rows[one.length][other.length];
}
