import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { dropTree, makeTree, runIn } from './tree.ts'

let folder: string

afterEach(() => dropTree(folder))

function runStage(name: string) {
  const { stdout, stderr, status } = runIn(folder, 'node', ['bin/test.mjs', '--only', name])
  return { said: stdout + stderr, last: stdout.trimEnd().split('\n').at(-1), status }
}

test('imports fail when not a single file was looked at', async () => {
  folder = await makeTree()
  const { said, last, status } = runStage('imports')
  expect(said).toContain('No file was looked at')
  expect({ last, status }).toEqual({ last: '1 passed, 1 failed', status: 1 })
})

test('imports fail for a forbidden one and pass for a good file', async () => {
  folder = await makeTree('imports')
  expect(runStage('imports')).toMatchObject({ last: '1 passed, 1 failed', status: 1 })
  await dropTree(folder)
  folder = await makeTree()
  await writeFile(join(folder, 'src/good.ts'), 'export const good = true\n')
  expect(runStage('imports')).toMatchObject({ last: '2 passed, 0 failed', status: 0 })
})

test('tests are counted one by one; a file that can not be loaded counts as a failed one', async () => {
  folder = await makeTree('tests')
  expect(runStage('unit')).toMatchObject({ last: '2 passed, 2 failed, 1 skipped', status: 1 })
})

test('a kind that has no tests fails', async () => {
  folder = await makeTree()
  const { said, last } = runStage('unit')
  expect(said).toContain('No tests were found.')
  expect(last).toBe('1 passed, 1 failed')
})

test('a stage that does not exist is told of', async () => {
  folder = await makeTree()
  const { said, status } = runStage('spelling')
  expect(said).toContain('There is no stage spelling')
  expect(status).toBe(2)
})
