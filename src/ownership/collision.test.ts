import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import {
  type Asker,
  type CollisionAct,
  type CollisionStage,
  type Standing,
  actsOn,
  collisionActs,
  collisionStages,
  maySee,
  mayAct,
  nextStep,
  stageOn,
} from './collision.ts'

const day = (text: string) => text as Day
const standing: Standing = {
  stage: 'open',
  claimants: [
    { personId: 'ana', withdrawn: false, heard: true },
    { personId: 'ben', withdrawn: false, heard: false },
  ],
  holderId: 'ana',
  ruledBy: null,
  ruledByPrincipal: false,
  dueOn: day('2026-05-10'),
}
const rules = ['customers.register', 'collisions.rule']
const people: Readonly<Record<string, Asker>> = {
  ana: { personId: 'ana', may: ['customers.register'], people: ['ana'] },
  ben: { personId: 'ben', may: ['customers.register'], people: ['ben'] },
  cleo: { personId: 'cleo', may: ['customers.register'], people: ['cleo'] },
  'manager of both': { personId: 'mia', may: rules, people: ['mia', 'ana', 'ben'] },
  'manager of one': { personId: 'max', may: rules, people: ['max', 'ana'] },
  'manager who claims': { personId: 'ben', may: rules, people: ['ben', 'ana'] },
  steward: { personId: 'sol', may: [...rules, 'customers.read.all'], people: ['sol'] },
  principal: { personId: 'pia', may: [...rules, 'customers.read.all', 'collisions.decide'], people: ['pia'] },
  'the program': { personId: null, may: [...rules, 'customers.read.all', 'collisions.decide'], people: [] },
}
const askerOf = (name: string): Asker => people[name] ?? { personId: null, may: [], people: [] }
const why = (act: CollisionAct, name: string, more: Partial<Standing> = {}) =>
  mayAct(act, { ...standing, ...more }, askerOf(name))?.refused ?? 'yes'

