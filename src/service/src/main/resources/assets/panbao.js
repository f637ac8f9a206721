"use strict";

/** Draws the premium waterfall from the table beside it, which stays for those who cannot see it. */
function drawWaterfall(chart) {
  const rows = [...chart.closest("figure").querySelectorAll("tbody tr")];
  const bars = rows.map((row) => ({
    name: row.cells[0].textContent,
    from: Number(row.dataset.from),
    to: Number(row.dataset.to),
  }));
  const plot = echarts.init(chart, null, { renderer: "svg" });
  plot.setOption({
    animation: false,
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "value" },
    yAxis: { type: "category", inverse: true, data: bars.map((bar) => bar.name) },
    series: [
      { type: "bar", stack: "premium", silent: true, itemStyle: { color: "transparent" },
        data: bars.map((bar) => Math.min(bar.from, bar.to)) },
      { type: "bar", stack: "premium",
        data: bars.map((bar) => ({
          value: Math.abs(bar.to - bar.from),
          itemStyle: { color: bar.to >= bar.from ? "#b0553a" : "#2e7d6b" },
        })) },
    ],
  });
  window.addEventListener("resize", () => plot.resize());
}

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
  const charts = document.querySelectorAll(".chart.waterfall");
  if (charts.length > 0) {
    const script = document.createElement("script");
    script.src = "/webjars/echarts/5.5.0/echarts.min.js";
    script.addEventListener("load", () => charts.forEach(drawWaterfall));
    document.head.append(script);
  }
});
