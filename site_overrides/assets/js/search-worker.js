// The search engine in a worker, so that typing stays smooth: `{id, method, args}` in, `{id, value}` or `{id, error}` out.

import { Engine } from "./search-engine.js";

const engine = new Engine();

self.addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    // @ts-ignore - the methods that search-client.js names
    self.postMessage({ id, value: await engine[method](...args) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
