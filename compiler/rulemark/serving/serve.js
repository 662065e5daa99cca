// Served by `rulemark serve` only: reloads the page after a build and shows what was found. Everything is set as text.
"use strict";

(() => {
  const STYLE = `
    :host { all: initial; }
    details { position: fixed; inset-block-end: 0.75rem; inset-inline-end: 0.75rem; z-index: 2147483647;
      max-inline-size: min(40rem, calc(100vw - 1.5rem)); max-block-size: 60vh; overflow: auto; box-sizing: border-box;
      padding: 0.5rem 0.75rem; border: 1px solid #8886; border-inline-start: 0.3rem solid #b45309; border-radius: 0.4rem;
      font: 0.875rem/1.45 system-ui, sans-serif; color: CanvasText; background: Canvas; color-scheme: light dark; }
    details.error { border-inline-start-color: #b91c1c; }
    details.clean { border-inline-start-color: #15803d; }
    summary { cursor: pointer; font-weight: 600; }
    ul { margin: 0.4rem 0 0; padding: 0; list-style: none; }
    li { margin-block: 0.4rem; }
    p { margin: 0.4rem 0 0; }
    code { font: 0.8125rem ui-monospace, monospace; overflow-wrap: anywhere; }
    .help { opacity: 0.8; }
    @media print { details { display: none; } }
  `;
  let source = null;
  let build = null;
  let box = null;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function finding({ place, code, severity, message, help }) {
    const item = element("li");
    item.append(element("code", place), ` ${severity} ${code}: ${message}`);
    if (help) item.append(element("p", help, "help"));
    return item;
  }

  function frame() {
    if (box) return box;
    const host = element("rulemark-findings");
    host.lang = "en";
    host.dir = "ltr";
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    box = element("details");
    box.setAttribute("role", "status");
    root.append(box);
    document.body.append(host);
    return box;
  }

  function heading({ findings, error }) {
    if (error) return "Not built";
    return findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  }

  function show(state) {
    const quiet = !state.error && !state.findings.length;
    if (quiet && !box) return;
    const details = frame();
    details.className = state.error ? "error" : quiet ? "clean" : "";
    if (state.error) details.open = true;
    const parts = [element("summary", quiet ? "No findings" : heading(state))];
    if (state.error) parts.push(element("p", state.error));
    if (state.findings.length) {
      const list = element("ul");
      list.append(...state.findings.map(finding));
      parts.push(list);
    }
    details.replaceChildren(...parts);
  }

  function receive(event) {
    const state = JSON.parse(event.data);
    if (build !== null && state.build !== build) {
      location.reload();
      return;
    }
    build = state.build;
    show(state);
  }

  // A hidden tab lets go of its connection: browsers keep only six to one server. What it missed it hears on return.
  function listen() {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/_rulemark/events");
      source.addEventListener("state", receive);
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
