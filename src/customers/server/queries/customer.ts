import type { Tx } from '../../../platform/server/database/connect.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { completenessOf } from '../../completeness.ts'
import { mayWith } from '../../may.ts'
import type { Customer } from '../../schema/detail.ts'
import type { RegisterFacts } from './company.ts'
import { filledParts } from './completeness.ts'
import { contactsOf, holdersOf, productsOf, profileOf } from './profile.ts'
import { provenanceOf } from './provenance.ts'
import { requestsOf } from './requests.ts'

/** Everything about one customer that its page shows; null when there is none that the asker may see. */
export async function wholeCustomer(tx: Tx, id: string, facts: RegisterFacts): Promise<Customer | null> {
  const profile = await profileOf(tx, id)
  if (profile === null) return null
  const holders = await holdersOf(tx, id)
  const { actor, settings, freshSince } = facts
  const { confirmedOn } = profile
  return {
    ...profile,
    fresh: confirmedOn !== null && confirmedOn >= freshSince,
    staleOn: confirmedOn === null ? null : addDays(confirmedOn as Day, settings.staleDays + 1),
    completeness: completenessOf(await filledParts(tx, id), settings.weights),
    contacts: await contactsOf(tx, id),
    holders,
    products: await productsOf(tx, id),
    provenance: await provenanceOf(tx, id),
    requests: await requestsOf(tx, { customer: id, state: 'waiting' }, actor),
    may: mayWith(profile, {
      may: actor.may,
      isOfTeam: holders.some(
        ({ role, person }) => role !== 'referrer' && person !== null && person.id === actor.personId,
      ),
      personalGroupOn: settings.personalGroup.on,
    }),
  }
}
