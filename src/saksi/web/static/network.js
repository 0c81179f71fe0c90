// The network as something to move: cytoscape over the drawn picture, with a slider over time.
"use strict";
const short = (name) => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
globalThis.showNetwork = async (figure) => {
  const svg = figure.querySelector("svg.picture");
  const answer = await fetch(figure.dataset.network, { headers: { accept: "application/json" } });
  if (!answer.ok || !svg) return;
  const { rows } = await answer.json();
  const style = getComputedStyle(document.documentElement);
  const ink = (name) => style.getPropertyValue(`--${name}`).trim();
  const places = new Map();
  for (const link of svg.querySelectorAll(".layer-marks a")) {
    const key = decodeURIComponent(link.getAttribute("href").slice("/actor/".length));
    const dot = link.querySelector(".dot");
    const { e: x, f: y } = dot.transform.baseVal[0].matrix;
    const words = link.nextElementSibling;
    const side = { start: "right", end: "left" }[words?.getAttribute("text-anchor")] ?? "center";
    const level = side !== "center" ? "center" : Number(words?.getAttribute("y")) < y ? "top" : "bottom";
    places.set(key, { x, y, r: dot.getBBox().width / 2, side, level, name: short(words?.textContent ?? key) });
  }
  const elements = [...places].map(([id, place]) => ({ data: { id, label: place.name, size: place.r * 2, side: place.side, level: place.level }, position: { x: place.x, y: place.y } }));
  const most = Math.max(1, ...rows.map((row) => row.events));
  for (const row of rows) {
    if (!places.has(row.source) || !places.has(row.target)) continue;
    for (const [kind, count] of [["coop", row.quad_1 + row.quad_2], ["conf", row.quad_3 + row.quad_4]]) {
      if (count) elements.push({ data: { id: `${row.source} ${row.target} ${kind}`, source: row.source, target: row.target, width: 1 + 5 * Math.sqrt(count / most), ink: ink(kind), line: kind === "coop" ? "solid" : "dashed", first: row.first ?? "" } });
    }
  }
  const box = document.createElement("div");
  box.className = "cy";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", svg.getAttribute("aria-label"));
  svg.before(box);
  svg.style.display = "none";
  const cy = cytoscape({
    container: box, elements, layout: { name: "preset", fit: true, padding: 34 }, minZoom: 0.3, maxZoom: 6,
    style: [
      { selector: "node", style: { width: "data(size)", height: "data(size)", "background-color": ink("ink"), label: "data(label)", color: ink("ink"), "font-size": 14, "font-family": getComputedStyle(document.body).fontFamily, "text-valign": "data(level)", "text-halign": "data(side)", "text-margin-y": (node) => ({ top: -4, bottom: 4 })[node.data("level")] ?? 0, "text-margin-x": (node) => ({ left: -4, right: 4 })[node.data("side")] ?? 0, "text-outline-color": ink("paper"), "text-outline-width": 2.5 } },
      { selector: "edge", style: { width: "data(width)", "line-color": "data(ink)", "line-style": "data(line)", "line-dash-pattern": [6, 4], "curve-style": "bezier", "control-point-step-size": 14, opacity: 0.82 } },
      { selector: ".away", style: { opacity: 0.09 } },
      { selector: ".later", style: { display: "none" } },
    ],
  });
  if (box.clientWidth < 600) { // a phone: the middle, large enough to read
    cy.zoom(0.8);
    cy.center(cy.nodes().max((node) => node.data("size")).ele);
  }
  cy.on("tap", "node", ({ target }) => {
    const near = target.closedNeighborhood();
    cy.elements().addClass("away");
    near.removeClass("away");
  });
  cy.on("dbltap", "node", ({ target }) => { location.href = `/actor/${encodeURIComponent(target.id())}`; });
  cy.on("tap", ({ target }) => { if (target === cy) cy.elements().removeClass("away"); });
  slide(figure, box, cy);
};

// The slider hides pairs whose first event is later than its month.
const slide = (figure, box, cy) => {
  const months = [...new Set(cy.edges().map((edge) => edge.data("first").slice(0, 7)).filter(Boolean))].sort();
  if (months.length < 2) return;
  const label = document.createElement("label");
  label.className = "slide";
  const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: months.length, value: months.length });
  const output = document.createElement("output");
  const words = figure.dataset;
  const show = () => {
    const index = Number(input.value);
    output.textContent = index === months.length ? words.all : months[index];
    cy.batch(() => {
      cy.edges().forEach((edge) => edge.toggleClass("later", index < months.length && edge.data("first").slice(0, 7) > months[index]));
      cy.nodes().forEach((node) => node.toggleClass("later", index < months.length && node.connectedEdges().every((edge) => edge.hasClass("later"))));
    });
  };
  input.addEventListener("input", show);
  label.append(words.slider, " ", input, output);
  box.before(label);
  show();
};
