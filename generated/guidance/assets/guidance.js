"use strict";
(() => {
const root = document.documentElement;
root.classList.add("js");
const language = root.lang;
const numerals = `${language}-u-ca-gregory-nu-latn`; // the digits and the calendar of the printed page
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
function read(id) {
const data = document.getElementById(id);
return data && data.type === "application/json" ? JSON.parse(data.textContent) : null;
}
const phrases = read("page_phrases") || {};
function say(key, values = {}) {
const phrase = phrases[key] ?? key;
let text = phrase;
if (typeof phrase === "object") {
const exact = values.count === 0 && phrase.zero;
text = exact || phrase[new Intl.PluralRules(language).select(values.count)] || phrase.other;
values = { ...values, count: new Intl.NumberFormat(numerals).format(values.count) };
}
return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
function make(tag, attributes = {}, ...children) {
const element = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
element.append(...children);
return element;
}
const list = (texts, type = "conjunction") => new Intl.ListFormat(language, { type }).format(texts);
const memory = {
get(key) {
try { return localStorage.getItem(`guidance.${key}`); } catch { return null; }
},
set(key, value) {
try { localStorage.setItem(`guidance.${key}`, value); } catch { /* not remembered */ }
},
};
function decimal(text) {
const [, sign, whole, fraction = ""] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) || [];
return whole === undefined ? null : { digits: BigInt(sign + whole + fraction), places: fraction.length };
}
function order(left, right) {
const [a, b] = [decimal(left), decimal(right)];
if (!a || !b) return left < right ? -1 : Number(left > right);
const places = Math.max(a.places, b.places);
const [x, y] = [a, b].map((number) => number.digits * 10n ** BigInt(places - number.places));
return x < y ? -1 : Number(x > y);
}
const same = (fact, literal) => (typeof fact === "string" ? order(fact, String(literal)) === 0 : fact === literal);
const comparisons = {
lt: (fact, literal) => order(fact, literal) < 0,
le: (fact, literal) => order(fact, literal) <= 0,
gt: (fact, literal) => order(fact, literal) > 0,
ge: (fact, literal) => order(fact, literal) >= 0,
eq: same,
ne: (fact, literal) => !same(fact, literal),
between: (fact, [low, high]) => order(fact, low) >= 0 && order(fact, high) <= 0,
in: (fact, options) => options.some((option) => same(fact, option)),
};
const negated = (truth) => (truth === null ? null : !truth);
const every = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
function holds([operator, ...rest], facts) {
if (operator === "all") return every(rest.map((part) => holds(part, facts)));
if (operator === "any") return negated(every(rest.map((part) => negated(holds(part, facts)))));
if (operator === "not") return negated(holds(rest[0], facts));
const fact = facts[rest[0]] ?? null;
return fact === null ? null : comparisons[operator](fact, rest[1]);
}
function needs(conditions, facts) {
const found = new Set();
for (const [operator, ...rest] of conditions) {
if (["all", "any", "not"].includes(operator)) {
const open = rest.filter((part) => holds(part, facts) === null);
for (const name of needs(open, facts)) found.add(name);
} else if ((facts[rest[0]] ?? null) === null) {
found.add(rest[0]);
}
}
return [...found];
}
function decide({ cases }, facts) {
let pending = [];
for (const group of ["exception", "case", "otherwise"]) {
const ranked = cases.filter((item) => item.group === group).map((item) => [item, holds(item.when, facts)]);
const certain = ranked.filter(([, truth]) => truth).map(([item]) => item);
const differ = new Set(certain.map((item) => item.then)).size > 1;
if (differ && !pending.length) return { kind: "unstated", because: certain };
pending = [...pending, ...ranked.filter(([, truth]) => truth === null).map(([item]) => item)];
if (!certain.length) continue;
if (pending.some((item) => item.then !== certain[0].then)) return waiting(pending, facts);
return { kind: "decided", outcome: certain[0].then, because: [certain[0]] };
}
return pending.length ? waiting(pending, facts) : { kind: "unstated", because: cases };
}
function waiting(pending, facts) {
return { kind: "unknown", needs: needs(pending.map((item) => item.when), facts), because: pending };
}
function shifted(day, [count, unit]) {
const date = new Date(day);
if (unit === "day" || unit === "week") {
date.setUTCDate(date.getUTCDate() + count * (unit === "week" ? 7 : 1));
return date;
}
if (unit !== "month" && unit !== "year") return null;
const months = date.getUTCMonth() + count * (unit === "year" ? 12 : 1);
const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
return new Date(Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last)));
}
function dates(timer, day) {
const found = {};
const last = timer.lasts && shifted(day, timer.lasts);
if (timer.lasts) found.until = last && shifted(last, [-1, "day"]);
if (timer.earliest) found.from = shifted(day, timer.earliest);
if (timer.latest) found.by = shifted(day, timer.latest);
if (timer.before) found.on = shifted(day, [-timer.before[0], timer.before[1]]);
return found;
}
function typedNumber(text, language) {
const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
const sign = (type) => (parts.find((part) => part.type === type) || { value: "" }).value;
const zero = (digit) => [...Array(10).keys()].find((back) => !/\p{Nd}/u.test(String.fromCodePoint(digit - back - 1)));
const plain = text.trim().replace(/[\s\u00a0\u202f]/g, "").split(sign("group")).join("").replace(sign("decimal"), ".")
.replace(/\p{Nd}/gu, (digit) => String(zero(digit.codePointAt(0)) ?? digit));
return decimal(plain) ? plain : null;
}
const switched = new EventTarget();
let version = "";
function versions() {
const form = one(".versions");
if (!form) return;
form.hidden = false;
const known = all("input", form).map((input) => input.value);
const asked = new URLSearchParams(location.search).get("view");
const choice = [asked, memory.get("view")].find((name) => name && known.includes(name.toLowerCase()));
showVersion(choice ? choice.toLowerCase() : "", form);
form.addEventListener("change", (event) => {
showVersion(event.target.value, form);
memory.set("view", version);
const address = new URL(location);
if (version) address.searchParams.set("view", version);
else address.searchParams.delete("view");
try { history.replaceState(null, "", address); } catch { /* pages opened from disk keep their address */ }
});
}
function showVersion(name, form) {
version = name;
for (const input of all("input", form)) input.checked = input.value === name;
const parts = all(".article [data-versions], .promises [data-versions]");
for (const part of parts) part.hidden = Boolean(name) && !part.dataset.versions.split(" ").includes(name);
const hidden = parts.filter((part) => part.hidden && part.closest(".article")).length;
one(".versions-hidden", form).textContent = name ? say("hidden_parts", { count: hidden }) : "";
switched.dispatchEvent(new Event("version"));
}
function pivots() {
const parts = all(".article [data-pivots]");
const names = [...new Set(parts.flatMap((part) => part.dataset.pivots.split(" ")))];
if (names.length < 2) return;
const select = make("select", {}, ...names.map((name) => make("option", { value: name }, name)));
const show = () => {
for (const part of parts) part.hidden = !part.dataset.pivots.split(" ").includes(select.value);
memory.set("pivot", select.value);
};
if (names.includes(memory.get("pivot"))) select.value = memory.get("pivot");
select.addEventListener("change", show);
one(".article").before(make("p", { class: "pivot" }, make("label", {}, say("choose_tab"), " ", select)));
show();
}
function tabs() {
const groups = all(".tabs").map((group) => ({ group, tabs: all(":scope > .tab", group), buttons: [] }));
for (const { group, tabs: panels, buttons } of groups) {
const bar = make("div", { role: "tablist", "aria-label": say("choose_tab") });
for (const panel of panels) {
if (buttons.some((button) => button.dataset.tab === panel.dataset.tab)) continue;
const title = one(".tab-title", panel);
const id = `${panel.id}_title`;
const button = make("button", { type: "button", role: "tab", id, "data-tab": panel.dataset.tab }, title.textContent);
buttons.push(button);
bar.append(button);
button.addEventListener("click", () => showTab(groups, panel.dataset.tab));
}
for (const panel of panels) {
const owner = buttons.find((button) => button.dataset.tab === panel.dataset.tab);
for (const [name, value] of [["role", "tabpanel"], ["tabindex", "0"], ["aria-labelledby", owner.id]]) panel.setAttribute(name, value);
one(".tab-title", panel).parentElement.hidden = true;
}
bar.addEventListener("keydown", (event) => moveTab(event, buttons));
group.prepend(bar);
showTab(groups, buttons[0].dataset.tab);
}
}
function showTab(groups, name) {
for (const { buttons } of groups) {
if (!buttons.some((button) => button.dataset.tab === name)) continue;
for (const button of buttons) {
const chosen = button.dataset.tab === name;
button.setAttribute("aria-selected", chosen);
button.tabIndex = chosen ? 0 : -1;
}
}
const chosen = all('[role=tab][aria-selected="true"]').map((button) => button.dataset.tab);
for (const { tabs: panels } of groups) {
for (const panel of panels) {
const { tab, condition } = panel.dataset;
panel.hidden = !chosen.includes(tab) || Boolean(condition && !chosen.some((item) => item.split(" ").includes(condition)));
}
}
}
function moveTab(event, buttons) {
const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (root.dir === "rtl" ? -1 : 1);
const now = buttons.indexOf(document.activeElement);
const next = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : (now + step + buttons.length) % buttons.length;
if (Number.isNaN(next) || now < 0) return;
event.preventDefault();
buttons[next].focus();
buttons[next].click();
}
function languages() {
const menu = one(".languages details");
if (!menu) return;
for (const link of all("a", menu)) {
link.addEventListener("click", () => {
const address = new URL(link.href);
if (version) address.searchParams.set("view", version);
address.hash = section();
link.href = address.href;
});
}
document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
menu.addEventListener("keydown", (event) => {
if (event.key !== "Escape") return;
menu.open = false;
one("summary", menu).focus();
});
}
function section() {
const headings = all(".article :is(h2, h3, h4)[id]");
const asked = headings.find((heading) => `#${heading.id}` === decodeURIComponent(location.hash));
const top = (heading) => heading.getBoundingClientRect().top;
if (asked && top(asked) >= 0 && top(asked) < innerHeight) return asked.id;
const passed = headings.filter((heading) => top(heading) < innerHeight / 2);
return passed.length && scrollY > 0 ? passed[passed.length - 1].id : "";
}
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
function quotes(elements, mark = false) {
const seen = new Set();
return elements.filter(({ said }) => said && !seen.has(said) && seen.add(said)).map(({ said, quote }) => {
const pieces = all(".said").filter((piece) => piece.dataset.said === said);
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
const spaceless = new RegExp("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u309f" +
"\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3fffd}]+", "gu");
const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
function words(text) {
const letters = text.toLowerCase().normalize("NFKD").replace(marks, "");
const folded = letters.normalize("NFC");
const found = [];
for (const run of folded.match(spaceless) || []) {
const pairs = [...run];
if (pairs.length === 1) found.push(run);
for (let i = 0; i + 1 < pairs.length; i += 1) found.push(pairs[i] + pairs[i + 1]);
}
return [...found, ...(folded.replace(spaceless, " ").match(/[\p{L}\p{N}]+/gu) || [])];
}
let index = null;
globalThis.guidanceIndex = (data) => { index = data; };
function find(query) {
const asked = words(query);
const scores = asked.map((word, place) => {
const score = new Map();
const open = place === asked.length - 1;
index.words.forEach((known, at) => {
if (known !== word && !(open && known.startsWith(word))) return;
let section = 0;
for (const step of index.at[at].split(" ")) {
section += parseInt(step, 36);
score.set(section, Math.max(score.get(section) || 0, known === word ? 2 : 1));
}
});
return score;
});
if (!scores.length) return [];
const both = [...scores[0].keys()].filter((section) => scores.every((score) => score.has(section)));
const weight = (section) => {
const [page, , title] = index.sections[section];
const named = new Set(words(`${title} ${index.pages[page][1]}`));
return asked.reduce((sum, word, i) => sum + scores[i].get(section) + (named.has(word) ? 4 : 0), 0);
};
return both.map((section) => [section, weight(section)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
function search() {
const form = one(".search");
if (!form) return;
form.hidden = false;
const [field, results, status] = [one("input", form), one("ul", form), one("[role=status]", form)];
const load = () => {
if (index || one("script[data-search]")) return;
const script = make("script", { src: form.dataset.index, "data-search": "" });
script.addEventListener("load", () => list());
document.head.append(script);
};
const list = () => {
const query = field.value.trim();
if (!index || !query) return close();
const found = find(query);
results.replaceChildren(...found.slice(0, 12).map(([section]) => entry(section, form.dataset.base)));
results.hidden = !found.length;
status.textContent = found.length ? say("search_results", { count: found.length }) : say("search_none", { query });
};
const close = () => { results.hidden = true; status.textContent = ""; };
form.addEventListener("focusin", load);
field.addEventListener("input", () => { load(); list(); });
field.addEventListener("keydown", (event) => { if (event.key === "Enter") one("a", results)?.click(); });
form.addEventListener("keydown", (event) => walk(event, field, all("a", results), close));
document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
}
function entry(section, base) {
const [page, anchor, title] = index.sections[section];
const [href, name] = index.pages[page];
const link = make("a", { href: base + href + (anchor ? `#${anchor}` : "") }, make("span", {}, name));
if (title && title !== name) link.append(make("small", {}, title));
return make("li", {}, link);
}
function walk(event, field, links, close) {
if (event.key === "Escape") { close(); field.focus(); return; }
const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
if (!step || !links.length) return;
event.preventDefault();
const next = links.indexOf(document.activeElement) + step;
(next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
}
versions();
pivots();
tabs();
languages();
panel();
search();
globalThis.guidanceRules = { decide, holds, needs, dates, typedNumber };
})();
