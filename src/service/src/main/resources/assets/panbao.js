"use strict";

const COLOURS = { start: "#1f4e5f", more: "#a8502f", less: "#2a7160", total: "#1d2a30", ink: "#1d2a30", line: "#d5dde0" };
const BAR_PIXELS = 30;

function signed(change) {
  const amount = Math.abs(change).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (change < 0 ? "−" : "+") + amount;
}

/** One bar for each row of the table beside the chart: what is paid last, in full; before it what each step moved. */
function bars(table) {
  return [...table.querySelectorAll("tbody tr, tfoot tr")].map((row, index) => {
    const change = Number(row.dataset.to) - Number(row.dataset.from);
    const total = row.hasAttribute("data-total");
    const colour = total ? COLOURS.total : index === 0 ? COLOURS.start : change < 0 ? COLOURS.less : COLOURS.more;
    return {
      name: row.cells[0].textContent.trim(),
      low: Math.min(Number(row.dataset.from), Number(row.dataset.to)),
      value: Math.abs(change),
      label: total || index === 0 ? signed(change).slice(1) : signed(change),
      colour,
    };
  });
}

/** Draws the premium waterfall from the table beside it, which stays for those who cannot see it. */
function drawWaterfall(chart) {
  const shown = bars(chart.closest("figure").querySelector("table"));
  chart.style.height = `${shown.length * BAR_PIXELS + 40}px`;
  const plot = echarts.init(chart, null, { renderer: "svg" });
  const font = { fontFamily: getComputedStyle(document.body).fontFamily, color: COLOURS.ink, fontSize: 12 };
  plot.setOption({
    animation: false,
    textStyle: font,
    grid: { left: 8, right: 88, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: "value", splitNumber: 3, axisLabel: font, splitLine: { lineStyle: { color: COLOURS.line } } },
    yAxis: { type: "category", inverse: true, axisTick: { show: false }, data: shown.map((bar) => bar.name),
      axisLabel: { ...font, width: 170, overflow: "break" } },
    series: [
      { type: "bar", stack: "premium", silent: true, itemStyle: { color: "transparent" }, data: shown.map((bar) => bar.low) },
      { type: "bar", stack: "premium", silent: true, barWidth: 16,
        label: { show: true, position: "right", ...font },
        data: shown.map((bar) => ({
          value: bar.value,
          itemStyle: { color: bar.colour },
          label: { formatter: bar.label },
        })) },
    ],
  });
  window.addEventListener("resize", () => plot.resize());
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
  const charts = document.querySelectorAll(".chart.waterfall");
  if (charts.length > 0) {
    const script = document.createElement("script");
    script.src = "/webjars/echarts/5.5.0/echarts.min.js";
    script.addEventListener("load", () => charts.forEach(drawWaterfall));
    document.head.append(script);
  }
});

/** What is open in the form of a plan stays open when the form comes back; what was added or emptied has the focus. */
function keepOpen(form) {
  const key = `open ${location.pathname}`;
  const open = (sessionStorage.getItem(key) || "").split(" ");
  sessionStorage.removeItem(key);
  open.map((id) => document.getElementById(id)).forEach((part) => { if (part) { part.open = true; } });
  form.addEventListener("submit", () => {
    sessionStorage.setItem(key, [...form.querySelectorAll("details[open]")].map((part) => part.id).join(" "));
  });
  const here = document.getElementById("here");
  if (here && location.hash === "#here") {
    here.focus();
    here.scrollIntoView();
  }
}

/** A quote is of what is saved: while something is not, only the button that saves first can be pressed. */
function watchChanges(form) {
  const ask = document.querySelector("button[name=ask]");
  const told = document.querySelector("[data-changed]");
  const changed = () => { ask.disabled = true; told.hidden = false; };
  if (ask) {
    form.addEventListener("input", (event) => { if (event.target.name.startsWith("/")) { changed(); } });
    if (form.hasAttribute("data-unsaved")) {
      changed();
    }
  }
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("#plan-form").forEach((form) => {
  keepOpen(form);
  watchChanges(form);
}));
