// Works out quotes beside the page, so that a contract of many lines does not hold it up.

import { quote } from "./quote.js";

self.addEventListener("message", (/** @type {MessageEvent} */ event) => {
  try {
    self.postMessage({ quote: quote(event.data.programmes, event.data.request) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
});
