import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type ClaimFacts, lostOn, mayClaim } from './claim.ts'
import { type ClaimRules, defaultRules, poolRulesFrom, returnRule } from './rules.ts'

const rules = defaultRules.claims
const free: ClaimFacts = {
  today: '2026-05-20' as Day,
  claimer: { left: false },
  customer: { active: true, disputed: false, tier: 'A', owner: null, inOwnArea: true },
  claimedToday: 4,
  owned: { all: 10, ofTier: 3 },
  lostOn: null,
}
const customer = (more: Partial<ClaimFacts['customer']>) => ({ customer: { ...free.customer, ...more } })
const holding = (more: Partial<ClaimRules['holding']>) => ({ holding: { ...rules.holding, ...more } })

describe('who may claim what', () => {
  test.each<[string, Partial<ClaimFacts>, Partial<ClaimRules>, object | null]>([
    ['a free one', {}, {}, null],
    ['after having left', { claimer: { left: true } }, {}, { refused: 'has-left', rule: '2.9' }],
    ['a closed one', customer({ active: false }), {}, { refused: 'not-active' }],
    ['one that two claim', customer({ disputed: true }), {}, { refused: 'in-collision', rule: '2.3' }],
    [
      'one that somebody has',
      customer({ owner: 'Ana' }),
      {},
      { refused: 'claimed-already', facts: { name: 'Ana' } },
    ],
    ['where nobody may', {}, { who: 'nobody' }, { refused: 'claims-closed' }],
    ['in another area', customer({ inOwnArea: false }), { who: 'own-area' }, { refused: 'not-your-area' }],
    ['in another area where that is free', customer({ inOwnArea: false }), {}, null],
    ['a sixth today', { claimedToday: 5 }, {}, { refused: 'claimed-enough-today', facts: { count: 5 } }],
    ['a sixth without a cap', { claimedToday: 5 }, { perDay: null }, null],
    [
      'one lost 29 days ago',
      { lostOn: '2026-04-21' as Day },
      {},
      { refused: 'cooling-down', facts: { until: '2026-04-21', from: '2026-05-21' } },
    ],
    ['one lost 30 days ago', { lostOn: '2026-04-20' as Day }, {}, null],
    ['one lost today where nobody waits', { lostOn: '2026-05-20' as Day }, { cooldown: 0 }, null],
    ['an eleventh', {}, holding({ all: 10 }), { refused: 'holds-enough', facts: { count: 10, most: 10 } }],
    ['a fourth A', {}, holding({ A: 3 }), { refused: 'holds-enough-of-tier', facts: { most: 3, tier: 'A' } }],
    ['a fourth A where B are capped', {}, holding({ B: 3 }), null],
    ['one without tier', customer({ tier: null }), holding({ none: 0 }), { refused: 'holds-enough-of-tier' }],
  ])('%s', (_name, facts, own, expected) => {
    const refusal = mayClaim({ ...free, ...facts }, { ...rules, ...own })
    if (expected === null) expect(refusal).toBeNull()
    else expect(refusal).toMatchObject(expected)
  })
})

test('nothing returns by itself until the company switches it on, tier by tier', () => {
  expect(returnRule(poolRulesFrom(null), 'A')).toBeNull()
  const on = poolRulesFrom({ recycling: true, tiers: { B: { on: false, days: 60, announce: 7 } } })
  expect(returnRule(on, 'A')).toEqual({ on: true, days: 90, announce: 14 })
  expect(returnRule(on, 'B')).toBeNull()
  expect(returnRule(on, null)).toEqual(on.tiers.none)
  expect(poolRulesFrom({ claims: { holding: { A: 3 } } }).claims).toEqual({
    ...rules,
    holding: { ...rules.holding, A: 3 },
  })
})

test.each<[string, [string, string | null, string][], string | null]>([
  ['never', [['2026-01-01', 'bea', 'assigned']], null],
  ['still', [['2026-01-01', 'ana', 'assigned']], null],
  [
    'handed over',
    [
      ['2026-01-01', 'ana', 'assigned'],
      ['2026-03-01', 'bea', 'assigned'],
    ],
    '2026-03-01',
  ],
  [
    'twice',
    [
      ['2026-01-01', 'ana', 'claim'],
      ['2026-03-01', null, 'recycled'],
      ['2026-04-01', 'ana', 'claim'],
      ['2026-05-01', null, 'released'],
    ],
    '2026-05-01',
  ],
  [
    'given back on the day of the claim',
    [
      ['2026-01-01', 'ana', 'claim'],
      ['2026-01-01', null, 'released'],
    ],
    '2026-01-01',
  ],
  [
    'given by mistake and taken back at once',
    [
      ['2026-01-01', 'ana', 'assigned'],
      ['2026-01-01', null, 'undo'],
    ],
    null,
  ],
])('lost by Ana: %s', (_name, recorded, expected) => {
  const entries = recorded.map(([from, personId, cause], index) => ({
    from: from as Day,
    personId,
    cause,
    ordinal: index + 1,
    batchId: String(index),
    line: 'all',
    role: 'owner' as const,
    seat: 0,
  }))
  expect(lostOn(entries, 'ana')).toBe(expected)
})
