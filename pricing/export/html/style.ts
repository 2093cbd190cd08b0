export type Paper = 'A4' | 'Letter'

/** The style of a report on screen and on paper. Page numbers stand in the page's margin. */
export function styleOf(paper: Paper): string {
  return `
:root { color-scheme: light; --ink: #1a1d21; --soft: #5a6068; --line: #d5d9de; --shade: #f4f6f8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 960px; font: 14px/1.45 system-ui, "Segoe UI", "Liberation Sans", sans-serif; color: var(--ink); background: #fff; }
h1 { margin: 0 0 4px; font-size: 28px; }
h2 { margin: 32px 0 8px; font-size: 18px; }
h3 { margin: 20px 0 6px; font-size: 15px; }
h1, h2, h3, p { overflow-wrap: anywhere; }
p { margin: 6px 0; max-width: 75ch; }
.soft { color: var(--soft); }
.totals { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; }
.figure { padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; min-width: 150px; }
.figure b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.long { overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
td:last-child:not(.number) { min-width: 14em; }
th { background: var(--shade); }
.number:has(.part) { white-space: normal; }
.part { display: inline-block; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.number { white-space: normal; }
table + table { margin-top: 16px; }
.group td, .total td { font-weight: 600; background: var(--shade); }
.total td { border-top: 2px solid var(--ink); }
svg { display: block; margin: 12px 0; max-width: 100%; height: auto; }
.over { color: #a32020; font-weight: 600; }
.near { color: #8a5a00; font-weight: 600; }
@page { size: ${paper}; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #5a6068; } @bottom-left { content: "Estimate, no offer"; font: 9pt system-ui, sans-serif; color: #5a6068; } }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } table { font-size: 8.5pt; } th, td { padding: 3px 5px; } h2, h3, .group { break-after: avoid; } tr, .figure, svg { break-inside: avoid; } thead { display: table-header-group; } .cover { break-after: page; } }
`.trim()
}
