import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { DemoCompany } from './company.ts'
import { type DemoComplaint, type DemoPromise, type DemoVisit, visitsTo, wordsWith } from './field.ts'
import { type DemoDealing, dealingOf, handedInOn } from './money.ts'
import { type DemoOptions, idOn } from './staff.ts'
import type { Pack } from './pack.ts'
import { words } from './words.ts'

/** What happened at one outlet, besides who was responsible and what was ordered. */
export type DemoLife = {
  visits: DemoVisit[]
  promises: DemoPromise[]
  complaints: DemoComplaint[]
  /** One of each order, in their order. */
  dealings: DemoDealing[]
  counts: DemoCount[]
}
/** Two looks at the shelf, so that it can be said what was sold in between (rule 5.5). */
export type DemoCount = { id: string; productId: string; on: Day; quantity: number; facings: number }
export type DemoHandIn = {
  id: string
  personId: string
  on: Day
  expectedMinor: number
  countedMinor: number
}

/** The life of every outlet and the money handed in, the same for the same seed; nothing made before is changed by it. */
export function lifeOf(
  pack: Pack,
  options: DemoOptions,
  made: Omit<DemoCompany, 'life'>,
): { outlets: DemoLife[]; handIns: ReadonlyMap<string, DemoHandIn> } {
  const chance = chanceFrom(`${pack.language} ${options.seed} life`)
  const { promises, complaints } = words[pack.language]
  const texts = { promises: promises.length, complaints: complaints.length }
  const left = new Map(made.staff.people.map(({ id, leftOn }) => [id, leftOn]))
  const isHere = (personId: string, day: Day) => {
    const leftOn = left.get(personId) ?? null
    return leftOn === null || day <= leftOn
  }
  const outlets = made.outlets.map(({ outlet, orders, carried }) => ({
    visits: visitsTo(outlet, orders, options, chance),
    ...wordsWith(outlet, options.today, texts, chance),
    dealings: orders.map((order) => dealingOf(outlet, order, options.today, isHere, chance)),
    counts: outlet.tier === 'C' ? [] : countsOf(carried.slice(0, 6), options.today, chance),
  }))
  return { outlets, handIns: handInsOf(outlets, options.today, chance) }
}

function countsOf(carried: readonly { id: string }[], today: Day, chance: Chance): DemoCount[] {
  const [first, second] = [daysBefore(today, 30 + chance.whole(10)), daysBefore(today, 2 + chance.whole(8))]
  return carried.flatMap((product) => {
    const before = 4 + chance.whole(20)
    const count = (on: Day, quantity: number) => ({
      id: idOn(on, chance),
      productId: product.id,
      on,
      quantity,
      facings: 1 + chance.whole(4),
    })
    const counts = [count(first, before)]
    // Some shelves were looked at once only: what they sold stays unknown.
    if (chance.happens(0.8)) counts.push(count(second, chance.whole(before + 1)))
    return counts
  })
}

/** Who hands in on a Friday what they collected in the week: one act a person and week, now and then a little short. */
function handInsOf(
  outlets: readonly DemoLife[],
  today: Day,
  chance: Chance,
): ReadonlyMap<string, DemoHandIn> {
  const handIns = new Map<string, DemoHandIn>()
  for (const { payment } of outlets.flatMap(({ dealings }) => dealings)) {
    if (payment === null || payment.collectedBy === null) continue
    const on = handedInOn(payment.paidOn, today)
    if (on === null) continue
    const key = handInKey(payment.collectedBy, on)
    const before = handIns.get(key)
    const expectedMinor = (before?.expectedMinor ?? 0) + payment.amountMinor
    handIns.set(key, {
      id: before?.id ?? idOn(on, chance),
      personId: payment.collectedBy,
      on,
      expectedMinor,
      countedMinor: expectedMinor,
    })
  }
  for (const handIn of handIns.values())
    if (chance.happens(0.03))
      handIn.countedMinor = Math.max(0, handIn.countedMinor - 100 * (1 + chance.whole(9)))
  return handIns
}

export function handInKey(personId: string, on: Day): string {
  return `${personId} ${on}`
}

function daysBefore(day: Day, days: number): Day {
  return addDays(day, -days)
}
