import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { completenessOf, missingFrom } from './completeness.ts'
import { type CompletenessPart, completenessParts, defaultSettings, settingsFrom } from './settings.ts'

const record = <T>(value: fc.Arbitrary<T>) =>
  fc.record(
    Object.fromEntries(completenessParts.map((part) => [part, value])) as Record<
      CompletenessPart,
      fc.Arbitrary<T>
    >,
  )

test('the weights that come with the program sum to 100', () => {
  expect(Object.values(defaultSettings.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
})

test('0 to 100; 100 exactly when nothing that counts is missing; more filled is never less', () => {
  fc.assert(
    fc.property(
      record(fc.boolean()),
      record(fc.nat(100)),
      fc.constantFrom(...completenessParts),
      (filled, weights, part) => {
        const { score, parts } = completenessOf(filled, weights)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(score === 100).toBe(missingFrom(parts).length === 0)
        expect(completenessOf({ ...filled, [part]: true }, weights).score).toBeGreaterThanOrEqual(score)
      },
    ),
  )
})

test('what is missing comes by weight', () => {
  const nothing = Object.fromEntries(completenessParts.map((part) => [part, false])) as Record<
    CompletenessPart,
    boolean
  >
  const { score, parts } = completenessOf({ ...nothing, location: true }, defaultSettings.weights)
  expect(score).toBe(15)
  expect(missingFrom(parts)[0]).toEqual({ part: 'person-in-charge', weight: 15, present: false })
})

test('a company’s settings stand over the defaults, part by part', () => {
  const settings = settingsFrom({ staleDays: 30, weights: { ...defaultSettings.weights, tier: 0 } })
  expect(settings).toMatchObject({
    staleDays: 30,
    weights: { tier: 0, location: 15 },
    personalGroup: { on: false },
  })
  expect(settingsFrom(undefined)).toEqual(defaultSettings)
})
