import { type TierKey, tierKeys } from '../../pool/rules.ts'
import { pointOf } from '../../values/geo.ts'

import { type CadenceRules, tierKeyOf } from '../../visits/cadence-rules.ts'
import { type Weeks, visitsAWeek } from '../../visits/cadence.ts'
import {
  type PlanLine,
  type PlanProblem,
  type Relation,
  type Taker,
  type Weights,
  defaultWeights,
} from '../plan-problem.ts'
import type { AskDrill } from '../schema.ts'
import type { DrillFacts } from './drill-facts.ts'
import type { BookRow } from './queries/book.ts'
import type { Tie } from './queries/ties.ts'

/** A working day's hours: a visit takes what is left of the day for it, the way included. */
const hoursADay = 8

const hoursOf = (rules: CadenceRules, tier: TierKey, customers: number) =>
  (visitsAWeek(rules, [{ tier, weeks: null, customers }], weeksOf(rules)) * hoursADay) /
  Math.max(1, rules.visitsADay)

function weeksOf(rules: CadenceRules): Weeks {
  const weeks: Record<TierKey, number> = { A: 0, B: 0, C: 0, none: 0 }
  for (const tier of tierKeys) weeks[tier] = rules.tiers[tier].weeks
  return weeks
}

function relationOf({ backup, sponsor, knows }: Tie): Relation {
  return backup ? 'backup' : sponsor ? 'sponsor' : knows ? 'knows' : 'knew'
}

function weightsOf({ weights }: AskDrill): Weights {
  const of = (name: keyof Weights) => weights?.[name] ?? defaultWeights[name]
  return {
    relation: of('relation'),
    distance: of('distance'),
    alike: of('alike'),
    language: of('language'),
    skill: of('skill'),
    load: of('load'),
  }
}

/** The assignment problem of a drill (rule 3.3), with what was asked of it. */
export function problemOf(facts: DrillFacts, asked: AskDrill): PlanProblem {
  const tiesOf = Map.groupBy(facts.ties, ({ customerId }) => customerId)
  const servedOf = Map.groupBy(facts.served, ({ personId }) => personId)
  const ownedOf = Map.groupBy(facts.owned, ({ personId }) => personId)
  const { cadence } = facts
  return {
    lines: facts.book.map((row) => lineOf(row, tiesOf.get(row.id) ?? [], cadence)),
    takers: facts.candidates.map(({ id, languages, skills }): Taker => {
      const owned = ownedOf.get(id) ?? []
      const served = servedOf.get(id) ?? []
      const alike = new Map<string, number>()
      for (const { channel, customers } of served)
        if (channel !== null) alike.set(channel, (alike.get(channel) ?? 0) + customers)
      const held = (tier: string) =>
        owned
          .filter((one) => tier === 'all' || tierKeyOf(one.tier) === tier)
          .reduce((sum, { customers }) => sum + customers, 0)
      return {
        personId: id,
        languages,
        skills,
        alike,
        places: served.flatMap(({ latitude, longitude }) =>
          latitude === null || longitude === null ? [] : (pointOf(latitude, longitude) ?? []),
        ),
        hoursBefore: tierKeys.reduce((sum, tier) => sum + hoursOf(cadence, tier, held(tier)), 0),
        hoursMost: cadence.workdays.length * hoursADay,
        caps: facts.caps.flatMap(({ tier, most }) => {
          const key = tier === 'all' ? 'all' : tierKeyOf(tier)
          return [{ tier: key, has: held(key), most }]
        }),
      }
    }),
    weights: weightsOf(asked),
    limits: {
      fixed: new Map(asked.fixed?.map(({ customerId, personId }) => [customerId, personId])),
      without: new Set(asked.without),
      tierAOnly: asked.tierAOnly === undefined ? null : new Set(asked.tierAOnly),
    },
  }
}

function lineOf(row: BookRow, ties: readonly Tie[], cadence: CadenceRules): PlanLine {
  const { id, latitude, longitude, channel, language, categories } = row
  const tier = tierKeyOf(row.tier)
  return {
    customerId: id,
    tier,
    hours: hoursOf(cadence, tier, 1),
    point: latitude === null || longitude === null ? null : pointOf(latitude, longitude),
    channel,
    language,
    categories,
    relations: new Map(ties.map((tie) => [tie.personId, relationOf(tie)])),
  }
}
