// Reads the index that generator/site/search.py writes: which words stand where. What is loaded once is kept.

import { isChinese } from "./tokens.js";

/**
 * @typedef {object} Manifest  index.json
 * @property {number} documents
 * @property {string} key  the folder of everything else
 * @property {[string, string, number][]} kinds  kind, its name, how many documents; in the order of their numbers
 * @property {[number, number][]} names  where the shelves for names begin and end
 * @property {number} titleEnds
 * @property {number} slot  places to a slot
 * @property {number[]} long  slots that go on with the document of the slot before
 * @property {string[][]} chunks  for every part the first tokens of its chunks
 */
/** @typedef {{address: string, title: string, summary?: string, kind: string, status?: string, tone?: string, example?: boolean}} Card */
/** @typedef {Map<number, number[]>} Places  a document's number → where in it */

const MOST = 12; // chunks that are loaded for words that begin alike
const SEVEN = 7; // bits of a number in each byte
const LOW = 127;

export class Index {
  /**
   * @param {string} base  the index's folder for one language, absolute, with a trailing slash
   * @param {Manifest} manifest
   */
  constructor(base, manifest) {
    this.manifest = manifest;
    this.folder = `${base}${manifest.key}/`;
    this.chunks = manifest.chunks.flatMap((firsts, part) => firsts.map((first, number) => ({ first, name: `${part}-${number}` })));
    /** @type {Map<string, Promise<Map<string, Uint8Array>>>} name of a chunk → token → its numbers */
    this.loaded = new Map();
    const slots = manifest.documents + manifest.long.length;
    const long = new Set(manifest.long);
    this.owners = new Uint32Array(slots); // slot → number of its document
    this.begins = new Uint32Array(slots); // slot → first place of its document
    let documents = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      const goesOn = long.has(slot);
      if (!goesOn) documents += 1;
      this.owners[slot] = documents - 1;
      this.begins[slot] = goesOn ? this.begins[slot - 1] : slot * manifest.slot;
    }
  }

  /** @param {string} base */
  static async open(base) {
    const reply = await fetch(`${base}index.json`, { cache: "no-cache" });
    if (!reply.ok) throw new Error("missing");
    return new Index(base, await reply.json());
  }

  /**
   * Where words stand one after the other; with `prefix` where words begin like the only one.
   * @param {import("./tokens.js").Search} search
   * @returns {Promise<Places>}
   */
  async find({ words, prefix }) {
    /** @type {Places} */
    const found = new Map();
    for (const place of prefix ? await this.beginning(words[0]) : await this.row(words)) {
      const slot = Math.floor(place / this.manifest.slot);
      const places = found.get(this.owners[slot]);
      if (places) places.push(place - this.begins[slot]);
      else found.set(this.owners[slot], [place - this.begins[slot]]);
    }
    return found;
  }

  /**
   * The documents with a value of a facet.
   * @param {string} facet
   * @param {string} value
   */
  async having(facet, value) {
    return new Set(await this.list(`\u0001${facet}\u0001${value}`));
  }

  /** @param {number} number @returns {Promise<Card>} */
  async card(number) {
    return (await this.fetched(`cards/${number}.json`)).json();
  }

  /** @param {string} path */
  async fetched(path) {
    const reply = await fetch(this.folder + path);
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    return reply;
  }

  /**
   * Of a run of Chinese every second pair is enough, and the last: tokens.py says why.
   * @param {string[]} words
   */
  async row(words) {
    const places = [...words.keys()].filter((at) => !isChinese(words[at]) || at % 2 === 0 || at === words.length - 1);
    const lists = await Promise.all(places.map((at) => this.list(words[at])));
    return lists.reduce((begins, list, index) => {
      let at = 0;
      return begins.filter((begin) => {
        while (list[at] < begin + places[index]) at += 1;
        return list[at] === begin + places[index];
      });
    });
  }

  /** @param {string} start */
  async beginning(start) {
    const from = Math.max(0, this.at(start));
    const names = [];
    for (let at = from; at < this.chunks.length && names.length < MOST; at += 1) {
      const { first, name } = this.chunks[at];
      if (at > from && !first.startsWith(start)) break;
      names.push(name);
    }
    const chunks = await Promise.all(names.map((name) => this.chunk(name)));
    const lists = chunks.flatMap((chunk) => [...chunk].filter(([token]) => token.startsWith(start)).map(([, bytes]) => numbers(bytes)));
    return Uint32Array.from(lists.flatMap((list) => [...list])).sort();
  }

  /** @param {string} token */
  async list(token) {
    const at = this.at(token);
    const bytes = at < 0 ? undefined : (await this.chunk(this.chunks[at].name)).get(token);
    return bytes ? numbers(bytes) : new Uint32Array();
  }

  /**
   * The chunk that would hold a token: the last that does not begin after it.
   * @param {string} token
   */
  at(token) {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.chunks[middle].first <= token) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** @param {string} name */
  chunk(name) {
    let loading = this.loaded.get(name);
    if (!loading) {
      loading = this.fetched(`chunks/${name}.bin`).then(async (reply) => parsed(new Uint8Array(await reply.arrayBuffer())));
      this.loaded.set(name, loading);
      loading.catch(() => this.loaded.delete(name));
    }
    return loading;
  }
}

/**
 * The tokens of a chunk with the bytes of their numbers. Throws where it does not end as it should.
 * @param {Uint8Array} bytes
 */
function parsed(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  /** @type {Map<string, Uint8Array>} */
  const found = new Map();
  let at = 0;
  const part = () => {
    let [length, shift] = [0, 0];
    do {
      length += (bytes[at] & LOW) << shift;
      shift += SEVEN;
      at += 1;
    } while (bytes[at - 1] > LOW);
    at += length;
    if (!(at <= bytes.length)) throw new Error("damaged");
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) found.set(decoder.decode(part()), part());
  return found;
}

/**
 * The numbers of a token, rising.
 * @param {Uint8Array} bytes
 */
function numbers(bytes) {
  const found = new Uint32Array(bytes.length);
  let [count, last, distance, shift] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    distance += (bytes[at] & LOW) * 2 ** shift;
    shift += SEVEN;
    if (bytes[at] > LOW) continue;
    found[count] = last += distance;
    count += 1;
    [distance, shift] = [0, 0];
  }
  return found.subarray(0, count);
}
