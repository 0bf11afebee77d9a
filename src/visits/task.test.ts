import { expect, test } from 'vitest'
import { type TaskKind, doneKinds, inOrder } from './task.ts'

const task = (kind: TaskKind, doneAt: string | null) => ({ kind, doneAt })

test('tasks stand in the order of their kinds, and what was done is said once', () => {
  const tasks = [
    task('photo', 'x'),
    task('promise', null),
    task('order', 'x'),
    task('photo', 'y'),
    task('order', null),
  ]
  expect(inOrder(tasks).map(({ kind, doneAt }) => [kind, doneAt])).toEqual([
    ['order', 'x'],
    ['order', null],
    ['photo', 'x'],
    ['photo', 'y'],
    ['promise', null],
  ])
  expect(doneKinds(tasks)).toEqual(['order', 'photo'])
  expect(doneKinds([task('stock-count', null)])).toEqual([])
})
