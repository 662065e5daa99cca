// Search: an index of our own, in every script, without a service.

const spaceless = new RegExp("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u309f" +
  "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3fffd}]+", "gu");

const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

// The words of a text as the index has them: folded; pairs of characters where a script has no spaces.
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

// Sections that have every word of a query (the last one may be unfinished), best first: [[section, score]].
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
