import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** What a complaint is about (rule 8.2). */
export const complaintKinds = ['product', 'delivery', 'invoice', 'service', 'other'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

export type ComplaintState = 'open' | 'overdue' | 'resolved'
export type ComplaintAct = 'pass-on' | 'resolve' | 'reopen' | 'rate'

/** What may be done with a complaint in each state: the same table for the button, the command and the test. */
export const complaintActs: Readonly<Record<ComplaintAct, readonly ComplaintState[]>> = {
  'pass-on': ['open', 'overdue'],
  resolve: ['open', 'overdue'],
  reopen: ['resolved'],
  rate: ['resolved'],
}

/** Days in which a complaint is to be answered when nobody says otherwise. */
export const daysToAnswer = 5

export type ComplaintDays = { readonly dueOn: Day; readonly resolvedOn: Day | null }

/** How a complaint stands on a day: overdue from the day after it was due. */
export function complaintState({ dueOn, resolvedOn }: ComplaintDays, today: Day): ComplaintState {
  if (resolvedOn !== null) return 'resolved'
  return dueOn < today ? 'overdue' : 'open'
}

/** Whether an act is possible now; otherwise why not. */
export function refusalOfAct(
  act: ComplaintAct,
  complaint: ComplaintDays,
  today: Day,
): Refusal<'complaint-resolved' | 'complaint-open'> | null {
  const state = complaintState(complaint, today)
  if (complaintActs[act].includes(state)) return null
  return refuse(state === 'resolved' ? 'complaint-resolved' : 'complaint-open', { rule: '8.2' })
}

/**
 * The days of a new complaint: when it was raised (today unless said) and by when it is to be answered. Refused when it was
 * raised in the future, or due before it was raised.
 */
export function daysOf(
  given: { readonly raisedOn?: Day | undefined; readonly dueOn?: Day | undefined },
  today: Day,
): { raisedOn: Day; dueOn: Day } | Refusal<'complaint-in-the-future' | 'due-before-raised'> {
  const raisedOn = given.raisedOn ?? today
  if (raisedOn > today)
    return refuse('complaint-in-the-future', { rule: '8.2', facts: { field: 'raisedOn' } })
  const dueOn = given.dueOn ?? addDays(today, daysToAnswer)
  if (dueOn < raisedOn) return refuse('due-before-raised', { rule: '8.2', facts: { field: 'dueOn' } })
  return { raisedOn, dueOn }
}
