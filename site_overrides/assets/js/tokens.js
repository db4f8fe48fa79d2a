// Cuts texts and queries into the words of the search index, exactly as generator/site/tokens.py does.
// What the rules are and why stands there; tests/vectors/tokens.json holds the cases that both must pass.

export const LONGEST_QUERY = 100;

const HAN = "々〇㐀-䶿一-鿿豈-﫿\u{20000}-\u{3ffff}";
const IDEOGRAPH = new RegExp(`^[${HAN}]`, "u");
const PIECE = new RegExp(`[${HAN}]+|[^${HAN}. ]+`, "gu");
export const TERM = new RegExp(`[${HAN}]+|[^${HAN}. ]+(?:\\.[^${HAN}. ]+)*`, "gu");
const SEAM = /(?<=[0-9])(?=[^0-9]{2})|(?<=[^0-9]{2})(?=[0-9])/u;
const BLANK = /^[\s\x1c-\x1f\x85]$/u;

/** @typedef {{words: string[], prefix: boolean}} Search  words in a row; with `prefix` the only word may go on */
/** @typedef {{searches: Search[], otherwise: Search[]}} Clause  any of `searches`, else all of `otherwise` */

/**
 * One character as it is compared.
 * @param {string} character
 * @returns {string}
 */
function foldCharacter(character) {
  if (BLANK.test(character)) return " ";
  const kept = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return kept.replace(/[^\p{L}\p{N}]/gu, ".");
}

/**
 * A text as it is compared, character by character; blanks are " ", other signs ".".
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** @param {string} piece */
export const isChinese = (piece) => IDEOGRAPH.test(piece);

/**
 * Overlapping pairs of a run.
 * @param {string} run
 * @returns {string[]}
 */
function pairs(run) {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index] + character);
}

/**
 * The words under which a text is indexed, in order.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  return (fold(text).match(PIECE) ?? []).flatMap((piece) =>
    isChinese(piece) ? [...pairs(piece), [...piece].at(-1) ?? ""] : [piece, ...piece.split(SEAM).slice(1)],
  );
}

/**
 * What a query asks for: every clause must hold.
 * @param {string} query
 * @returns {Clause[]}
 */
export function plan(query) {
  const terms = fold([...query].slice(0, LONGEST_QUERY).join("")).match(TERM) ?? [];
  return [...new Set(terms)].map((term) => {
    if (!isChinese(term)) return ofWord(term);
    const words = pairs(term);
    return { searches: [words.length ? row(words) : beginning(term)], otherwise: [] };
  });
}

/**
 * @param {string} term
 * @returns {Clause}
 */
function ofWord(term) {
  const pieces = term.split(".");
  const parts = pieces.flatMap((piece) => piece.split(SEAM));
  const searches = [beginning(pieces.join(""))];
  if (pieces.length > 1) searches.unshift(row(tokens(term)));
  if (parts.length > 1 && !searches.some((search) => !search.prefix && search.words.join(" ") === parts.join(" "))) {
    searches.push(row(parts));
  }
  return { searches, otherwise: pieces.length > 1 ? pieces.map(beginning) : [] };
}

/** @param {string[]} words @returns {Search} */
const row = (words) => ({ words, prefix: false });

/** @param {string} word @returns {Search} */
const beginning = (word) => ({ words: [word], prefix: true });

/**
 * Where the words of a query stand in a text that is shown: [start, end) in UTF-16 units, in order, without overlap.
 * Runs of Chinese are marked wherever they stand, other words where a word begins.
 * @param {string} text
 * @param {string} query
 * @returns {[number, number][]}
 */
export function marks(text, query) {
  let folded = "";
  /** @type {number[]} */
  const origin = []; // index in folded → index in text
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) origin.push(at);
    folded += part;
    at += character.length;
  }
  origin.push(at);
  const words = new Set(
    (fold([...query].slice(0, LONGEST_QUERY).join("")).match(TERM) ?? []).flatMap((term) =>
      isChinese(term) ? [term] : [term, ...term.split(".")],
    ),
  );
  /** @type {[number, number][]} */
  const found = [];
  for (const word of words) {
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1)) {
      const inside = !isChinese(word) && start > 0 && !/[. ]/.test(folded[start - 1]) && !isChinese(folded[start - 1]);
      if (inside) continue;
      const end = origin.findIndex((place, index) => index >= start + word.length && place > origin[start]);
      found.push([origin[start], end < 0 ? at : origin[end]]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.reduce((/** @type {[number, number][]} */ merged, [start, end]) => {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
    return merged;
  }, []);
}
