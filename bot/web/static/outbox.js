// What the person said and the server does not have yet. Texts and taps survive a reload of the page;
// each has a key of its own, so that sending one twice on a bad network is one message.

const TRY_AGAIN = [2, 4, 8, 15, 30]; // seconds

export class Outbox {
  constructor(base, changed) {
    this.base = base;
    this.store = `khaibao${base}`;
    this.changed = changed;
    this.items = this.restore();
    this.tries = 0;
    this.cut = false; // the last try did not reach the server
    this.shown = new Set(); // keys of messages that the server has, also where its word for it was lost
  }

  add(item) {
    this.items.push({ key: randomKey(), state: "waiting", ...item });
    this.save();
    this.flush();
  }

  // The server answers, and shows these messages.
  seen(keys) {
    this.cut = false;
    for (const key of keys) this.shown.add(key);
    this.items = this.items.filter((item) => !this.shown.has(item.key));
  }

  async flush() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    let item;
    while ((item = this.items.find(({ state }) => state === "waiting"))) {
      const wait = await this.post(item);
      this.cut = wait > 0 && this.items.includes(item); // else it arrived, and only its answer was lost
      this.save();
      if (this.cut) {
        this.timer = setTimeout(() => this.flush(), wait * 1000);
        break;
      }
    }
    this.busy = false;
  }

  // Returns 0 when the server has decided, else the seconds to wait before another try.
  async post(item) {
    const request = { method: "POST", headers: { Accept: "application/json" } };
    if (item.file) {
      request.body = new FormData();
      request.body.append("key", item.key);
      request.body.append("file", item.file);
    } else {
      request.headers["Content-Type"] = "application/json";
      request.body = JSON.stringify({ key: item.key, text: item.text, action: item.action, ref: item.ref });
    }
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), item.file ? 120000 : 20000);
    let response;
    try {
      response = await fetch(`${this.base}/messages`, { ...request, signal: stop.signal });
    } catch {
      response = null;
    }
    clearTimeout(patience);
    if (!response || response.status >= 500) {
      return TRY_AGAIN[Math.min(this.tries++, TRY_AGAIN.length - 1)];
    }
    this.tries = 0;
    if (response.status === 429) return Number(response.headers.get("Retry-After")) || 5;
    item.state = response.ok ? "sent" : "refused";
    if (!response.ok) item.problem = (await response.json().catch(() => ({}))).error;
    if (response.ok && (item.hidden || this.shown.has(item.key))) {
      this.items = this.items.filter((other) => other !== item);
    }
    return 0;
  }

  save() {
    const kept = this.items.filter((item) => item.state === "waiting" && !item.file);
    try {
      if (kept.length) localStorage.setItem(this.store, JSON.stringify(kept));
      else localStorage.removeItem(this.store);
    } catch {
      // Private windows may forbid storage: then the queue lives as long as the page.
    }
    this.changed();
  }

  restore() {
    try {
      return JSON.parse(localStorage.getItem(this.store)) || [];
    } catch {
      return [];
    }
  }
}

function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
