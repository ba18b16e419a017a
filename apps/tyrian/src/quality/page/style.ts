/** Beside the style of every page: wide tables, plots in colours that hold on light and dark (after Okabe and Ito). */
export const QUALITY_STYLE = `
:root { --s0: #5b2a9d; --s1: #b54a00; --s2: #00735a; --s3: #0063a8; --s4: #a3336f; --s5: #6b6000; --s6: #4a4a4a; }
@media (prefers-color-scheme: dark) { :root { --s0: #c4a6f5; --s1: #f0a050; --s2: #43c9a4; --s3: #6cb9ee; --s4: #ea91be; --s5: #d6cc4a; --s6: #bdbdbd; } }
main, footer { max-width: 72rem; }
figure { margin: 1.5rem 0; display: grid; grid-template-columns: minmax(18rem, 24rem) minmax(0, 1fr); gap: 1.5rem; align-items: start; break-inside: avoid; }
figure svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
figure text { fill: var(--ink); } figure path { fill: none; stroke: var(--stroke, var(--ink)); stroke-width: 2; }
figure path.grid { stroke: var(--line); stroke-width: 1; } figure circle { fill: var(--stroke); }
.s0 { --stroke: var(--s0); } .s1 { --stroke: var(--s1); } .s2 { --stroke: var(--s2); } .s3 { --stroke: var(--s3); }
.s4 { --stroke: var(--s4); } .s5 { --stroke: var(--s5); } .s6 { --stroke: var(--s6); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9rem; }
figure .legend svg.key { width: 2rem; height: .5rem; }
table { font-variant-numeric: tabular-nums; font-size: .875rem; } td { white-space: nowrap; } th[scope=row] { overflow-wrap: break-word; }
.mono { overflow-wrap: anywhere; }
@media (max-width: 50rem) { figure { grid-template-columns: minmax(0, 1fr); } }
@media print { .wide { overflow: visible; } table { font-size: 8pt; } th, td { padding: .2rem .35rem; white-space: normal; } tr { break-inside: avoid; } thead { display: table-header-group; } }`;
