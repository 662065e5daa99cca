// Rules: the meaning of a policy, exactly as the Python rules have it. Missing is unknown, never zero or false.

// An exact number of the policy, or of a reader, as digits times a power of ten.
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

// Tell whether a condition holds: true, false, or null when a fact is missing.
function holds([operator, ...rest], facts) {
  if (operator === "all") return every(rest.map((part) => holds(part, facts)));
  if (operator === "any") return negated(every(rest.map((part) => negated(holds(part, facts)))));
  if (operator === "not") return negated(holds(rest[0], facts));
  const fact = facts[rest[0]] ?? null;
  return fact === null ? null : comparisons[operator](fact, rest[1]);
}

// The names of the missing facts that conditions depend on.
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

// Answer a decision: {kind: "decided" | "unknown" | "unstated", outcome, needs, because: cases}.
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

// The day a span after another; days as UTC dates. null: only a calendar or a clock could tell.
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

// The dates of a timer whose event falls on a day: {until, from, by, on}, each a date, or null where none can be told.
function dates(timer, day) {
  const found = {};
  const last = timer.lasts && shifted(day, timer.lasts);
  if (timer.lasts) found.until = last && shifted(last, [-1, "day"]);
  if (timer.earliest) found.from = shifted(day, timer.earliest);
  if (timer.latest) found.by = shifted(day, timer.latest);
  if (timer.before) found.on = shifted(day, [-timer.before[0], timer.before[1]]);
  return found;
}

// What a reader typed as a number of the page's language, in plain digits; null when it is none.
function typedNumber(text, language) {
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const sign = (type) => (parts.find((part) => part.type === type) || { value: "" }).value;
  const zero = (digit) => [...Array(10).keys()].find((back) => !/\p{Nd}/u.test(String.fromCodePoint(digit - back - 1)));
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, "").split(sign("group")).join("").replace(sign("decimal"), ".")
    .replace(/\p{Nd}/gu, (digit) => String(zero(digit.codePointAt(0)) ?? digit));
  return decimal(plain) ? plain : null;
}
