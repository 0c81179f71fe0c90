// What a page does beyond being read: words at the pointer, zoom, marks and records that show one
// another, keys for the review queue. Every page works without it.
"use strict";
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;

  // Words at the pointer: what a mark says in its <title>, at once and in one look.
  const point = (event) => {
    const mark = event.target.closest?.("svg.picture path, svg.picture rect");
    const words = mark?.dataset.words ?? mark?.querySelector?.("title")?.textContent;
    if (!words) { tip.hidden = true; return; }
    if (mark.dataset.words === undefined) {
      mark.dataset.words = words;
      mark.querySelector("title").remove();
    }
    tip.textContent = words;
    tip.hidden = false;
    const x = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    const y = event.clientY + 18 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 18;
    tip.style.left = `${Math.max(4, x)}px`;
    tip.style.top = `${y}px`;
  };

  // Marks in an article and their records.
  const light = (ids, on) => {
    for (const id of ids) {
      for (const one of document.querySelectorAll(`[data-r~="${CSS.escape(id)}"]`)) one.classList.toggle("lit", on);
    }
  };
  const readMarks = (root) => {
    const ids = (event) => event.target.closest?.("[data-r]")?.dataset.r.split(" ") ?? [];
    root.addEventListener("pointerover", (event) => light(ids(event), true));
    root.addEventListener("pointerout", (event) => light(ids(event), false));
    root.addEventListener("focusin", (event) => light(ids(event), true));
    root.addEventListener("focusout", (event) => light(ids(event), false));
    root.addEventListener("click", (event) => {
      const mark = event.target.closest(".m");
      const card = mark && document.getElementById(`r-${mark.dataset.r.split(" ")[0]}`);
      const own = !mark && !event.target.closest("a") && event.target.closest(".card");
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
      if (card) card.scrollIntoView({ block: "nearest", behavior: calm });
      if (own) root.querySelector(`.m[data-r~="${CSS.escape(own.dataset.r)}"]`)?.scrollIntoView({ block: "center", behavior: calm });
    });
  };

  // Zoom of the timeline: marks are placed and stacked anew for the days in sight.
  const zoomTime = (figure) => {
    const svg = d3.select(figure).select("svg.picture");
    const dots = svg.selectAll(".dot[data-day]");
    const ticks = svg.selectAll("text[data-name^=tick]");
    if (dots.empty() || ticks.size() < 2) return;
    const width = svg.node().viewBox.baseVal.width;
    const known = ticks.nodes().map((node) => [Number(node.dataset.name.slice(5)), Number(node.getAttribute("x")) - 3]);
    const [first, last] = [known[0], known[known.length - 1]];
    const scale = d3.scaleLinear([first[0], last[0]], [first[1], last[1]]);
    const base = (side) => d3[side === "coop" ? "max" : "min"](dots.nodes().filter((node) => node.dataset.side === side), (node) => node.transform.baseVal[0].matrix.f);
    const floor = { coop: base("coop"), conf: base("conf") };
    const height = svg.node().viewBox.baseVal.height;
    const lines = svg.selectAll(".layer-axis path.stroke-rule");
    const axis = svg.append("g").attr("class", "layer-zoom");
    const dayOne = (day) => new Date((day - 719163) * 864e5);
    const number = (date) => date.getTime() / 864e5 + 719163;
    const draw = (x) => {
      const stacks = new Map();
      dots.each(function () {
        const column = Math.round(x(Number(this.dataset.day)) / 10.6);
        const key = `${column} ${this.dataset.side}`;
        const level = stacks.get(key) ?? 0;
        stacks.set(key, level + 1);
        const up = this.dataset.side === "coop" ? -1 : 1;
        const y = floor[this.dataset.side] + up * level * 10.6;
        this.setAttribute("transform", `translate(${column * 10.6} ${y})`);
        this.setAttribute("visibility", column * 10.6 < 8 || column * 10.6 > width - 8 || y < 4 || y > height - 4 ? "hidden" : "visible");
      });
      const time = d3.scaleUtc([dayOne(x.invert(18)), dayOne(x.invert(width - 18))], [18, width - 18]);
      const format = time.domain()[1] - time.domain()[0] > 3 * 365 * 864e5 ? d3.utcFormat("%Y") : d3.utcFormat("%Y-%m-%d");
      axis.selectAll("text").data(time.ticks(8)).join("text").attr("x", (date) => x(number(date)) + 3).attr("y", Number(ticks.attr("y"))).attr("font-size", 12).attr("class", "fill-muted").text(format);
    };
    const zoom = d3.zoom().scaleExtent([1, 400]).translateExtent([[0, 0], [width, height]]).extent([[0, 0], [width, height]])
      .filter((event) => !event.ctrlKey || event.type === "wheel").on("zoom", ({ transform }) => {
        ticks.attr("visibility", "hidden");
        lines.attr("visibility", "hidden");
        draw(transform.rescaleX(scale));
      });
    svg.call(zoom);
  };

  // Zoom of the map: land is scaled, marks keep their size.
  const zoomMap = (figure) => {
    const svg = d3.select(figure).select("svg.picture");
    const { width, height } = svg.node().viewBox.baseVal;
    const zoom = d3.zoom().scaleExtent([1, 30]).translateExtent([[0, 0], [width, height]]).extent([[0, 0], [width, height]]).on("zoom", ({ transform: t }) => {
      svg.select(".layer-land").attr("transform", t);
      svg.selectAll(".dot[data-x]").attr("transform", function () { return `translate(${t.apply([Number(this.dataset.x), Number(this.dataset.y)])})`; });
      svg.selectAll("text[data-name^=place]").each(function () {
        const [, x, y] = this.dataset.name.split(" ").map(Number);
        this.dataset.dx ??= String(Number(this.getAttribute("x")) - x);
        const at = t.apply([x, y]);
        this.setAttribute("x", at[0] + Number(this.dataset.dx));
        this.setAttribute("y", at[1] + 4);
      });
    });
    svg.call(zoom);
  };

  const enhance = () => {
    for (const figure of document.querySelectorAll("[data-zoom]:not([data-on])")) {
      if (typeof d3 === "undefined") break;
      figure.dataset.on = "1";
      (figure.dataset.zoom === "time" ? zoomTime : zoomMap)(figure);
    }
    for (const figure of document.querySelectorAll("[data-network]:not([data-on])")) {
      if (typeof cytoscape === "undefined") break;
      figure.dataset.on = "1";
      globalThis.showNetwork?.(figure);
    }
    for (const root of document.querySelectorAll("[data-marks]:not([data-on])")) {
      root.dataset.on = "1";
      readMarks(root);
    }
    const address = location.href.split("#")[0];
    for (const one of document.querySelectorAll(".permalink")) {
      if (one.textContent !== address) one.textContent = address; // only then: the observer sees what is written here
    }
    for (const input of document.querySelectorAll("input[data-kept]")) input.value ||= localStorage.getItem("by") ?? "";
  };

  // Keys of the review queue.
  const cases = () => [...document.querySelectorAll(".case")];
  const press = (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cases();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement.closest?.(".case"));
    const step = { j: 1, k: -1 }[event.key];
    if (step) { all[Math.max(0, Math.min(all.length - 1, here + step))].focus(); event.preventDefault(); }
    const action = here >= 0 && all[here].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (action instanceof HTMLDetailsElement) { action.open = true; action.querySelector("input:not([type=hidden]), select").focus(); event.preventDefault(); }
    else if (action) { action.click(); event.preventDefault(); }
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(tip);
    document.addEventListener("pointermove", point);
    document.addEventListener("keydown", press);
    document.addEventListener("submit", (event) => {
      const by = event.target.querySelector?.("input[data-kept]");
      if (by?.value) localStorage.setItem("by", by.value);
    });
    enhance();
    new MutationObserver(enhance).observe(document.getElementById("main"), { childList: true, subtree: true });
  });
})();
