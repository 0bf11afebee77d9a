import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

export type NewFact = {
  readonly kind: string
  readonly expiresOn?: string | undefined
  readonly noChildren?: boolean | undefined
}
type Group = { readonly on: boolean; readonly expiryDays: number }

/**
 * Until when a personal fact is kept, or why it may not be noted (rule 1.2): the company must have switched the group on,
 * a family note must be confirmed to say nothing about a child, and nothing is kept longer than the company's period.
 */
export function personalFactUntil(
  fact: NewFact,
  group: Group,
  today: Day,
): Day | Refusal<'personal-group-off' | 'invalid-about-children' | 'invalid-expiry'> {
  if (!group.on) return refuse('personal-group-off', { rule: '1.2' })
  if (fact.kind === 'family' && fact.noChildren !== true)
    return refuse('invalid-about-children', { rule: '1.2' })
  const latest = addDays(today, group.expiryDays)
  if (fact.expiresOn === undefined) return latest
  if (fact.expiresOn <= today || fact.expiresOn > latest) {
    return refuse('invalid-expiry', { rule: '1.2', facts: { latest } })
  }
  return fact.expiresOn as Day
}
