import { unreachable } from '../domain/kernel/defect.ts'
import type { AccountLine, Block, Document, Page, TextTable } from '../reports/document.ts'
import { term } from './terminal-text.ts'

/** Black on white, 11 points, A4 with room for a punch; nothing is fetched from anywhere. */
const STYLE = `
@page { size: A4; margin: 18mm 18mm 16mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #eee; color: #111; font: 11pt/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; }
.page { max-width: 210mm; margin: 8mm auto; padding: 18mm 18mm 16mm 20mm; background: #fff; }
header { border-bottom: 1.5pt solid #111; margin-bottom: 5mm; padding-bottom: 2mm; }
h1 { margin: 0; font-size: 17pt; line-height: 1.2; }
header p { margin: 1mm 0 0; color: #333; }
h2 { margin: 6mm 0 1.5mm; font-size: 12.5pt; break-after: avoid; }
p { margin: 0 0 2mm; }
.lead { margin: 4mm 0; font-size: 15pt; line-height: 1.35; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; break-inside: avoid; }
tr { break-inside: avoid; }
th, td { padding: 0.9mm 1.6mm; text-align: left; vertical-align: top; border-bottom: 0.4pt solid #bbb; }
thead th { border-bottom: 1pt solid #111; font-size: 9.5pt; }
tfoot { display: table-row-group; }
tfoot td { border-top: 1pt solid #111; font-weight: bold; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.account td:first-child { width: 6mm; color: #333; }
.account .strong td { font-weight: bold; border-bottom: 1pt solid #111; }
.code { margin: 4mm 0; padding: 2.5mm 3mm; border: 1pt solid #111; break-inside: avoid; }
.code b { display: block; margin-top: 1mm; font: bold 12pt/1.4 "Liberation Mono", monospace; }
.read { break-after: avoid; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 6mm; }
.signatures div { height: 18mm; padding: 1mm 2mm; border: 0.6pt solid #777; font-size: 9.5pt; break-inside: avoid; }
@media print {
  body { background: none; }
  .page { max-width: none; margin: 0; padding: 0 0.5mm; break-after: page; }
  .page:last-child { break-after: auto; }
}
`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of data inside HTML: never markup, no control characters. */
const escaped = (text: string): string =>
  term(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** A document as one HTML file that needs nothing else: no script, no font, no picture, no network. */
export function documentHtml(document: Document): string {
  const { language, title, pages } = document
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${pages.map(pageHtml).join('\n')}
</body>
</html>
`
}

const pageHtml = ({ title, subtitle, blocks }: Page): string =>
  `<section class="page">
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
</header>
${blocks.map(blockHtml).join('\n')}
</section>`

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`
    case 'lead':
      return `<p class="lead">${escaped(block.text)}</p>`
    case 'paragraph':
      return `<p>${block.lines.map(escaped).join('<br>\n')}</p>`
    case 'account':
      return accountHtml(block.lines)
    case 'table':
      return tableHtml(block.table)
    case 'code':
      return `<div class="code">${escaped(block.label)}<b>${escaped(block.code)}</b></div>`
    case 'signatures': {
      const places = block.places.map((place) => `<div>${escaped(place)}</div>`).join('\n')
      const heading = block.heading === undefined ? '' : `<h2>${escaped(block.heading)}</h2>\n`
      return `${heading}<p class="read">${escaped(block.label)}</p>\n<div class="signatures">\n${places}\n</div>`
    }
    default:
      return unreachable(block)
  }
}

function accountHtml(lines: readonly AccountLine[]): string {
  const rows = lines.map(
    ({ sign, label, amount, strong }) =>
      `<tr${strong ? ' class="strong"' : ''}><td>${escaped(sign)}</td><td>${escaped(label)}</td>` +
      `<td class="number">${escaped(amount)}</td></tr>`,
  )
  return `<table class="account">\n${rows.join('\n')}\n</table>`
}

function tableHtml({ head, rows, foot }: TextTable): string {
  const number = (column: number): string =>
    head[column]?.numeric === true ? ' class="number"' : ''
  const cells = (row: readonly string[]): string =>
    `<tr>${row.map((cell, column) => `<td${number(column)}>${escaped(cell)}</td>`).join('')}</tr>`
  const titles = head
    .map(({ text }, column) => `<th scope="col"${number(column)}>${escaped(text)}</th>`)
    .join('')
  const body = `<tbody>\n${rows.map(cells).join('\n')}\n</tbody>`
  const last = foot === undefined ? '' : `\n<tfoot>\n${cells(foot)}\n</tfoot>`
  return `<table>\n<thead><tr>${titles}</tr></thead>\n${body}${last}\n</table>`
}
