import { expect, test } from 'vitest'
import { tryAll } from './try-all.ts'

const failing =
  (done: number[], ...bad: number[]) =>
  async (n: number) => {
    if (bad.includes(n)) throw new Error(`not ${n}`)
    done.push(n)
    return await Promise.resolve()
  }

test('one that fails does not starve the others, and is said at the end', async () => {
  const done: number[] = []
  await expect(tryAll([1, 2, 3], failing(done, 1))).rejects.toThrow('not 1')
  expect(done).toEqual([2, 3])
})

test('several are said together', async () => {
  const done: number[] = []
  await expect(tryAll([1, 2, 3], failing(done, 1, 3))).rejects.toThrow('2 of 3: not 1; not 3')
  expect(done).toEqual([2])
})

test('it ends where it is told to', async () => {
  const done: number[] = []
  await tryAll([1, 2], failing(done), AbortSignal.abort())
  expect(done).toEqual([])
})
