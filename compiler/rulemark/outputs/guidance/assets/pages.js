// Pages: what the parts of a page share.

const root = document.documentElement;
root.classList.add("js");
const language = root.lang;
// the digits and the calendar of the printed page
const numerals = `${language}-u-ca-gregory-nu-latn`;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function read(id) {
  const data = document.getElementById(id);
  return data && data.type === "application/json" ? JSON.parse(data.textContent) : null;
}
const phrases = read("page_phrases") || {};

// A phrase with its placeholders filled, in the plural form that a count needs.
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

// An element with attributes and children; texts stay texts.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const list = (texts, type = "conjunction") => new Intl.ListFormat(language, { type }).format(texts);

// What the reader chose on another page; without storage nothing is remembered.
const memory = {
  get(key) {
    try { return localStorage.getItem(`guidance.${key}`); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(`guidance.${key}`, value); } catch { /* not remembered */ }
  },
};
