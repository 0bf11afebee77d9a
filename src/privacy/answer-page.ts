import { type Html, html } from '../values/html.ts'

type Words = (key: string, facts?: Readonly<Record<string, string | number>>) => string
type Cell = string | number | null
export type Section = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2024}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #d9dce1;overflow-wrap:anywhere}
th{font-weight:600;color:#5a6169;font-size:.85rem}p.note{color:#5a6169}@media print{body{margin:0}}`

function sectionOf({ title, heads, rows }: Section): Html {
  return html`<h2>${title}</h2>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`
}

/** The answer to a data subject as one page that needs nothing but itself: readable offline, and printable. */
export function answerPage(
  company: string,
  day: string,
  language: string,
  sections: readonly Section[],
  say: Words,
): string {
  const filled = sections.filter((section) => section.rows.length > 0)
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${say('answer.title', { company })}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <h1>${say('answer.title', { company })}</h1>
        <p class="note">${say('answer.intro', { day })}</p>
        ${filled.length === 0 ? html`<p>${say('answer.nothing')}</p>` : filled.map(sectionOf)}
        <p class="note">${say('answer.rights')}</p>
      </body>
    </html>`
  return page.html
}
