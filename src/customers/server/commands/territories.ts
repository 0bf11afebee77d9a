import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { ChangeTerritory, NewTerritory, Territory } from '../../schema/territory.ts'
import { stewardSellsThere, territoryFor } from '../../territory.ts'
import { changeMany, moveToTerritories } from '../queries/bulk.ts'
import { coveringTerritories } from '../queries/covering.ts'
import * as areas from '../queries/territories.ts'
import { type Work, inRegister } from './in-register.ts'
import { codeTaken } from './refusals.ts'

const coversNothing = { countries: [], regions: [], cities: [] }

/** Adds an area with its steward, who is not one of its salespeople (rule 1.3). */
export async function addTerritory(
  services: Services,
  actor: Actor,
  { name, stewardId = null, covers = coversNothing, salespeople = [] }: NewTerritory,
): Promise<Territory | Refusal> {
  const work = inRegister(services, actor, 'add-territory', 'territories.change', async (in_) => {
    if (stewardSellsThere(stewardId, salespeople)) return refuse('steward-sells-there', { rule: '1.3' })
    const id = newId()
    await areas.insertTerritory(in_.tx, { id, name, stewardId, covers })
    return await settled(in_, id, salespeople)
  })
  return await work.catch(codeTaken)
}

/** Changes an area; what is left out stays. */
export async function changeTerritory(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...input }: ChangeTerritory,
): Promise<Territory | Refusal> {
  const work = inRegister(services, actor, 'change-territory', 'territories.change', async (in_) => {
    const [before] = await areas.territories(in_.tx, id)
    if (before === undefined) return refuse('not-found')
    const stewardId = input.stewardId === undefined ? (before.steward?.id ?? null) : input.stewardId
    const salespeople = input.salespeople ?? before.salespeople.map((person) => person.id)
    if (stewardSellsThere(stewardId, salespeople)) return refuse('steward-sells-there', { rule: '1.3' })
    const { name = before.name, covers = before.covers } = input
    // Steward and salesperson may change places: the steward comes back when the salespeople are settled.
    if (!(await areas.updateTerritory(in_.tx, { id, name, stewardId: null, covers, version }))) {
      return refuse('changed-since', { facts: { version: before.version } })
    }
    await areas.setSalespeople(in_.tx, id, salespeople)
    await areas.setSteward(in_.tx, id, stewardId)
    return await settled(in_, id, null)
  })
  return await work.catch(codeTaken)
}

/** Removes an area; its customers belong to none. Refused while it has customers that the asker doesn't see. */
export async function removeTerritory(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  const work = inRegister(
    services,
    actor,
    'remove-territory',
    'territories.change',
    async ({ tx, changes, facts }) => {
      if ((await areas.territories(tx, id)).length === 0) return refuse('not-found')
      const customers = await areas.customersIn(tx, id)
      const batch = { cause: 'placed', batchId: newId(), today: facts.today }
      if (customers.length > 0) {
        await changeMany(
          tx,
          customers,
          { columns: { territory_id: null }, addTags: [], removeTags: [] },
          batch,
        )
        changes.addAll(
          'customer',
          customers.map((customer) => ({ id: customer, customerId: customer })),
        )
      }
      await areas.deleteTerritory(tx, id)
      changes.add('territory', id, null, true)
      changes.add('person_territory', id, null, true)
      return { id }
    },
  )
  return await work.catch((error: unknown) => {
    const refusal = codeTaken(error)
    return refusal.refused === 'invalid-territory-unknown' ? refuse('area-in-use') : refusal
  })
}

/** Puts customers into areas by what the areas cover; those in one already only if `again`. Can be undone. */
export async function placeInTerritories(
  services: Services,
  actor: Actor,
  again: boolean,
): Promise<Placed | Refusal> {
  const done = await inRegister(services, actor, 'place-in-territories', 'territories.change', (in_) =>
    placeAll(in_, again),
  )
  return isRefusal(done) && done.refused === 'nothing-changed' ? { placed: 0, batchId: null } : done
}

type Placed = { placed: number; batchId: string | null }

async function placeAll({ tx, changes, facts }: Work, again: boolean): Promise<Placed | Refusal> {
  const covering = await coveringTerritories(tx)
  const places = (await areas.placesOfCustomers(tx, again)).flatMap((place) => {
    const territoryId = territoryFor({ ...place, country: place.country ?? facts.country }, covering)
    return territoryId === null ? [] : [{ ...place, territoryId }]
  })
  const batchId = newId()
  const batch = { cause: 'placed', batchId, today: facts.today }
  const moved = places.length === 0 ? [] : await moveToTerritories(tx, places, again, batch)
  if (moved.length === 0) return refuse('nothing-changed')
  changes.addAll(
    'customer',
    moved.map((id) => ({ id, customerId: id })),
  )
  return { placed: moved.length, batchId }
}

async function settled(
  { tx, changes }: Work,
  id: string,
  salespeople: readonly string[] | null,
): Promise<Territory | Refusal> {
  if (salespeople !== null) await areas.setSalespeople(tx, id, salespeople)
  changes.add('territory', id)
  changes.add('person_territory', id)
  const [territory] = await areas.territories(tx, id)
  return territory ?? refuse('not-found')
}
