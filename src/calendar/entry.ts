import type { Day } from '../values/day.ts'

/**
 * Every kind of entry: a feature whose days belong into calendars adds a line here, its sentence to
 * `locales/…/calendar.json` under `entries`, and a source to `src/program/calendar.ts`.
 */
export const entryKinds = ['cover', 'returns', 'agreement-ends', 'visit', 'promise'] as const

/** Something on one or more whole days of a person's calendar. */
export type Entry = {
  /** The same for the same thing at every reading, so that calendars change it instead of doubling it. */
  readonly id: string
  readonly kind: (typeof entryKinds)[number]
  /** Which of the kind's sentences, where it has several. */
  readonly form?: string
  /** The first and the last day. */
  readonly from: Day
  readonly to: Day
  /** What is put into the sentence. */
  readonly facts: Readonly<Record<string, string | number>>
  /** Where it leads, as a path of the app. */
  readonly link: string
}
