import { type Html, html } from '../values/html.ts'
import { boundsOf } from '../values/geo.ts'

export type Sheet = {
  readonly code: string
  readonly name: string
  readonly tier: string | null
  readonly address: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly approximate: boolean
  readonly phone: string | null
  readonly email: string | null
  readonly owner: string | null
  readonly hours: string
  readonly note: string | null
  readonly contacts: readonly {
    name: string
    title: string | null
    phone: string | null
    inCharge: boolean
  }[]
}
type Words = (key: string, facts?: Readonly<Record<string, string | number>>) => string

const style = `body{font:14px/1.45 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1c2024}
h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:0 0 .2rem}section{border-top:1px solid #cdd2d8;padding:.8rem 0;break-inside:avoid}
dl{display:grid;grid-template-columns:9rem 1fr;gap:.15rem .8rem;margin:0}dt{color:#5a6169}dd{margin:0;overflow-wrap:anywhere}
svg{width:100%;max-height:24rem;border:1px solid #cdd2d8;border-radius:6px}text{font-size:11px}p{color:#5a6169}`

const width = 800
const height = 400
const edge = 30

/** Where the outlets lie to each other, numbered as their sheets are; north is up. Nothing with fewer than two places. */
function mapOf(sheets: readonly Sheet[], say: Words): Html | null {
  const placed = sheets.flatMap(({ latitude, longitude }, at) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, number: at + 1 }],
  )
  const box = boundsOf(placed)
  if (box === null || placed.length < 2) return null
  const shrink = Math.max(0.01, Math.cos((((box.north + box.south) / 2) * Math.PI) / 180))
  const wide = Math.max((box.east - box.west) * shrink, 1e-6)
  const high = Math.max(box.north - box.south, 1e-6)
  const scale = Math.min((width - 2 * edge) / wide, (height - 2 * edge) / high)
  const points = placed.map(({ latitude, longitude, number }) => {
    const x = Math.round(edge + (longitude - box.west) * shrink * scale)
    const y = Math.round(height - edge - (latitude - box.south) * scale)
    return html`<circle cx="${x}" cy="${y}" r="4" fill="#3048c8"/><text x="${x + 6}" y="${y + 4}">${number}</text>`
  })
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${say('sheet.map')}">${points}</svg>`
}

function sheetOf(sheet: Sheet, at: number, say: Words): Html {
  const rows: [string, string | null][] = [
    ['address', sheet.address],
    [
      'place',
      sheet.latitude === null
        ? null
        : `${sheet.latitude}, ${sheet.longitude}${sheet.approximate ? ` (${say('sheet.approximate')})` : ''}`,
    ],
    ['phone', sheet.phone],
    ['email', sheet.email],
    ['hours', sheet.hours],
    ['owner', sheet.owner ?? say('sheet.pool')],
    ['note', sheet.note],
  ]
  const contacts = sheet.contacts.map(
    (one) => html`<dt>${one.inCharge ? say('sheet.inCharge') : say('sheet.contact')}</dt>
      <dd>${[one.name, one.title, one.phone].filter(Boolean).join(' · ')}</dd>`,
  )
  return html`<section><h2>${at + 1}. ${sheet.name} (${[sheet.code, sheet.tier].filter(Boolean).join(', ')})</h2><dl>
    ${rows.filter(([, value]) => value !== null && value !== '').map(([name, value]) => html`<dt>${say(`sheet.${name}`)}</dt><dd>${value}</dd>`)}
    ${contacts}</dl></section>`
}

/** Profile sheets of outlets with a map of where they lie: one page that needs nothing but itself (rule 1.5). */
export function sheetPage(
  title: string,
  day: string,
  language: string,
  sheets: readonly Sheet[],
  say: Words,
): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${{ html: style }}</style></head><body><h1>${title}</h1>
<p>${say('sheet.asOf', { day, count: sheets.length })}</p>
${mapOf(sheets, say)}
${sheets.map((sheet, at) => sheetOf(sheet, at, say))}</body></html>`.html
}
