// One conversation in one element: what was said, the buttons of the newest question, the input.

import { bubble, dayRule, element, pending } from "./bubbles.js";
import { Feed } from "./feed.js";
import { Outbox } from "./outbox.js";

const MOST_FILE_BYTES = 5 * 1024 * 1024;
const NEAR_THE_END = 80; // px: who reads further up is not dragged down
const ABOVE = 12; // px between the edge and a message that begins there

// `view` is what was said so far, `start` an invite code to begin with. With `push: false` nothing is
// followed: whoever mounts calls `refresh` when there is news. `onNews` hears of messages from us.
export function mount(root, { base, words, view, start = "", push = true, onNews = () => {} }) {
  const find = (name) => root.querySelector(name);
  const log = find(".chat-log");
  const list = find(".chat-messages");
  const choices = find("div.chat-choices");
  const form = find(".chat-form");
  const input = form.elements.text;
  const messages = new Map(); // id → { message, node }
  const ended = new AbortController();
  let question = null;
  let waiting = false;
  let atEnd = true; // what comes next is shown by itself
  let end = 0; // where the log was scrolled to
  let toTheLast = false; // whoever has just said something looks at the last line

  const outbox = new Outbox(base, drawPending);
  const feed = new Feed(base, view.cursor, show);

  function show(next) {
    let news = 0;
    for (const message of next.messages) {
      const known = messages.get(message.id);
      if (known && JSON.stringify(known.message) === JSON.stringify(message)) continue;
      const node = bubble(message, words);
      known?.node.replaceWith(node);
      messages.set(message.id, { message, node });
      if (message.ours) news += 1;
    }
    if (news) toTheLast = false;
    outbox.seen(next.messages.map((message) => message.key).filter(Boolean));
    waiting = next.waiting;
    question = next.question;
    drawMessages();
    drawChoices();
    drawPending();
    if (news) onNews(news);
  }

  // Puts every node in its place and touches none that is there already: a log that moves is read twice.
  function drawMessages() {
    const sorted = [...messages.values()].sort((one, other) => compare(one.message.order, other.message.order));
    let place = list.firstChild;
    let day = "";
    const put = (node) => {
      if (node === place) place = place.nextSibling;
      else list.insertBefore(node, place);
    };
    for (const { message, node } of sorted) {
      if (message.day !== day) {
        day = message.day;
        if (place?.className === "day-rule" && place.textContent === day) place = place.nextSibling;
        else put(dayRule(day));
      }
      put(node);
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
  }

  function drawChoices() {
    const message = messages.get(question)?.message;
    const drawn = message ? message.id + JSON.stringify(message.choices) : "";
    if (choices.dataset.drawn !== drawn) {
      choices.dataset.drawn = drawn;
      choices.replaceChildren(
        ...(message?.choices || []).map(({ label, action }) => {
          const button = element("button", "choice", label);
          button.type = "button";
          button.addEventListener("click", (event) => tap(button, { label, action }, event));
          return button;
        }),
      );
    }
    choices.hidden = !message;
  }

  function drawPending() {
    const late = outbox.cut || !navigator.onLine;
    const items = outbox.items.filter((item) => !item.hidden || (late && item.label) || item.state === "refused");
    find(".chat-pending").replaceChildren(...items.map((item) => pending({ ...item, late }, words)));
    const unsent = outbox.items.some((item) => item.state === "waiting");
    const tapped = outbox.items.find((item) => item.action && item.state === "waiting");
    if (!tapped && !waiting) for (const button of choices.children) release(button);
    find(".chat-typing").hidden = late || !(waiting || unsent || outbox.items.some((item) => item.state === "sent"));
    find(".chat-banner").hidden = !late;
    find(".chat-banner").textContent = late ? words["web-offline"] : "";
    if (atEnd) toEnd();
    else showEdge();
  }

  function release(button) {
    button.disabled = false;
    button.classList.remove("tapped");
  }

  function tap(button, { label, action }, event) {
    for (const other of choices.children) other.disabled = true;
    button.classList.add("tapped");
    outbox.add({ label, action, ref: question.slice(1), hidden: true });
    toEnd(true);
    // On a phone the keyboard would cover what comes next; whoever uses a keyboard goes on typing.
    if (event.detail === 0 || matchMedia("(pointer: fine)").matches) input.focus();
  }

  function say(text) {
    outbox.add({ text });
    input.value = "";
    fit();
    toEnd(true);
  }

  function sendFile(file) {
    const item = { name: file.name, file };
    if (file.size > MOST_FILE_BYTES) {
      outbox.items.push({ ...item, state: "refused", problem: words["web-error-too-large"] });
      drawPending();
    } else {
      outbox.add(item);
    }
    toEnd(true);
  }

  function fit() {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight + 2, 144)}px`;
  }

  // To the last line, but never past the beginning of the newest message from us.
  function toEnd(last = toTheLast) {
    toTheLast = last;
    const newest = find(".chat-pending .bubble") ? null : list.lastElementChild;
    end = log.scrollHeight - log.clientHeight;
    if (!last && newest?.classList.contains("ours")) end = Math.min(end, newest.offsetTop - ABOVE);
    log.scrollTop = end;
    atEnd = true;
    showEdge();
  }

  function showEdge() {
    find(".chat-down").hidden = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
  }

  const listen = (target, kind, act) => target.addEventListener(kind, act, { signal: ended.signal });

  listen(form, "submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) say(input.value.trim());
    input.focus();
  });
  listen(input, "input", fit);
  listen(input, "keydown", (event) => {
    if (event.isComposing) return; // an input method is still putting the accents on
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "ArrowUp" && !input.value && !choices.hidden) {
      event.preventDefault();
      choices.firstElementChild?.focus();
    }
  });
  listen(choices, "keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...choices.children];
    const next = buttons.indexOf(document.activeElement) + step;
    (buttons[next] || input).focus();
  });
  listen(form.elements.file, "change", () => {
    for (const file of form.elements.file.files) sendFile(file);
    form.elements.file.value = "";
    input.focus();
  });
  listen(log, "scroll", () => {
    atEnd = log.scrollTop > end - NEAR_THE_END;
    showEdge();
  });
  listen(find(".chat-down"), "click", () => toEnd(true));
  listen(window, "online", () => outbox.flush());
  listen(window, "offline", drawPending);

  // A picture that has loaded, a keyboard that came up: whoever was at the end stays there.
  const sizes = new ResizeObserver(() => atEnd && toEnd());
  for (const part of [log, list]) sizes.observe(part);

  list.replaceChildren();
  input.value = "";
  log.setAttribute("aria-busy", "true"); // what was said before is not read out again
  show(view);
  log.removeAttribute("aria-busy");
  toEnd();
  if (start && !view.messages.length && !outbox.items.length) outbox.add({ text: `/start ${start}`, hidden: true });
  outbox.flush();
  if (push) feed.follow(ended.signal);

  return {
    refresh: () => feed.refresh(),
    close() {
      ended.abort();
      sizes.disconnect();
    },
    suggest(text) {
      input.value = text;
      fit();
      input.focus();
    },
    focus: () => input.focus(),
    toEnd: () => toEnd(),
  };
}

function compare(one, other) {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i] - other[i];
  return 0;
}
