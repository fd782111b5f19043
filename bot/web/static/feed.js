// Hears what is new: pushed by the server (server-sent events), or asked for where pushing does not work.

const FIRST_EVENT = 8000; // ms; some proxies hold a stream back for ever
const ASK_EVERY = 4000;
const PUSH_AGAIN = 60000;

export class Feed {
  constructor(base, cursor, show) {
    this.base = base;
    this.cursor = cursor;
    this.pushed = 0; // events so far
    this.show = (view) => {
      this.cursor = Math.max(this.cursor, view.cursor);
      show(view);
    };
  }

  // Open the stream; until it speaks, and whenever it falls silent, ask instead.
  follow(signal) {
    this.listen();
    const look = () => document.visibilityState === "visible" && this.refresh();
    document.addEventListener("visibilitychange", look, { signal });
    window.addEventListener("online", look, { signal });
    signal.addEventListener("abort", () => this.stop());
  }

  // One question at a time, and none that was overtaken by an event: an old answer must not be the last.
  async refresh() {
    this.wanted = true;
    if (this.refreshing) return;
    this.refreshing = true;
    while (this.wanted) {
      this.wanted = false;
      const pushed = this.pushed;
      const view = await this.ask();
      if (view && pushed === this.pushed) this.show(view);
    }
    this.refreshing = false;
  }

  async ask() {
    try {
      const response = await fetch(`${this.base}/messages?after=${this.cursor}`, {
        headers: { Accept: "application/json" },
      });
      return response.ok ? await response.json() : null;
    } catch {
      return null; // offline: the next event, the next question or the return of the network brings it
    }
  }

  listen() {
    this.stop();
    const source = new EventSource(`${this.base}/events?after=${this.cursor}`);
    this.source = source;
    this.timer = setTimeout(() => this.poll(), FIRST_EVENT);
    source.addEventListener("messages", (event) => {
      clearTimeout(this.timer);
      this.pushed += 1;
      this.show(JSON.parse(event.data));
    });
    source.addEventListener("error", () => {
      // While the browser tries again by itself (CONNECTING) there is nothing to do.
      if (source.readyState === EventSource.CLOSED) this.poll();
    });
  }

  poll() {
    this.stop();
    this.polling = setInterval(() => this.refresh(), ASK_EVERY);
    this.timer = setTimeout(() => this.listen(), PUSH_AGAIN);
    this.refresh();
  }

  stop() {
    this.source?.close();
    clearInterval(this.polling);
    clearTimeout(this.timer);
  }
}
