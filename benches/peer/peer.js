// What the page of all records does, written as people write it with crossfilter2 and uPlot: the
// same facets with their counts, the same charts, the same number of rows of the list.
const FACETS = ["kind", "year", "direction", "stage", "area", "organisation", "scope"];
const BARS = 10, ROWS = 40, LARGEST = 8;

const row = record => ({
  kind: record.kind,
  year: record.date ? record.date.slice(0, 4) : "undated",
  direction: record.directions?.[0] ?? "whole-project",
  stage: record.stage ?? "not-stated",
  area: record.areas?.[0] ?? "not-stated",
  organisation: record.organisations?.[0].organisation ?? "not-stated",
  scope: record.scope,
  amount: record.money[0].amount,
  title: record.title.en,
  text: record.title.en.toLowerCase(),
});

/** Counts by a second key within each value of a dimension. */
const nested = (dimension, by) => dimension.group().reduce(
  (counts, row) => { counts[row[by]] = (counts[row[by]] ?? 0) + 1; return counts; },
  (counts, row) => { counts[row[by]]--; return counts; },
  () => ({}),
);

/** Where the class of an amount begins: at 1, 2 or 5 times a power of ten. */
const classOf = amount => {
  let power = 1;
  while (amount >= 10 * power) power *= 10;
  return amount < 1 ? 0 : power * (amount >= 5 * power ? 5 : amount >= 2 * power ? 2 : 1);
};

function chart(title, series) {
  const bars = uPlot.paths.bars({ size: [0.8, 60] });
  const options = {
    title, width: 480, height: 240, cursor: { show: false }, legend: { show: false },
    scales: { x: { time: false }, y: { range: (plot, low, high) => [0, high || 1] } },
    series: [{}, ...Array.from({ length: series }, () => ({ fill: "#0b5fa5", paths: bars, points: { show: false } }))],
  };
  const plot = new uPlot(options, [[0], ...Array.from({ length: series }, () => [0])], document.getElementById("charts"));
  return lists => plot.setData([lists[0].map((_, i) => i), ...lists]);
}

async function start() {
  const records = (await (await fetch("../portfolio.json")).json()).records.map(row);
  const data = crossfilter(records);
  const dimensions = Object.fromEntries(FACETS.map(facet => [facet, data.dimension(row => row[facet])]));
  const groups = Object.fromEntries(FACETS.map(facet => [facet, dimensions[facet].group()]));
  const amounts = data.dimension(row => row.amount), dates = data.dimension(row => row.year), texts = data.dimension(row => row.text);
  const stages = nested(dimensions.kind, "stage"), directions = nested(dimensions.year, "direction");
  const sizes = amounts.group(classOf), all = data.groupAll();
  const keys = facet => groups[facet].all().map(({ key }) => key);

  const chosen = Object.fromEntries(FACETS.map(facet => [facet, new Set()]));
  const labels = {};
  const form = document.querySelector("form");
  for (const facet of FACETS) {
    labels[facet] = new Map();
    for (const key of keys(facet)) {
      const label = document.createElement("label"), box = document.createElement("input"), count = document.createElement("small");
      Object.assign(box, { type: "checkbox", name: facet, value: key });
      box.onchange = () => { choose(facet, key); show(); };
      label.append(box, ` ${key} `, count);
      form.append(label);
      labels[facet].set(key, { box, count });
    }
  }
  const search = document.querySelector("input[name=q]");
  search.oninput = () => {
    const word = search.value.toLowerCase();
    if (word) texts.filterFunction(text => text.includes(word)); else texts.filterAll();
    show();
  };

  function choose(facet, key) {
    const values = chosen[facet];
    if (!values.delete(key)) values.add(key);
    if (values.size) dimensions[facet].filterFunction(value => values.has(value)); else dimensions[facet].filterAll();
  }

  const single = ["direction", "kind", "year", "area", "organisation"].map(facet => [facet, chart(facet, 1)]);
  const stageKeys = keys("stage"), directionKeys = keys("direction");
  const byStage = chart("kind by stage", stageKeys.length), byDirection = chart("year by direction", directionKeys.length);
  const bySize = chart("by amount", 1), largest = chart("largest amounts", 1);
  const output = document.querySelector("output"), list = document.querySelector("ol");

  function show() {
    for (const facet of FACETS) {
      for (const { key, value } of groups[facet].all()) {
        const { box, count } = labels[facet].get(key);
        const text = value.toLocaleString("en");
        if (count.textContent !== text) count.textContent = text;
        box.disabled = value === 0 && !box.checked;
      }
    }
    output.textContent = output.dataset.count = all.value();
    for (const [facet, draw] of single) draw([groups[facet].top(BARS).map(({ value }) => value)]);
    byStage(stageKeys.map(stage => stages.all().map(({ value }) => value[stage] ?? 0)));
    byDirection(directionKeys.map(direction => directions.all().map(({ value }) => value[direction] ?? 0)));
    bySize([sizes.all().map(({ value }) => value)]);
    largest([amounts.top(LARGEST).map(({ amount }) => amount)]);
    list.replaceChildren(...dates.top(ROWS).map(({ title, year, kind, amount, organisation }) => {
      const item = document.createElement("li");
      item.textContent = `${year} ${kind} ${title} ${amount.toLocaleString("en")} EUR ${organisation}`;
      return item;
    }));
  }

  // What a pointer that is drawn over the years does.
  const years = keys("year").filter(key => key !== "undated");
  window.brush = {
    last: years.length - 1,
    choose(first, last) {
      // The end of a range is not in it; what follows the last year is the next key.
      dimensions.year.filterRange([years[first], years[last + 1] ?? "undated"]);
      show();
    },
  };

  choose("scope", "project");
  labels.scope.get("project").box.checked = true;
  show();
  document.documentElement.dataset.state = "ready";
}

start();
