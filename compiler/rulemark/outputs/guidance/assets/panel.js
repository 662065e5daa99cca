// Panel: what the policy means for one reader.

function panel() {
  const model = read("page_policy");
  const form = one(".for-me");
  if (!model || !form) return;
  form.hidden = false;
  const answer = () => show(model, form, facts(model, form));
  form.addEventListener("input", answer);
  form.addEventListener("change", answer);
  one("button", form)?.addEventListener("click", () => {
    for (const field of fields(form)) field.value = "";
    answer();
  });
  switched.addEventListener("version", answer);
  answer();
}

const fields = (form) => all("[data-input], [data-event]", form);

// What the reader entered: facts by name, days by event, and the names of what can't be read.
function facts(model, form) {
  const found = { facts: { "@moniker": version || null }, days: {}, wrong: [] };
  for (const field of all("[data-input]", form)) {
    const name = field.dataset.input;
    const value = field.value.trim() ? fact(model.inputs[name], field.value) : null;
    const invalid = value === undefined || field.validity.badInput;
    field.setAttribute("aria-invalid", invalid);
    if (invalid) found.wrong.push(name);
    found.facts[name] = invalid ? null : value;
  }
  for (const field of all("[data-event]", form)) {
    if (field.value) found.days[field.dataset.event] = new Date(`${field.value}T00:00:00Z`);
  }
  return found;
}

// A fact of an input's type; undefined when it lies outside its domain.
function fact(input, text) {
  if (input.type === "boolean") return text === "true";
  if (input.type === "choice" || input.type === "date") return text;
  const number = typedNumber(text, numerals);
  if (number === null || (input.type === "integer" && decimal(number).places)) return undefined;
  const low = input.minimum !== undefined && order(number, input.minimum) < 0;
  return low || (input.maximum !== undefined && order(number, input.maximum) > 0) ? undefined : number;
}

const label = (model, name) => (name === "@moniker" ? say("version") : model.inputs[name].label);

function show(model, form, entered) {
  for (const shown of all(".said.shown")) shown.classList.remove("shown");
  const parts = [
    ...model.decisions.map((decision) => decisionAnswer(model, decision, entered)),
    ...deadlines(model, entered),
    ...duties(model, entered),
    ...steps(model, entered),
  ];
  one(".answers", form).replaceChildren(...parts);
}

function decisionAnswer(model, decision, { facts: known, wrong }) {
  const read = decision.cases.flatMap((item) => needs([item.when], {}));
  const bad = wrong.filter((name) => read.includes(name));
  const found = decide(decision, known);
  const box = make("section", { class: `answer ${bad.length ? "invalid" : found.kind}` }, make("h3", {}, decision.title));
  const names = (inputs) => ({ inputs: list(inputs.map((name) => label(model, name))) });
  if (bad.length) box.append(make("p", { class: "outcome" }, say("answer_invalid", names(bad))));
  else if (found.kind === "unknown") box.append(make("p", { class: "outcome" }, say("answer_unknown", names(found.needs))));
  else if (found.kind === "unstated") box.append(make("p", { class: "outcome" }, say("answer_unstated")), ...quotes(found.because));
  else box.append(make("p", { class: "outcome" }, decision.outcomes[found.outcome]), ...hedges(found.because[0]), ...quotes(found.because, true));
  return box;
}

function hedges(element) {
  return element.hedges.map((words) => make("span", { class: "hedge" }, words));
}

// The sentences behind an answer; with `mark` they are highlighted in the article.
function quotes(elements, mark = false) {
  const seen = new Set();
  return elements.filter(({ said }) => said && !seen.has(said) && seen.add(said)).map(({ said, quote }) => {
    const pieces = all(".said").filter((piece) => (piece.id || piece.dataset.said) === said);
    if (mark) for (const piece of pieces) piece.classList.add("shown");
    const text = quote || pieces.map((piece) => piece.textContent).join("");
    return make("blockquote", {}, make("p", {}, make("a", { href: `#${said}` }, text)));
  });
}

function deadlines(model, { facts: known, days }) {
  const day = new Intl.DateTimeFormat(numerals, { dateStyle: "long", timeZone: "UTC" });
  const rows = model.timers.filter((timer) => days[timer.event] && holds(timer.when, known) !== false).map((timer) => {
    const told = Object.entries(dates(timer, days[timer.event])).filter(([, date]) => date);
    const words = told.map(([kind, date]) => say(`${kind}_date`, { date: day.format(date) }));
    const missing = needs([timer.when], known).map((name) => label(model, name));
    const row = make("li", {}, make("strong", {}, words.length ? list(words, "unit") : timer.words), ...hedges(timer));
    if (missing.length) row.append(make("span", { class: "hedge" }, say("depends_on", { inputs: list(missing) })));
    row.append(...quotes([timer], true));
    return row;
  });
  return group(say("timers"), rows, "deadlines");
}

function duties(model, { facts: known }) {
  const rows = model.duties.filter((duty) => holds(duty.when, known)).map((duty) =>
    make("li", {}, make("span", { class: "tag" }, say(`duty_${duty.kind}`)), " ", ...quotes([duty], true)));
  return group(say("answer_duties"), rows, "mine");
}

function steps(model, { facts: known }) {
  return model.procedures.filter((item) => holds(item.when, known)).map((item) =>
    make("section", { class: "answer steps" }, make("h3", {}, say("answer_steps"), " · ", make("a", { href: `#${item.anchor}` }, item.title)),
      make("ol", {}, ...item.steps.map((text) => make("li", {}, text)))));
}

function group(title, rows, kind) {
  return rows.length ? [make("section", { class: `answer ${kind}` }, make("h3", {}, title), make("ul", {}, ...rows))] : [];
}
