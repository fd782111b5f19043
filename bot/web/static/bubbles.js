// Draws bubbles. Texts are never read as markup; only addresses become links, and bars bars.

export function element(tag, classes, text) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function dayRule(day) {
  return element("li", "day-rule", day);
}

export function bubble(message, words) {
  const item = element("li", `bubble ${message.ours ? "ours" : "theirs"}`);
  item.append(element("span", "sr-only", words[message.ours ? "web-said-us" : "web-said-you"]));
  if (message.text) item.append(paragraphOf(message.text));
  if (message.file) item.append(fileCard(message.file, words));
  item.append(element("p", "bubble-time", message.time));
  if (message.failed) item.append(problem(words["web-failed"]));
  return item;
}

// A message that the server does not have yet, or just got.
export function pending(entry, words) {
  const item = element("li", `bubble theirs pending ${entry.state}`);
  item.append(element("span", "sr-only", words["web-said-you"]));
  item.append(element("p", "bubble-text", entry.text || entry.label || entry.name));
  if (entry.state === "refused") item.append(problem(entry.problem || words["web-failed"]));
  else item.append(element("p", "bubble-time", words[entry.late ? "web-unsent" : "web-sending"]));
  return item;
}

function problem(sentence) {
  return element("p", "bubble-problem", sentence);
}

function paragraphOf(text) {
  const paragraph = element("p", "bubble-text");
  for (const part of text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|[█░]{5,}(?: \S+)?)/)) {
    if (/^https?:\/\//.test(part)) {
      const link = element("a", "", part);
      Object.assign(link, { href: part, target: "_blank", rel: "noopener noreferrer" });
      paragraph.append(link);
    } else if (/^[█░]{5}/.test(part)) {
      paragraph.append(bar(part));
    } else {
      paragraph.append(part);
    }
  }
  return paragraph;
}

// "███████░░░ 41/52" is how a bar is written where nothing can be drawn. Its number stays beside it.
function bar(text) {
  const [signs] = text.split(" ");
  const line = element("span", "bar-line");
  const whole = line.appendChild(element("span", "bar"));
  whole.setAttribute("aria-hidden", "true");
  const part = whole.appendChild(element("i"));
  part.style.width = `${(100 * (signs.lastIndexOf("█") + 1)) / signs.length}%`;
  line.append(text.slice(signs.length));
  return line;
}

function fileCard(file, words) {
  const card = element(file.url ? "a" : "p", file.picture ? "picture" : "file");
  if (file.picture && file.url) {
    const image = element("img");
    Object.assign(image, { src: file.url, alt: file.name });
    card.append(image);
  } else {
    card.append(element("span", "file-name", file.name));
    if (file.url) card.append(element("span", "file-get", words["web-download"]));
  }
  if (file.url) Object.assign(card, { href: file.url, target: "_blank", rel: "noopener" });
  return card;
}
