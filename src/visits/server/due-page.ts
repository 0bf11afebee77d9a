import { companyDay } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { tierKeyOf } from '../cadence-rules.ts'
import { type LoadOfPerson, loadsOf } from './cadence-load.ts'
import { readCadenceRules } from './queries/cadence-rules.ts'
import { cadenceOfCustomer, teamOf } from './queries/capacity.ts'
import { type DuePage, dueOfCustomer, duePage } from './queries/due.ts'

type Asked = {
  readonly person?: string | undefined
  readonly scope: 'mine' | 'team' | 'all'
  readonly until?: string | undefined
  readonly overdue: 'yes' | 'no'
  readonly page: number
  readonly size: number
}

/** Whether the asker may look at what somebody has to do. */
export function mayLookAt(actor: Actor, personId: string): boolean {
  return actor.people.includes(personId) || actor.may.includes('customers.read.all')
}

/** A load as the contract shows it. */
export function shownLoad({ personId: id, name, colour, base: _, weeks: __, ...load }: LoadOfPerson) {
  const { workdays, stretched, ...numbers } = load
  return { person: { id, name, colour }, ...numbers, workdays: [...workdays], stretched: [...stretched] }
}

async function whoseOf(
  tx: Tx,
  actor: Actor,
  { person, scope }: Asked,
): Promise<string[] | undefined | Refusal> {
  if (scope === 'all' && person === undefined) return undefined
  const id = person ?? actor.personId
  if (id === null) return []
  if (!mayLookAt(actor, id)) return refuse('not-allowed')
  return scope === 'mine' ? [id] : await teamOf(tx, id)
}

export type DueAnswer = DuePage & { today: string; until: string; loads: ReturnType<typeof shownLoad>[] }

/** What is due for a person, a team, or everybody the asker may look at. */
export async function dueOfPeople(
  { db }: Services,
  actor: Actor,
  asked: Asked,
): Promise<DueAnswer | Refusal> {
  return await readAs(db, actor, async (tx): Promise<DueAnswer | Refusal> => {
    const people = await whoseOf(tx, actor, asked)
    if (people !== undefined && !Array.isArray(people)) return people
    const today = await companyDay(tx)
    const { rules } = await readCadenceRules(tx)
    const loads = await loadsOf(tx, rules, { people }, today)
    const until = asked.until === undefined || asked.until < today ? today : asked.until
    const query = { people, rules, keepings: loads, today, until }
    const { size, page } = asked
    const due = await duePage(tx, query, { size, page, onlyOverdue: asked.overdue === 'yes' })
    return { today, until, ...due, loads: loads.map(shownLoad) }
  })
}

/** How often a customer is visited, and when next. */
export async function customerCadence({ db }: Services, actor: Actor, id: string) {
  return await readAs(db, actor, async (tx) => {
    const own = await cadenceOfCustomer(tx, id)
    if (own === null) return refuse('not-found')
    const today = await companyDay(tx)
    const { rules } = await readCadenceRules(tx)
    const { weeks, reason, tier, personId, active } = own
    const tierRule = rules.tiers[tierKeyOf(tier)]
    const wanted = tierRule.on ? tierRule.weeks : null
    const people = personId === null ? [] : [personId]
    const mayLook = personId !== null && mayLookAt(actor, personId)
    const [load] = mayLook ? await loadsOf(tx, rules, { people }, today) : []
    const due =
      load === undefined ? null : await dueOfCustomer(tx, { rules, keepings: [load], today, people }, id)
    const byHand = weeks === 0 ? null : weeks
    const holds = weeks === null ? (tierRule.on ? (load?.weeks[tierKeyOf(tier)] ?? wanted) : null) : byHand
    const mayChange = active && actor.may.includes('customers.change')
    const none = { dueOn: null, visitOn: null, late: 0 }
    return { weeks, reason, holds, wanted, ...(due ?? none), mayChange }
  })
}
