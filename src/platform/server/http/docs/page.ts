import { html } from 'hono/html'
import { type ApiDocument, type Entry, anchorOf, entriesByTag } from './document.ts'
import { noteOf, typeText } from './type-text.ts'

type Html = ReturnType<typeof html>

/** The contract as a page: every request with its input, output and refusals; found by typing; needs no script to be read. */
export function docsPage(document: ApiDocument): Html {
  const byTag = entriesByTag(document)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${document.info.title} API</title>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/api-docs.css" />
        <script src="/api-docs.js" defer></script>
      </head>
      <body>
        <nav aria-label="Requests">
          <a class="home" href="/"
            ><img src="/mark.svg" width="28" height="28" alt="" /> ${document.info.title}</a
          >
          <input type="search" id="filter" placeholder="Find a request ( / )" aria-label="Find a request" />
          ${[...byTag].map(([tag, entries]) => tagMenu(tag, entries))}
        </nav>
        <main>
          <h1>${document.info.title} API</h1>
          <p>${document.info.description ?? ''}</p>
          <p>
            The same as a document: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Keys are made
            under <a href="/me">Me</a>.
          </p>
          <p id="none" hidden>No request holds these words.</p>
          ${[...byTag].map(
            ([tag, entries]) => html`<section>
              <h2>${tag}</h2>
              ${entries.map((entry) => operationOf(entry, document))}
            </section>`,
          )}
        </main>
      </body>
    </html>`
}

function tagMenu(tag: string, entries: readonly Entry[]): Html {
  return html`<h2>${tag}</h2>
    <ul>
      ${entries.map(
        (entry) =>
          html`<li data-words="${wordsOf(entry)}">
            <a href="#${anchorOf(entry)}"><b class="${entry.method}">${entry.method}</b> ${entry.path}</a>
          </li>`,
      )}
    </ul>`
}

function operationOf(entry: Entry, document: ApiDocument): Html {
  const { method, path, operation } = entry
  const names = new Set<string>()
  const input = Object.entries(operation.requestBody?.content ?? {})
  const answers = Object.entries(operation.responses ?? {})
  const done = answers.filter(([status]) => status.startsWith('2'))
  const bodies = input.map(([kind, { schema }]) => [kind, typeText(schema, names)] as const)
  const results = done.map(
    ([status, answer]) =>
      [
        status,
        answer.description ?? '',
        Object.values(answer.content ?? {}).map(({ schema }) => typeText(schema, names)),
      ] as const,
  )
  const refusals = answers.filter(([status]) => !status.startsWith('2'))
  return html`<article id="${anchorOf(entry)}" data-words="${wordsOf(entry)}">
    <h3><b class="${method}">${method}</b> <code>${path}</code></h3>
    <p>${operation.summary ?? ''}</p>
    ${operation.description === undefined ? '' : html`<p>${operation.description}</p>`}
    <details>
      <summary>Input and output</summary>
      ${parametersOf(entry)}
      ${bodies.map(
        ([kind, text]) =>
          html`<h4>Body <small>${kind}</small></h4>
            <pre>${text}</pre>`,
      )}
      ${results.map(
        ([status, description, texts]) =>
          html`<h4>${status} <small>${description}</small></h4>
            ${texts.map((text) => html`<pre>${text}</pre>`)}`,
      )}
      ${namedTypes(names, document)}
      <h4>Refusals <small>application/problem+json</small></h4>
      <p>${refusals.map(([status, { description }]) => `${status} ${description ?? ''}`).join(' · ')}</p>
    </details>
  </article>`
}

function parametersOf({ operation: { parameters = [] } }: Entry): Html | string {
  if (parameters.length === 0) return ''
  return html`<h4>Parameters</h4>
    <table>
      ${parameters.map(
        ({ name, in: place, required, description, schema }) =>
          html`<tr>
            <th scope="row"><code>${name}</code>${required === true ? '' : '?'} <small>${place}</small></th>
            <td><code>${typeText(schema, new Set())}</code></td>
            <td>
              ${[description ?? '', schema === undefined ? '' : noteOf(schema)].filter(Boolean).join('; ')}
            </td>
          </tr>`,
      )}
    </table>`
}

/** The named types an operation speaks of, and those that these speak of. */
function namedTypes(names: Set<string>, document: ApiDocument): Html[] {
  const shown: Html[] = []
  // A set may grow while one walks it: types named by types come at its end.
  for (const name of names) {
    const text = typeText(document.components?.schemas?.[name], names)
    shown.push(html`<pre><b>${name}</b> = ${text}</pre>`)
  }
  return shown
}

function wordsOf({ method, path, tag, operation }: Entry): string {
  return `${method} ${path} ${tag} ${operation.summary ?? ''}`.toLowerCase()
}
