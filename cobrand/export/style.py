"""How the pages look: calm, for a phone, a screen and A4 paper, in either direction."""

from html import escape

STYLE = """
:root{--ink:#1a2127;--soft:#56616b;--line:#d9dee2;--sunk:#eff1f3;--paper:#fff;--ok:#1d6f42;
--oks:#e3f3e9;--warn:#8a5200;--warns:#fcf0da;--bad:#b3261e;--bads:#fce8e6;--note:#3d4da6;
--notes:#e7eaf8}
*{box-sizing:border-box}
body{margin:0;background:var(--sunk);color:var(--ink);font:15px/1.5 "Noto Sans","Noto Sans Arabic",
system-ui,"Segoe UI",Tahoma,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:880px;margin:0 auto;padding:40px 20px 56px}
h1{font-size:28px;line-height:1.25;margin:2px 0 20px;font-weight:600;overflow-wrap:anywhere}
h2{font-size:16px;line-height:1.35;margin:0;font-weight:600;overflow-wrap:anywhere}
.kicker{margin:0;color:var(--soft)}
.verdict{display:flex;gap:12px;align-items:center;margin:0;padding:14px 16px;border-radius:10px;
font-weight:600}
.verdict.ok{background:var(--oks);color:var(--ok)}
.verdict.warn{background:var(--warns);color:var(--warn)}
.verdict.bad{background:var(--bads);color:var(--bad)}
.broken{margin:8px 0 0;padding:4px 16px;font-size:13.5px}
.broken div{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,3fr);gap:12px;padding:4px 0}
.broken dt{font-weight:600}.broken dd{margin:0}
.broken a{color:inherit;text-underline-offset:2px}
.facts{display:grid;grid-template-columns:repeat(4,auto);gap:12px 28px;justify-content:start;
margin:20px 0 32px}
.facts dt{color:var(--soft);font-size:13px}
.facts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.general,article{background:var(--paper);border-radius:12px;padding:20px;margin:0 0 16px}
.general ul{margin-top:12px}
article{display:grid;grid-template-columns:190px minmax(0,1fr);gap:24px;align-items:start}
figure{margin:0;background:var(--sunk);border-radius:8px;padding:10px;text-align:center}
img{display:block;max-width:100%;max-height:260px;margin:0 auto;border:1px solid var(--line)}
.told h2{display:flex;gap:10px;align-items:center}
.meta{margin:2px 0 14px;color:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:10px;align-items:flex-start}
li strong{font-weight:600}
.loud li,.general li{padding:10px 12px;border-radius:8px;margin:0 0 8px}
.general li:last-child{margin:0}
li.warn{background:var(--warns)}li.bad{background:var(--bads)}li.note{background:var(--notes)}
.loud strong,.general strong{display:block}
.sign{flex:none;width:20px;height:20px;border-radius:50%;display:inline-grid;place-items:center;
font:700 13px/1 system-ui,sans-serif;color:#fff}
.sign.ok{background:var(--ok)}.sign.warn{background:var(--warn);border-radius:5px}
.sign.bad{background:var(--bad)}.sign.note{background:var(--note)}
footer{color:var(--soft);font-size:13px;margin-top:28px}
footer p{margin:0 0 4px}
@media (max-width:640px){main{padding:24px 14px 40px}article{grid-template-columns:1fr;gap:16px}
.facts{grid-template-columns:auto auto}h1{font-size:23px}}
@media print{@page{size:A4;margin:14mm}body{background:none;font-size:9.5pt}
main{max-width:none;padding:0}.general,article{border:1px solid var(--line);break-inside:avoid}
article{gap:16px;padding:14px;grid-template-columns:38mm minmax(0,1fr)}
h1{font-size:18pt}h2{font-size:11pt}}
"""

