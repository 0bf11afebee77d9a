import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropTree, makeTree, runIn } from './tree.ts'

type Finding = { readonly code: string; readonly filename: string }

let folder: string
let findings: readonly Finding[]

beforeAll(async () => {
  folder = await makeTree('lint')
  await writeFile(join(folder, 'src/values/long.ts'), lines(301))
  await writeFile(join(folder, 'src/values/just-right.ts'), lines(300))
  const { stdout } = runIn(folder, 'oxlint', ['--format=json', 'src'])
  findings = (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics
})

afterAll(() => dropTree(folder))

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `export const line${index} = ${index}\n`).join('')
}

function rulesFor(file: string): string[] {
  return [...new Set(findings.filter(({ filename }) => filename === `src/${file}`).map(({ code }) => code))]
}

test.each([
  ['people/knows-the-clock.ts', 'eslint(no-restricted-globals)'],
  ['people/schema/knows-the-clock.ts', 'eslint(no-restricted-globals)'],
  ['people/knows-the-clock-by-a-detour.ts', 'eslint(no-restricted-globals)'],
  ['people/rolls-dice.ts', 'eslint(no-restricted-properties)'],
  ['people/asks-the-network.ts', 'eslint(no-restricted-globals)'],
  ['people/uses-a-package.ts', 'eslint(no-restricted-imports)'],
  ['people/reads-a-file.ts', 'eslint(no-restricted-imports)'],
  ['people/schema.ts', 'eslint(no-restricted-imports)'],
  ['people/api/list.ts', 'eslint(no-restricted-imports)'],
  ['values/cycle-one.ts', 'import(no-cycle)'],
  ['values/long.ts', 'eslint(max-lines)'],
  ['people/server/default-export.ts', 'import(no-default-export)'],
  ['people/server/anything.ts', 'typescript(no-explicit-any)'],
  ['people/server/talks.ts', 'eslint(no-console)'],
])('%s is refused by %s', (file, rule) => {
  expect(rulesFor(file)).toContain(rule)
})

test.each(['people/good.ts', 'values/good.ts', 'customers/schema.ts', 'values/just-right.ts'])(
  '%s is fine',
  (file) => {
    expect(rulesFor(file)).toEqual([])
  },
)
