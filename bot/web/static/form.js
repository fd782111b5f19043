// Shows the questions that apply. Without this script all of them are there, each with its condition in
// words, and the server leaves alone what does not apply; so nothing here is needed, and nothing is sent.

const fields = [...document.querySelectorAll("[data-question]")];
const numbers = [...document.querySelectorAll("[data-follows]")]; // in wordings: "Trong 4 người đó"

// What is answered so far, as the server will read it: one question after the other.
function update() {
  const answers = {};
  for (const field of fields) {
    const { question, kind } = field.dataset;
    const condition = field.dataset.if;
    const given = question in answers; // by a choice that answers several questions
    const applies = !condition || truth(JSON.parse(condition), answers) === true;
    field.hidden = !applies || (given && !valueOf(field));
    if (!applies) continue;
    const typed = valueOf(field);
    if (typed === "") continue;
    const chosen = field.querySelector("input:checked");
    if (chosen?.dataset.sets) Object.assign(answers, JSON.parse(chosen.dataset.sets));
    else if (kind === "yes_no" && (typed === "yes" || typed === "no")) answers[question] = typed === "yes";
    else if (kind !== "amount") answers[question] = typed;
    else if (/^[\d.]+$/.test(typed)) answers[question] = Number(typed.replaceAll(".", ""));
  }
  for (const number of numbers) {
    const found = value(JSON.parse(number.dataset.follows), answers);
    number.textContent = found > -1 ? found : "…";
  }
}

function valueOf(field) {
  const control = field.querySelector("input[type=radio]") ? field.querySelector("input:checked") : field.querySelector("input, textarea");
  return control ? control.value.trim() : "";
}

// Kleene's logic, as in `bot/domain/expressions.py`: null is "not known yet".
function truth(node, answers) {
  const [sign, ...parts] = Array.isArray(node) ? node : [];
  if (sign === "and" || sign === "or") {
    const truths = parts.map((part) => truth(part, answers));
    const decisive = sign === "or";
    if (truths.includes(decisive)) return decisive;
    return truths.includes(null) ? null : !decisive;
  }
  if (sign === "not") {
    const inner = truth(parts[0], answers);
    return inner === null ? null : !inner;
  }
  const found = value(node, answers);
  return found === undefined ? null : Boolean(found);
}

const OPERATIONS = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  in: (a, b) => b.includes(a),
  "not in": (a, b) => !b.includes(a),
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
};

function value(node, answers) {
  if (typeof node === "string") return answers[node];
  if (!Array.isArray(node)) return node.is;
  const [sign, ...parts] = node;
  if (sign === "known") return parts[0] in answers;
  if (sign in { and: 1, or: 1, not: 1 }) return truth(node, answers) ?? undefined;
  const sides = parts.map((part) => value(part, answers));
  if (sides.includes(undefined)) return undefined;
  if (sign === "all of") return sides;
  if (sign === "neg") return -sides[0];
  return OPERATIONS[sign](sides[0], sides[1]);
}

document.body.classList.add("scripted");
document.addEventListener("input", update);
document.addEventListener("change", update);
window.addEventListener("pageshow", update); // back from the summary: the browser fills the fields in again
update();
document.getElementById("problems")?.focus();