PROOF = """
.facts{margin:20px 0 8px}.counts{margin:8px 0 32px}
.counts dt{display:flex;gap:8px;align-items:center}
.counts .sign,td .sign{width:16px;height:16px;font-size:11px}
code{font:12px/1.4 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;color:var(--soft)}
.reason{margin-top:4px;font-weight:600}
.over{display:inline-block;font-size:14px;margin:8px 0 16px;margin-inline-end:16px}
input[id^=show-]{margin:0 4px 0;vertical-align:middle;width:16px;height:16px}
label{display:inline-flex;gap:6px;align-items:center;margin-inline-end:18px;vertical-align:middle;
font-size:14px}
.swatch{width:32px;height:12px}
.seen{position:relative;width:fit-content;margin:0 auto}
.seen svg{position:absolute;inset:0;width:100%;height:100%}
.seen rect,.swatch path{vector-effect:non-scaling-stroke}
#show-clear:not(:checked)~.files .o-clear,#show-safe:not(:checked)~.files .o-safe,
#show-ink:not(:checked)~.files .o-ink{display:none}
article{grid-template-columns:280px minmax(0,1fr)}article .rules{grid-column:1/-1}
article{content-visibility:auto;contain-intrinsic-size:auto 720px}
img{max-height:300px}
table{border-collapse:collapse;width:100%;font-size:13px;margin:0}
caption{text-align:start;color:var(--soft);padding:0 0 4px;overflow-wrap:anywhere}
th,td{text-align:start;padding:5px 10px 5px 0;border-bottom:1px solid var(--line);
vertical-align:top;font-weight:400;font-variant-numeric:tabular-nums}
.rules td:nth-child(n+3){white-space:nowrap}.rules td:first-child{color:var(--soft);width:3em}
thead th{color:var(--soft);font-weight:600;border-bottom:1px solid var(--soft)}
td .sign{margin-inline-end:6px;vertical-align:middle}
.rules td:last-child{width:11em}
tr.bad th,tr.bad td{background:var(--bads);font-weight:600}
tr.warn th,tr.warn td{background:var(--warns)}
.sources,.rest{background:var(--paper);border-radius:12px;padding:20px;margin:0 0 16px}
.sources table{margin-top:14px}
@media (max-width:640px){article{grid-template-columns:1fr}
.rules td:nth-child(4),.rules th:nth-child(4){display:none}}
@media print{@page{size:A4;margin:16mm 14mm 14mm;@bottom-center{content:counter(page) " / "
counter(pages);font:8pt sans-serif;color:#56616b}@top-center{font:8pt sans-serif;color:#56616b}}
input[id^=show-]{display:none}
article{content-visibility:visible;grid-template-columns:58mm minmax(0,1fr)}
.meta,.facts dt,footer,table,code,label{font-size:7.5pt}
th,td{padding:2px 8px 2px 0}thead{display:table-header-group}tr{break-inside:avoid}
h2,caption{break-after:avoid}.sources,.rest{border:1px solid var(--line)}
.seen{break-inside:avoid}}
"""

REQUEST = """
.lead{margin:-12px 0 20px}
.views{display:grid;grid-template-columns:1fr 1fr;gap:14px;margin:0 0 10px}
.views figure{padding:0;background:none;text-align:start}
.views img{box-sizing:border-box;width:100%;height:190px;max-height:none;object-fit:contain;
padding:22px;border-radius:10px;background:#fff}
.views .sent img{padding:0;object-fit:contain}
.views .dark img{background:#0f232a;border-color:#0f232a}
.views .chequer img{background:repeating-conic-gradient(#dfe4e8 0 25%,#fff 0 50%) 0 0/20px 20px}
figcaption{color:var(--soft);font-size:13px;margin:4px 2px 0}
.noticed li,.wishes li{display:list-item;list-style:disc;margin:0 0 6px;padding:0;background:none}
.noticed ul,.wishes ul{padding-inline-start:20px}
.wishes{border-inline-start:5px solid var(--ok)}
@media print{.views img{height:38mm;padding:4mm}.views .sent img{padding:0}}
"""


def plain(text: str) -> str:
    """Return words as they stand between tags."""
    return escape(text, quote=False)


def quoted(text: str) -> str:
    """Return words as a string of a style sheet: what is no letter or digit is escaped."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
