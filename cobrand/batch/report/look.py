"""How a report looks, on top of how a proof does."""

LOOK = """
main{max-width:1240px}
.facts dt::first-letter{text-transform:uppercase}
.facts{grid-template-columns:repeat(auto-fill,minmax(110px,auto))}
main>h2{margin:28px 0 10px}
.rows{content-visibility:auto;contain-intrinsic-size:auto 7000px}
table{border-collapse:collapse;width:100%;table-layout:fixed;background:var(--paper);
font-size:13px;font-variant-numeric:tabular-nums}
th{font-weight:600;color:var(--soft);font-size:12px}
th,td{text-align:start;vertical-align:top;padding:6px 8px;border-bottom:1px solid var(--line);
overflow-wrap:anywhere}
th:nth-child(1){width:5%}th:nth-child(2){width:27%}th:nth-child(3){width:9%}
th:nth-child(4){width:6%}th:nth-child(5){width:8%}th:nth-child(6){width:8%}
td.ok{color:var(--ok)}td.warn,span.warn{color:var(--warn)}td.bad,span.bad{color:var(--bad)}
td.warn,td.bad{font-weight:600}
.links{font-size:11.5px;color:var(--soft)}.links a{color:inherit;margin-inline-end:8px}
.needy li{padding:6px 0;border-bottom:1px solid var(--line);font-size:13.5px}
.needy a{min-width:4em;color:inherit}
.orphans li{display:block;font:12px ui-monospace,Menlo,Consolas,monospace}
tr:target{outline:2px solid var(--warn)}
@media print{.rows{content-visibility:visible}tr{break-inside:avoid}table{font-size:8pt}
.links{display:none}}
"""
