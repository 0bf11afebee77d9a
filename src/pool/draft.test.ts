import { expect, test } from 'vitest'
import { type RulesDraft, draftOf, rulesOf } from './draft.ts'
import { defaultRules } from './rules.ts'

const draft = draftOf(defaultRules)
const claims = (more: Partial<RulesDraft['claims']>) => ({ ...draft, claims: { ...draft.claims, ...more } })
const tierA = (more: object) => ({ ...draft, tiers: { ...draft.tiers, A: { ...draft.tiers.A, ...more } } })

test('what a form shows is what it says back; an empty cap is any number', () => {
  expect(rulesOf(draft)).toEqual(defaultRules)
  expect(draft.claims.holding.A).toBe('')
  expect(rulesOf(claims({ perDay: '' }))?.claims.perDay).toBeNull()
  expect(rulesOf(claims({ perDay: 0, holding: { ...draft.claims.holding, B: '7' } }))?.claims).toMatchObject({
    perDay: 0,
    holding: { all: null, B: 7 },
  })
})

test.each([
  ['no days', tierA({ days: '' })],
  ['told before it begins', tierA({ days: 10, announce: 11 })],
  ['no cool-down', claims({ cooldown: '' })],
])('%s: no rules', (_name, wrong) => expect(rulesOf(wrong)).toBeNull())
