import type { Closure } from '../customers/closures.ts'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Span, closedAround, countedDay, firstOpen, joinSpans } from './pauses.ts'
import type { TierRule } from './rules.ts'

/** Why days don't count: the outlet is closed, somebody stands in for its owner, it is kept, a collision is open … */
export type Exemption = Span & { readonly because: string }

/** That the owner was told: on a day, by the clock that ran since `clockFrom`, that the customer returns on another. */
export type Announcement = { readonly clockFrom: Day; readonly announcedOn: Day; readonly returnsOn: Day }

/** What the state of an owned customer depends on. */
export type ProtectionFacts = {
  /** Since when the owner owns it. */
  readonly since: Day
  /** The last visit or order until today, whoever was there; null: none is known. */
  readonly lastActivity: Day | null
  readonly closures: readonly Closure[]
  readonly exemptions: readonly Exemption[]
  /** The last announcement of all, if any. */
  readonly announcement: Announcement | null
}

/** What will happen if nothing else does: told on `announceOn` (null: that was done), in the pool on `returnOn`. */
export type Outlook = {
  /** The day since which nothing happened. */
  readonly clockFrom: Day
  /** Days don't count today. */
  readonly paused: boolean
  readonly announceOn: Day | null
  /** Null: never, because something that stands in the way has no end yet. */
  readonly returnOn: Day | null
}

export type Protection =
  | { readonly state: 'unlimited' }
  | { readonly state: 'exempt'; readonly because: string; readonly until: Day | null }
  | { readonly state: 'protected'; readonly until: Day | null; readonly lastActivity: Day | null }
  | { readonly state: 'announced'; readonly announcedOn: Day | null; readonly returnsOn: Day }
  | { readonly state: 'due' }

/**
 * What awaits an owned customer from `from` on (rule 2.4). Days in which it is closed or exempt don't count. Told is at
 * least `announce` days ahead, however long nobody looked; what was told stands, unless somebody was there since or the
 * customer is protected longer by now.
 */
export function outlookFrom(facts: ProtectionFacts, rule: TierRule, today: Day, from: Day = today): Outlook {
  const { since, lastActivity, announcement } = facts
  const clockFrom = lastActivity !== null && lastActivity > since ? lastActivity : since
  const spans = joinSpans([...closedAround(facts.closures, clockFrom, today), ...facts.exemptions])
  const paused = firstOpen(today, spans) !== today
  const end = countedDay(clockFrom, rule.days, spans)
  const never = { clockFrom, paused, announceOn: null, returnOn: null }
  if (end === null) return never
  if (announcement !== null && announcement.clockFrom === clockFrom && announcement.returnsOn >= end)
    return { ...never, returnOn: firstOpen(later(announcement.returnsOn, from), spans) }
  const announceOn = firstOpen(later(addDays(end, -rule.announce), from), spans)
  if (announceOn === null) return never
  return { ...never, announceOn, returnOn: firstOpen(later(addDays(announceOn, rule.announce), end), spans) }
}

const later = (a: Day, b: Day) => (a > b ? a : b)

/** The state of an owned customer on a day; without a rule it never returns by itself. */
export function protectionOn(facts: ProtectionFacts, rule: TierRule | null, today: Day): Protection {
  if (rule === null) return { state: 'unlimited' }
  const { clockFrom, paused, announceOn, returnOn } = outlookFrom(facts, rule, today)
  if (paused) return exemptOn(facts, clockFrom, today)
  if (returnOn === null) return { state: 'protected', until: null, lastActivity: facts.lastActivity }
  if (announceOn === null)
    return returnOn <= today
      ? { state: 'due' }
      : { state: 'announced', announcedOn: facts.announcement?.announcedOn ?? null, returnsOn: returnOn }
  return announceOn <= today
    ? { state: 'announced', announcedOn: null, returnsOn: returnOn }
    : { state: 'protected', until: returnOn, lastActivity: facts.lastActivity }
}

/** Because of what: of all that holds on the day, what lasts longest. */
function exemptOn(facts: ProtectionFacts, clockFrom: Day, today: Day): Protection {
  const closed = closedAround(facts.closures, clockFrom, today)
  const all = [...facts.exemptions, ...closed.map((span) => ({ ...span, because: 'closed' }))]
  const [longest] = all
    .filter(({ from, until }) => from <= today && (until === null || today < until))
    .toSorted((a, b) => (b.until ?? '9999').localeCompare(a.until ?? '9999'))
  return { state: 'exempt', because: longest?.because ?? '', until: longest?.until ?? null }
}