describe('who may do what with a case', () => {
  test.each<[CollisionAct, string, string, Partial<Standing>]>([
    ['rule', 'principal', 'yes', {}],
    ['rule', 'steward', 'yes', {}],
    ['rule', 'manager of both', 'yes', {}],
    ['rule', 'manager of one', 'not-allowed', {}],
    ['rule', 'manager who claims', 'own-case', {}],
    ['rule', 'ana', 'own-case', {}],
    ['rule', 'cleo', 'not-allowed', {}],
    ['rule', 'the program', 'not-allowed', {}],
    ['rule', 'principal', 'not-in-this-stage', { stage: 'ruled' }],
    ['accept-day', 'manager of both', 'yes', {}],
    ['accept-day', 'ben', 'own-case', {}],
    ['add-evidence', 'ben', 'yes', {}],
    ['add-evidence', 'steward', 'yes', {}],
    ['add-evidence', 'cleo', 'not-allowed', {}],
    ['withdraw', 'ben', 'yes', {}],
    ['withdraw', 'ana', 'holder-stays', {}],
    ['withdraw', 'cleo', 'not-allowed', {}],
    ['claim', 'cleo', 'yes', {}],
    ['appeal', 'ben', 'yes', { stage: 'ruled' }],
    ['appeal', 'cleo', 'not-allowed', { stage: 'ruled' }],
    ['appeal', 'ben', 'not-in-this-stage', { stage: 'final' }],
    ['decide', 'principal', 'yes', { stage: 'appealed', ruledBy: 'mia' }],
    ['decide', 'principal', 'own-ruling', { stage: 'appealed', ruledBy: 'pia', ruledByPrincipal: true }],
    ['decide', 'steward', 'not-allowed', { stage: 'appealed', ruledBy: 'mia' }],
    ['decide', 'steward', 'yes', { stage: 'appealed', ruledBy: 'pia', ruledByPrincipal: true }],
    ['decide', 'ben', 'own-case', { stage: 'appealed', ruledBy: 'mia' }],
  ])('%s, %s: %s', (act, who, expected, more) => expect(why(act, who, more)).toBe(expected))

  test('whoever withdrew has no say any more, and still can’t rule', () => {
    const claimants = standing.claimants.map((one) => ({ ...one, withdrawn: one.personId === 'ben' }))
    expect(why('add-evidence', 'ben', { claimants })).toBe('not-allowed')
    expect(why('rule', 'manager who claims', { claimants })).toBe('own-case')
  })

  const anyStanding = fc.record({
    stage: fc.constantFrom<CollisionStage>(...collisionStages),
    claimants: fc.uniqueArray(
      fc.record({
        personId: fc.constantFrom('ana', 'ben', 'mia', 'sol', 'pia'),
        withdrawn: fc.boolean(),
        heard: fc.boolean(),
      }),
      { selector: ({ personId }) => personId, minLength: 1 },
    ),
    holderId: fc.constantFrom(null, 'ana', 'ben'),
    ruledBy: fc.constantFrom(null, 'mia', 'sol', 'pia'),
    ruledByPrincipal: fc.boolean(),
    dueOn: fc.constantFrom(null, day('2026-05-10')),
  })
  const anyAsker = fc.constantFrom(...Object.values(people))

  test('nobody who claims or claimed ever rules or decides, and nobody decides on their own ruling', () => {
    fc.assert(
      fc.property(anyStanding, anyAsker, (one, asker) => {
        const acts = actsOn(one, asker)
        const isIn = one.claimants.some(({ personId }) => personId === asker.personId)
        if (isIn) expect(acts).not.toEqual(expect.arrayContaining(['rule']))
        if (isIn || one.ruledBy === asker.personId) expect(acts).not.toContain('decide')
      }),
    )
  })

  test('what is allowed is allowed in this stage by the table', () => {
    fc.assert(
      fc.property(anyStanding, anyAsker, (one, asker) => {
        for (const act of actsOn(one, asker)) expect(collisionActs[act]).toContain(one.stage)
      }),
    )
  })
})

test.each([
  ['ana', true],
  ['manager of one', true],
  ['steward', true],
  ['cleo', false],
  ['the program', true],
])('what was said is open to %s: %s', (who, expected) =>
  expect(maySee(standing, askerOf(who))).toBe(expected),
)

test.each<[CollisionStage, string, CollisionStage]>([
  ['ruled', '2026-05-10', 'ruled'],
  ['ruled', '2026-05-11', 'final'],
  ['open', '2026-05-11', 'open'],
  ['appealed', '2026-05-11', 'appealed'],
])('%s on %s is %s', (stage, today, expected) =>
  expect(stageOn(stage, day('2026-05-10'), day(today))).toBe(expected),
)

const bothHeard = standing.claimants.map((one) => ({ ...one, heard: true }))
test.each<[string, Partial<Standing>, string, unknown]>([
  ['one side is still to be heard', {}, '2026-05-10', { what: 'answer', by: '2026-05-10', people: ['ben'] }],
  ['it did not answer in time', {}, '2026-05-11', { what: 'rule', by: '2026-05-15', people: null }],
  [
    'both are heard',
    { claimants: bothHeard },
    '2026-05-01',
    { what: 'rule', by: '2026-05-15', people: null },
  ],
  [
    'it is ruled',
    { stage: 'ruled' },
    '2026-05-01',
    { what: 'appeal', by: '2026-05-10', people: ['ana', 'ben'] },
  ],
  [
    'somebody appealed',
    { stage: 'appealed' },
    '2026-05-01',
    { what: 'decide', by: '2026-05-10', people: null },
  ],
  ['it is final', { stage: 'final' }, '2026-05-01', null],
])('whose turn it is when %s', (_, more, today, expected) =>
  expect(nextStep({ ...standing, ...more }, day(today), 5)).toEqual(expected),
)
