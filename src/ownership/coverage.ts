import { addMonths } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'

/** Ways to reach a customer without its salesperson (rule 2.6). */
export const channelKinds = ['company-number', 'shared-mailbox', 'portal', 'messaging-account'] as const
export type ChannelKind = (typeof channelKinds)[number]

export type CoverageSettings = {
  /** A touch counts for so many months; after that nobody can say they know the customer. */
  readonly months: number
  /** So many kinds of channels a customer should have: two numbers ring in the same office. */
  readonly channels: number
}
/** The values in [brackets] of rule 2.6. */
export const defaultCoverage: CoverageSettings = { months: 6, channels: 2 }

export const coverageLimits = {
  months: { least: 1, most: 60 },
  channels: { least: 0, most: channelKinds.length },
} as const

/** The company's settings over the defaults. */
export function coverageSettingsFrom(kept: Partial<CoverageSettings> | null | undefined): CoverageSettings {
  return {
    months: kept?.months ?? defaultCoverage.months,
    channels: kept?.channels ?? defaultCoverage.channels,
  }
}

/** The first day on which a touch still counts. */
export function knownSince(today: Day, { months }: Pick<CoverageSettings, 'months'>): Day {
  return addMonths(today, -months)
}

/** What is known of how well a customer is covered. People are ours and still here; roles and touches are apart. */
export type Coverage = {
  readonly tier: 'A' | 'B' | 'C' | null
  /** How many people really know it. */
  readonly knownBy: number
  /** Known to one person, and nobody else is named as owner, backup or sponsor. */
  readonly alone: boolean
  readonly backups: number
  readonly sponsors: number
  /** Kinds of channels. */
  readonly channels: number
}

/** What can be missing, in the order in which it is put right. */
export const needs = ['backup', 'sponsor', 'channel'] as const
export type Need = (typeof needs)[number]

/**
 * What a customer lacks: A and B a backup, A a sponsor (rule 2.2), every customer enough channels (rule 2.6). Where no
 * tier is known yet, a backup is missed when all hangs on one person.
 */
export function missingOf(coverage: Coverage, settings: CoverageSettings): Need[] {
  const { tier, alone, backups, sponsors, channels } = coverage
  const lacks: Readonly<Record<Need, boolean>> = {
    backup: backups === 0 && (tier === 'A' || tier === 'B' || (tier === null && alone)),
    sponsor: sponsors === 0 && tier === 'A',
    channel: channels < settings.channels,
  }
  return needs.filter((need) => lacks[need])
}
