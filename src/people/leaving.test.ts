import { expect, test } from 'vitest'
import { mayLeave, presenceOn } from './leaving.ts'

const here = { hiredOn: '2020-01-10', leftOn: null }

test.each([
  [here, '2026-05-04', { owned: 0, backed: 0 }, null],
  [{ hiredOn: null, leftOn: null }, '1999-01-01', { owned: 0, backed: 0 }, null],
  [here, '2020-01-10', { owned: 0, backed: 0 }, null],
  [
    here,
    '2020-01-09',
    { owned: 0, backed: 0 },
    { refused: 'invalid-leaves-before-hired', facts: { hiredOn: '2020-01-10' } },
  ],
  [
    here,
    '2026-05-04',
    { owned: 64, backed: 3 },
    { refused: 'customers-are-theirs', rule: '2.9', facts: { owned: 64, backed: 3, next: 'departure' } },
  ],
  [here, '2026-05-04', { owned: 0, backed: 1 }, { refused: 'customers-are-theirs', rule: '2.9' }],
  [{ ...here, leftOn: '2026-01-01' }, '2026-05-04', { owned: 0, backed: 0 }, { refused: 'has-left-already' }],
])('%j leaving on %s with %j', (person, day, resting, answer) => {
  const said = mayLeave(person, day, resting)
  if (answer === null) expect(said).toBeNull()
  else expect(said).toMatchObject(answer)
})

test.each([
  [here, '2020-01-09', 'coming'],
  [here, '2020-01-10', 'present'],
  [{ hiredOn: null, leftOn: '2020-01-10' }, '2020-01-10', 'present'],
  [{ hiredOn: null, leftOn: '2020-01-10' }, '2020-01-11', 'left'],
  [{ hiredOn: null, leftOn: null }, '1900-01-01', 'present'],
])('%j on %s is %s', (person, day, presence) => {
  expect(presenceOn(person, day)).toBe(presence)
})
