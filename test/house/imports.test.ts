import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropTree, makeTree, project, runIn } from './tree.ts'

type Violation = { readonly from: string; readonly rule: { readonly name: string } }
type Settings = { readonly forbidden: readonly { readonly name: string }[] }

const { forbidden } = createRequire(import.meta.url)(join(project, '.dependency-cruiser.cjs')) as Settings

/** Which file of test/forbidden/imports breaks which rule. */
const broken: readonly (readonly [file: string, rule: string])[] = [
  ['customers/server/reaches-into-routes.ts', 'features-meet-at-rules-queries-commands'],
  ['customers/web/takes-a-part-of-another.ts', 'features-meet-at-rules-queries-commands'],
  ['values/knows-a-feature.ts', 'values-import-nothing'],
  ['platform/server/knows-a-feature.ts', 'platform-imports-no-feature'],
  ['people/looks-into-the-server.ts', 'rules-stay-pure'],
  ['people/web/asks-the-server.ts', 'web-never-imports-server'],
  ['people/server/shows-something.ts', 'server-never-imports-web'],
  ['people/web/shows-a-screen.ts', 'nobody-imports-a-screen'],
  ['people/server/speaks-sql.ts', 'only-queries-speak-sql'],
  ['people/server/speaks-http.ts', 'only-routes-speak-http'],
  ['people/server/speaks-zod.ts', 'only-contracts-speak-zod'],
  ['people/server/uses-a-test.ts', 'product-needs-no-tests'],
  ['people/server/leads-nowhere.ts', 'nothing-missing'],
  ['people/server/by-accident.ts', 'no-package-by-accident'],
]

/** The features in their order, as ARCHITECTURE.md states it; two on one line are neighbours and strangers. */
const order = readOrder(readFileSync(join(project, 'ARCHITECTURE.md'), 'utf8'))

function readOrder(page: string): string[] {
  const line = /^(.* ← .*)$/m.exec(page.slice(page.indexOf('## The order of features')))?.[1] ?? ''
  return line.split(/ ← |, /).map((name) => name.replaceAll('`', '').trim())
}

async function letKnow(feature: string, other: string): Promise<void> {
  await mkdir(join(folder, 'src', feature), { recursive: true })
  await mkdir(join(folder, 'src', other), { recursive: true })
  await writeFile(join(folder, 'src', other, 'rule.ts'), 'export const rule = true\n')
  await writeFile(
    join(folder, 'src', feature, `knows-${other}.ts`),
    `export { rule } from '../${other}/rule.ts'\n`,
  )
}

let folder: string
let violations: readonly Violation[]

beforeAll(async () => {
  folder = await makeTree('imports')
  for (const [index, feature] of order.entries()) {
    for (const earlier of order.slice(0, index)) await letKnow(earlier, feature)
  }
  const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { stdout } = runIn(folder, 'depcruise', args)
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
})

afterAll(() => dropTree(folder))

test.each(broken)('%s is refused by %s', (file, rule) => {
  expect(violations.filter(({ from }) => from === `src/${file}`).map((one) => one.rule.name)).toContain(rule)
})

test('two folders that need each other are refused', () => {
  const cycles = violations.filter(({ rule }) => rule.name === 'no-folder-cycles').map(({ from }) => from)
  expect(cycles).toContain('src/people/server/jobs')
  expect(cycles).toContain('src/people/server/reading')
})

test.each(['customers/server/commands.ts', 'people/server/names-rows.ts', 'people/server/queries/list.ts'])(
  '%s is fine',
  (file) => {
    expect(violations.filter(({ from }) => from === `src/${file}`)).toEqual([])
  },
)

test.each(order.slice(0, -1).map((feature, index) => [feature, order.slice(index + 1)] as const))(
  '%s may know none of %s',
  (feature, later) => {
    const name = `${feature}-knows-only-earlier-features`
    const refused = violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)
    expect(refused.toSorted()).toEqual(later.map((other) => `src/${feature}/knows-${other}.ts`).toSorted())
  },
)

test('every rule has been seen to refuse something', () => {
  const seen = new Set(violations.map(({ rule }) => rule.name))
  expect(forbidden.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
})
