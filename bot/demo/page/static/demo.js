// The demo's console: windows of several people, and the clock.

import { element } from "./bubbles.js";
import { mount } from "./chat.js";

const { state: first, words } = JSON.parse(document.getElementById("demo").textContent);
const REMEMBER = "khaibao-demo-open";
const find = (name) => document.querySelector(name);
const cards = new Map([...document.querySelectorAll(".person")].map((card) => [card.dataset.persona, card]));
const windows = new Map(); // persona id → { node, chat, name }
const opening = new Set(); // a second click while the first one is answered opens nothing
const narrow = matchMedia("(max-width: 52rem)");
let state = first;

async function ask(path, body) {
  const response = await fetch(path, {
    method: body ? "POST" : "GET",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function open(id, focus = true) {
  if (opening.has(id)) return;
  if (!windows.has(id)) {
    opening.add(id);
    try {
      windows.set(id, await build(id));
    } catch (error) {
      note(error.message || words["web-demo-failed"]);
      return;
    } finally {
      opening.delete(id);
    }
  }
  show(id, focus);
}

async function build(id) {
  const persona = state.personas.find((one) => one.id === id);
  const { token, chat: name, start } = await ask("/demo/open", { persona: id });
  const base = `/chat/${token}`;
  const view = await ask(`${base}/messages`);
  const node = document.getElementById("window").content.firstElementChild.cloneNode(true);
  node.querySelector(".avatar").replaceWith(cards.get(id).querySelector(".avatar").cloneNode(true));
  node.querySelector("h2").textContent = persona.name;
  node.querySelector("p").textContent = `${persona.role} · ${persona.unit}`;
  node.setAttribute("aria-label", `${persona.role}: ${persona.name}`);
  find(".demo-windows").append(node);
  const chat = mount(node.querySelector(".chat"), {
    base, words, view, start, push: false, onNews: () => mark(id),
  });
  node.querySelector(".chat-form").before(node.querySelector(".window-try"));
  for (const sentence of persona.says) {
    const button = element("button", "try", sentence);
    button.type = "button";
    button.addEventListener("click", () => chat.suggest(sentence));
    node.querySelector(".window-try").append(button);
  }
  node.querySelector(".window-close").addEventListener("click", () => close(id));
  return { node, chat, name };
}

// On a narrow screen one window at a time.
function show(id, focus) {
  for (const [other, { node }] of windows) {
    node.classList.toggle("current", other === id);
    cards.get(other).classList.toggle("current", other === id);
  }
  const { node, chat } = windows.get(id);
  cards.get(id).setAttribute("aria-pressed", "true");
  cards.get(id).querySelector(".person-news").hidden = true;
  find(".demo-welcome").hidden = true;
  chat.toEnd();
  if (!narrow.matches) node.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (focus && matchMedia("(pointer: fine)").matches) chat.focus();
  remember();
}

function close(id) {
  const { node, chat } = windows.get(id);
  chat.close();
  node.remove();
  windows.delete(id);
  cards.get(id).setAttribute("aria-pressed", "false");
  cards.get(id).classList.remove("current");
  cards.get(id).focus();
  const last = [...windows.keys()].pop();
  if (last) show(last, false);
  else find(".demo-welcome").hidden = false;
  remember();
}

function mark(id) {
  const node = windows.get(id)?.node;
  if (node && narrow.matches && !node.classList.contains("current")) {
    cards.get(id).querySelector(".person-news").hidden = false;
  }
}

function remember() {
  try {
    sessionStorage.setItem(REMEMBER, JSON.stringify([...windows.keys()]));
  } catch {
    // Without storage a reload opens the first windows again.
  }
}

function remembered() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(REMEMBER));
    if (ids) return ids.filter((id) => cards.has(id));
  } catch {
    // As above.
  }
  return state.personas.filter((persona) => persona.opens_first).map((persona) => persona.id);
}

function showState(next) {
  const moved = next.time !== state.time || next.day !== state.day;
  state = next;
  find(".demo-time").textContent = next.time;
  find(".demo-day").textContent = next.day;
  if (moved) find(".demo-clock").animate?.([{ opacity: 0.4 }, { opacity: 1 }], 400);
  note(next.note);
}

function note(sentence) {
  if (find(".demo-note").textContent !== sentence) find(".demo-note").textContent = sentence;
}

async function move(button) {
  const buttons = document.querySelectorAll(".demo-step");
  for (const one of buttons) one.disabled = true;
  button.classList.add("busy");
  note(words["web-demo-moving"]);
  try {
    showState(await ask("/demo/clock", { by: button.dataset.by }));
  } catch (error) {
    note(error.message || words["web-demo-failed"]);
  }
  for (const one of buttons) one.disabled = false;
  button.classList.remove("busy");
  button.focus();
}

for (const [id, card] of cards) card.addEventListener("click", () => open(id));
for (const button of document.querySelectorAll(".demo-step")) button.addEventListener("click", () => move(button));

const events = new EventSource("/demo/events");
events.addEventListener("state", (event) => showState(JSON.parse(event.data)));
events.addEventListener("chat", (event) => {
  const { chat } = JSON.parse(event.data);
  for (const one of windows.values()) if (one.name === chat) one.chat.refresh();
});
// What happened while the stream was broken.
events.addEventListener("open", () => windows.forEach(({ chat }) => chat.refresh()));

note(state.note);
(async () => {
  const ids = remembered();
  for (const id of ids) await open(id, false);
  if (ids.length) show(ids[0], !narrow.matches);
})();
