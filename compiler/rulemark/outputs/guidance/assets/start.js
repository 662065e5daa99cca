versions();
pivots();
tabs();
languages();
panel();
search();
globalThis.guidanceRules = { decide, holds, needs, dates, typedNumber };
