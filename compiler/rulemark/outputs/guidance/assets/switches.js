// Switches: versions, pivots, tabs, languages. Without scripts every part is shown.

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

// The same section in another language, for the same version.
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

// The section that is being read: the one asked for while it is in sight, else the last one above the middle.
function section() {
  const headings = all(".article :is(h2, h3, h4)[id]");
  const asked = headings.find((heading) => `#${heading.id}` === decodeURIComponent(location.hash));
  const top = (heading) => heading.getBoundingClientRect().top;
  if (asked && top(asked) >= 0 && top(asked) < innerHeight) return asked.id;
  const passed = headings.filter((heading) => top(heading) < innerHeight / 2);
  return passed.length && scrollY > 0 ? passed[passed.length - 1].id : "";
}
