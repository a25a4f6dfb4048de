"use strict";
/* The inspector's behaviour. Texts reach the page through textContent alone. */
(() => {
  const root = document.documentElement;
  const words = JSON.parse(document.getElementById("words").textContent);
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const kept = (key) => { try { return localStorage.getItem("svodka." + key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem("svodka." + key, value); } catch { /* private mode */ } };
  const word = (key) => words[root.lang][key] || key;

  function make(tag, className, text, key) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    if (key !== undefined) { element.dataset.t = key; element.textContent = word(key); }
    return element;
  }

  /* language and theme */
  function speak(language) {
    root.lang = language;
    for (const element of $$("[data-t]")) element.textContent = word(element.dataset.t);
    for (const element of $$("[data-t-label]")) element.setAttribute("aria-label", word(element.dataset.tLabel));
    for (const element of $$("[data-t-hint]")) element.placeholder = word(element.dataset.tHint);
    for (const button of $$("[data-language]")) button.setAttribute("aria-pressed", button.dataset.language === language);
    for (const view of views.values()) view.apply();
  }
  function dress(theme) {
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    for (const button of $$("[data-set-theme]")) button.setAttribute("aria-pressed", button.dataset.setTheme === theme);
  }

  /* tables: sorting and searching */
  const collator = new Intl.Collator("ru", { numeric: true });
  function sortBy(header) {
    const table = header.closest("table"), body = table.tBodies[0], column = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of $$("th[aria-sort]", table)) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => row.cells[column].dataset.v ?? row.cells[column].textContent.trim();
    const rows = [...body.rows].map((row) => [value(row), row]);
    const compare = (a, b) => (isNaN(a) || isNaN(b) ? collator.compare(a, b) : a - b);
    rows.sort(([a], [b]) => (a === "") - (b === "") || (down ? -1 : 1) * compare(a, b));
    body.append(...rows.map(([, row]) => row));
  }
  function searchRows(field) {
    const sought = field.value.trim().toLowerCase();
    const scope = field.closest("[data-search]");
    let shown = 0;
    const rows = $$("[data-row]", scope);
    for (const row of rows) {
      row.hidden = Boolean(sought) && !row.textContent.toLowerCase().includes(sought);
      shown += !row.hidden;
    }
    const told = $("[data-told]", scope);
    if (told) told.textContent = sought ? `${word("shown")} ${shown} ${word("of_total")} ${rows.length}` : "";
  }

  /* a document: its text, its layers, what is selected */
  const LAYERS = ["e", "d", "f", "v", "x"];
  const SIGNS = { hit: "✓", false: "✗", miss: "○" };
  class View {
    constructor(page) {
      this.page = page;
      this.prefix = page.dataset.prefix;
      this.items = JSON.parse($("script[data-items]", page).textContent);
      this.byId = new Map(this.items.map((item) => [item.id, item]));
      this.places = new Map();
      for (const segment of $$(".s", page)) {
        segment.ids = segment.dataset.i.split(" ");
        for (const id of segment.ids) {
          if (!this.places.has(id)) this.places.set(id, []);
          this.places.get(id).push(segment);
        }
      }
      this.rows = new Map();
      for (const item of this.items) if (item.row) (this.rows.get(item.row) || this.rows.set(item.row, []).get(item.row)).push(item);
      this.backs = new Map();
      for (const item of this.items) {
        for (const [role, targets] of item.k || []) {
          for (const row of new Set(targets.map((id) => this.byId.get(id)?.row).filter(Boolean))) {
            if (!this.backs.has(row)) this.backs.set(row, []);
            this.backs.get(row).push([role, item]);
          }
        }
      }
      for (const row of $$("tr[id]", page)) row.removeAttribute("id"); // a permalink leads to the text, not to the row
      this.off = new Set(["x"]);
      this.current = null;
      this.text = $(".text", page);
      if (matchMedia("(max-width: 60rem)").matches) {
        const filters = $(".filters", page);
        filters.dataset.narrow = "";
        filters.open = false;
      }
      this.card = $(".card", page);
      this.fill();
      this.listen();
      this.apply();
    }
    control(name) { return $(`[data-filter="${name}"]`, this.page); }
    fill() {
      const choices = { type: "t", status: "s", rule: "r" };
      for (const [name, key] of Object.entries(choices)) {
        const select = this.control(name);
        const values = new Map();
        for (const item of this.items) if (item[key] && item.l !== "r") values.set(item[key], (values.get(item[key]) || 0) + 1);
        for (const [value, count] of [...values].sort(([a], [b]) => collator.compare(a, b))) {
          const option = make("option");
          option.value = value;
          option.dataset.word = name === "rule" ? "" : value;
          option.dataset.count = count;
          select.append(option);
        }
      }
    }
    listen() {
      this.page.addEventListener("change", (event) => { if (event.target.dataset.filter) this.apply(); });
      $("[data-find]", this.page).addEventListener("input", () => this.apply());
      $("[data-find]", this.page).addEventListener("keydown", (event) => {
        if (event.key === "Enter") { event.preventDefault(); this.step(1); }
      });
      for (const button of $$("[data-layer]", this.page)) button.addEventListener("click", () => this.toggle(button.dataset.layer));
      for (const button of $$("[data-view]", this.page)) button.addEventListener("click", () => this.show(button.dataset.view));
      $("[data-labels]", this.page).addEventListener("click", () => { this.labelled = !this.labelled; this.apply(); });
      this.text.addEventListener("click", (event) => {
        const ids = this.visibleAt(event.target.closest(".s"));
        if (ids.length) this.select(ids[(ids.indexOf(this.current) + 1) % ids.length]);
        else this.select(null);
      });
      this.text.addEventListener("mouseover", (event) => {
        const ids = this.visibleAt(event.target.closest(".s"));
        if (!this.current && ids.length) this.tell(ids[0], ids);
      });
      this.text.addEventListener("focusin", (event) => {
        const ids = this.visibleAt(event.target.closest(".s"));
        if (!this.current && ids.length) this.tell(ids[0], ids);
      });
    }
    visibleAt(segment) {
      const ids = segment ? segment.ids.filter((id) => this.isVisible(this.byId.get(id))) : [];
      const order = "vfdex";
      return ids.sort((a, b) => order.indexOf(this.byId.get(a).l) - order.indexOf(this.byId.get(b).l));
    }
    toggle(layer) { if (!this.off.delete(layer)) this.off.add(layer); this.apply(); }
    show(view) {
      this.text.dataset.mode = view;
      for (const button of $$("[data-view]", this.page)) button.setAttribute("aria-pressed", button.dataset.view === view);
      if (view === "source") this.off.delete("x"); else this.off.add("x");
      this.apply();
    }
    isVisible(item) {
      if (!item || item.l === "r" || this.off.has(item.l)) return false;
      const { type, status, rule, verdict, sought } = this.wanted;
      if (type && item.t !== type) return false;
      if (status && item.s !== status) return false;
      if (rule && item.r !== rule) return false;
      if (verdict && item.g !== verdict) return false;
      if (!sought) return true;
      const said = [item.x, item.r, item.t, word(item.t), ...(item.f || []).map(([, value]) => value)];
      return said.some((part) => part && part.toLowerCase().includes(sought));
    }
    apply() {
      const read = (name) => this.control(name)?.value || "";
      const sought = $("[data-find]", this.page).value.trim().toLowerCase();
      this.wanted = { type: read("type"), status: read("status"), rule: read("rule"), verdict: read("verdict"), sought };
      for (const option of $$("option[data-word]", this.page)) {
        const value = option.value, told = word(value);
        option.textContent = `${told === value ? value : `${told} · ${value}`} (${option.dataset.count})`;
      }
      this.visible = this.items.filter((item) => this.isVisible(item) && this.places.has(item.id));
      const first = (item) => this.places.get(item.id)[0];
      this.visible.sort((a, b) => {
        const order = first(a).compareDocumentPosition(first(b));
        return order & 4 ? -1 : order & 2 ? 1 : 0;
      });
      for (const button of $$("[data-layer]", this.page)) button.setAttribute("aria-pressed", !this.off.has(button.dataset.layer));
      $("[data-labels]", this.page).setAttribute("aria-pressed", Boolean(this.labelled));
      $("[data-count]", this.page).textContent = `${word("shown")} ${this.visible.length} ${word("of_total")} ${this.items.filter((i) => i.l !== "r").length}`;
      this.paint();
    }
    paint() {
      const focus = this.focus();
      const seen = new Set(this.visible.map((item) => item.id));
      for (const segment of $$(".s", this.page)) {
        const names = ["s"];
        let label = "", caption = "";
        for (const id of segment.ids) {
          const item = this.byId.get(id), lit = focus.get(id);
          if (!item || !(seen.has(id) || lit !== undefined)) continue;
          const ends = this.places.get(id).at(-1) === segment, begins = this.places.get(id)[0] === segment;
          names.push(item.l, "t-" + item.t);
          if (item.g) names.push("g-" + item.g);
          if (lit !== undefined) { names.push("lit"); if (begins && lit) caption = word(lit).toLowerCase(); }
          if (id === this.current) names.push("now");
          const wrong = item.g && item.g !== "hit";
          if (ends && item.l !== "r" && (this.labelled || wrong)) {
            label += `${label && " "}${SIGNS[item.g] || ""} ${item.l === "e" ? item.t : word(item.t)}`;
          }
        }
        if (label) segment.dataset.label = label.trim(); else delete segment.dataset.label;
        if (caption) segment.dataset.caption = caption; else delete segment.dataset.caption;
        segment.className = names.join(" ");
      }
      this.page.classList.toggle("focused", focus.size > 0);
      const current = this.byId.get(this.current);
      const rows = new Set([...focus.keys()].map((id) => this.byId.get(id)?.row));
      for (const row of $$("tr[data-ref]", this.page)) {
        row.classList.toggle("lit", rows.has(row.dataset.ref));
        row.classList.toggle("now", current?.row === row.dataset.ref);
      }
      if (current) this.tell(this.current);
    }
    /** What is lit: the selected item, what fills its roles, and the events it plays a role in. */
    focus() {
      const lit = new Map();
      const item = this.byId.get(this.current);
      if (!item) return lit;
      for (const [role, targets] of item.k || []) for (const id of targets) lit.set(id, role);
      if (item.l !== "v" && item.row) {
        for (const other of this.rows.get(item.row)) if (!lit.has(other.id)) lit.set(other.id, "");
        for (const [role, other] of this.backs.get(item.row) || []) lit.set(other.id, role);
      }
      lit.set(item.id, "");
      return lit;
    }
    select(id, { scroll = false, push = true } = {}) {
      if (id && !this.byId.has(id)) id = this.rows.get(id)?.[0]?.id || null;
      this.current = id;
      const item = this.byId.get(id);
      if (item && this.off.has(item.l)) { this.off.delete(item.l); this.apply(); } else this.paint();
      if (!item) { this.card.replaceChildren(make("p", "hint", undefined, "hint")); }
      const place = item && this.places.get(id)?.[0];
      if (place && scroll) { place.scrollIntoView({ block: "center" }); place.focus({ preventScroll: true }); }
      if (push) history.replaceState(null, "", item ? "#" + this.prefix + id : location.pathname + location.search);
    }
    step(by) {
      if (!this.visible.length) return;
      const at = this.visible.findIndex((item) => item.id === this.current);
      const next = at < 0 ? (by > 0 ? 0 : this.visible.length - 1) : (at + by + this.visible.length) % this.visible.length;
      this.select(this.visible[next].id, { scroll: true });
    }
    tell(id, others) {
      const item = this.byId.get(id);
      const head = make("div", "head");
      head.append(make("span", `badge ${item.l} t-${item.t}`, item.l === "e" ? item.t : word(item.t)));
      if (item.s) head.append(make("span", `status s-${item.s}`, word(item.s)));
      if (item.g) head.append(make("span", `verdict g-${item.g}`, `${SIGNS[item.g]} ${word(item.g)}`));
      const quote = make("p", "quote", item.x);
      quote.lang = "ru";
      const list = make("dl");
      const say = (key, ...values) => {
        list.append(make("dt", "", undefined, key));
        for (const value of values) { const dd = make("dd"); dd.append(value); list.append(dd); }
      };
      for (const [key, value] of item.f || []) say(key, ["kind", "role", "resolved_by"].includes(key) ? word(value) : value);
      for (const [role, targets, text, inherited] of item.k || []) {
        const link = this.link(targets[0], text);
        say(role, link);
        if (inherited) list.lastChild.append(make("small", "", undefined, "inherited"));
      }
      if (item.r) { const code = make("code", "", item.r); say("rule", code); }
      const parts = [head, quote, list];
      const backs = item.row && item.l !== "v" ? this.backs.get(item.row) || [] : [];
      for (const [key, layer] of [["in_events", "v"], ["in_figures", "f"]]) {
        const own = backs.filter(([, other]) => other.l === layer);
        if (!own.length) continue;
        const list = make("ul", "links");
        for (const [role, other] of own.slice(0, 12)) {
          const line = make("li");
          line.append(this.link(other.id, layer === "v" ? word(other.t) : other.x), " ", make("small", "", word(role)));
          list.append(line);
        }
        parts.push(make("h3", "", undefined, key), list);
      }
      const more = (others || this.visibleAt(this.places.get(id)?.[0])).filter((other) => other !== id);
      if (more.length) {
        const line = make("p", "links");
        for (const other of more) line.append(this.link(other, `${word(this.byId.get(other).t)}: ${this.byId.get(other).x}`), " ");
        parts.push(make("h3", "", undefined, "here_too"), line);
      }
      const anchor = make("a", "permalink", undefined, "permalink");
      anchor.href = "#" + this.prefix + id;
      parts.push(anchor);
      this.card.replaceChildren(...parts);
    }
    link(id, text) {
      if (!this.byId.has(id)) return make("span", "", text);
      const link = make("a", "", text);
      link.href = "#" + this.prefix + id;
      link.lang = "ru";
      return link;
    }
  }

  /* pages: one in a file of its own, all in one file with --single */
  const views = new Map();
  function open() {
    const target = decodeURIComponent(location.hash.slice(1));
    const pages = $$("[data-page]");
    const page = pages.find((p) => p.id === target || (p.dataset.prefix && target.startsWith(p.dataset.prefix)))
      || document.getElementById(target)?.closest("[data-page]") || pages.find((p) => p.dataset.prefix === "") || pages[0];
    for (const other of pages) other.hidden = other !== page;
    if (pages.length > 1) for (const link of $$("nav.site a")) link.toggleAttribute("aria-current", link.hash === "#" + page.id);
    if (page.dataset.prefix === undefined) return;
    if (!views.has(page)) views.set(page, new View(page));
    const id = target.slice(page.dataset.prefix.length);
    const view = views.get(page);
    if (id && (view.byId.has(id) || view.rows.has(id))) view.select(id, { scroll: true, push: false });
  }
  const view = () => views.get($$("[data-page]").find((page) => !page.hidden));

  document.addEventListener("click", (event) => {
    const header = event.target.closest("th button");
    if (header) sortBy(header.parentElement);
    const language = event.target.closest("[data-language]");
    if (language) { keep("language", language.dataset.language); speak(language.dataset.language); }
    const theme = event.target.closest("[data-set-theme]");
    if (theme) { keep("theme", theme.dataset.setTheme); dress(theme.dataset.setTheme); }
    if (event.target.closest("[data-help]")) $("#help").showModal();
    if (event.target.closest("[data-close]")) $("#help").close();
    const anchor = event.target.closest("a[href^='#']");
    if (anchor && anchor.hash === location.hash) open();
  });
  document.addEventListener("input", (event) => { if (event.target.matches("[data-search-field]")) searchRows(event.target); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") { if (typing) event.target.blur(); if (!$("#help").open) view()?.select(null); return; }
    if (typing || $("#help").open) return;
    const page = $$("[data-page]").find((p) => !p.hidden);
    const does = {
      "j": () => view()?.step(1), "k": () => view()?.step(-1),
      "/": () => {
        const field = $("[data-find]", page) || $("input[type=search]", page);
        field?.closest("details")?.setAttribute("open", "");
        field?.focus();
      }, "?": () => $("#help").showModal(),
      "t": () => view()?.show(view().text.dataset.mode === "source" ? "clean" : "source"),
    }[event.key] || (/^[1-5]$/.test(event.key) && (() => view()?.toggle(LAYERS[event.key - 1])));
    if (does) { event.preventDefault(); does(); }
  });
  addEventListener("hashchange", open);
  open();
  const language = kept("language");
  speak(language in words ? language : root.lang);
  dress(kept("theme") || "auto");
  root.classList.add("ready");
})();
