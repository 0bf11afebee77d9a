import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type PromiseFacts,
  type PromiseState,
  actionsOnPromise,
  promiseActionNames,
  promiseActions,
  promiseStateOn,
  refusesOnPromise,
} from './promise.ts'

const today = '2026-05-10'
const open: PromiseFacts = { dueOn: null, keptOn: null, withdrawnOn: null }

test.each<[Partial<PromiseFacts>, PromiseState, string[]]>([
  [{}, 'open', ['change', 'keep', 'withdraw']],
  [{ dueOn: '2026-05-10' }, 'open', ['change', 'keep', 'withdraw']],
  [{ dueOn: '2026-05-09' }, 'overdue', ['change', 'keep', 'withdraw']],
  [{ dueOn: '2026-05-09', keptOn: '2026-05-10' }, 'kept', ['reopen']],
  [{ withdrawnOn: '2026-05-10' }, 'withdrawn', ['reopen']],
])('%j is %s', (facts, state, may) => {
  expect(promiseStateOn({ ...open, ...facts }, today)).toBe(state)
  expect(actionsOnPromise(state)).toEqual(may)
})

test('a promise is overdue on a day only if it is on every later one', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`)
  fc.assert(
    fc.property(day, day, day, (dueOn, one, other) => {
      const [before = '', after = ''] = [one, other].toSorted()
      if (promiseStateOn({ ...open, dueOn }, before) === 'overdue')
        expect(promiseStateOn({ ...open, dueOn }, after)).toBe('overdue')
    }),
  )
})

test('what can be done leads away from where it was done, and reopening undoes both ends', () => {
  for (const action of promiseActionNames) {
    const { from, to } = promiseActions[action]
    if (to !== null) expect(from).not.toContain(to)
  }
  expect(refusesOnPromise('keep', 'kept')?.refused).toBe('promise-closed')
  expect(refusesOnPromise('reopen', 'overdue')?.refused).toBe('promise-open')
})
