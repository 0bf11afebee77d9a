import { afterEach, expect, test } from 'vitest'
import { dropTree, makeTree, runIn } from './tree.ts'

let folder: string

afterEach(() => dropTree(folder))

test.each([
  ['types/rule-imports-server', 'rules', /src\/people\/rule\.ts\(1,\d+\): error TS6307/],
  ['types/web-imports-server', 'web', /src\/people\/web\/Card\.tsx\(1,\d+\): error TS6307/],
  ['types/server-imports-web', 'server', /src\/people\/server\/routes\.ts\(1,\d+\): error TS6307/],
])('%s is refused', async (name, part, message) => {
  folder = await makeTree(name)
  const { stdout, status } = runIn(folder, 'tsc', ['-b', `tsconfig.${part}.json`])
  expect(status).not.toBe(0)
  expect(stdout).toMatch(message)
})

test('a rule does not even know the names of what lies outside', async () => {
  folder = await makeTree('types/rule-names-the-outside')
  const { stdout } = runIn(folder, 'tsc', ['-b', 'tsconfig.rules.json'])
  for (const name of ['document', 'process', 'fetch', 'Buffer', 'setTimeout']) {
    expect(stdout).toContain(`Cannot find name '${name}'`)
  }
})
