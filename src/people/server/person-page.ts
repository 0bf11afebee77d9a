import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { presenceOn } from '../leaving.ts'
import { loadOf } from '../load.ts'
import { type Permission, roles } from '../permissions.ts'
import { mayGive, mayTake } from '../roles.ts'
import type { Person, PersonSummary } from '../schema/person.ts'
import { openInvitation } from './queries/invitations.ts'
import { type PersonOnDay, personOnDay } from './queries/people.ts'
import {
  agreementsOf,
  detailsOf,
  holdingsOf,
  managersAbove,
  postingsOf,
  teamOf,
  territoriesOf,
} from './queries/person-page.ts'
import { rolesOf } from './queries/roles.ts'

/** Adds what the list shows of each and no table holds: presence, and what they carry when the day is today. */
export async function summaries(
  tx: Tx,
  people: readonly PersonOnDay[],
  day: string,
  today: string,
): Promise<PersonSummary[]> {
  const isToday = day === today
  const ids = people.map((person) => person.id)
  const holdings = isToday ? await holdingsOf(tx, ids) : null
  return people.map((person) => ({
    ...person,
    presence: presenceOn(person, day),
    load: holdings === null ? null : loadOf(holdings.get(person.id) ?? []),
  }))
}

/** Everything about one person on a day that the asker may see; null when there is no such person. */
export async function personPage(
  tx: Tx,
  actor: Actor,
  id: string,
  day: string,
  today: string,
  now: Date,
): Promise<Person | null> {
  const may = (name: Permission) => actor.may.includes(name)
  const found = await personOnDay(tx, id, day, now)
  if (found === null) return null
  const [summary] = await summaries(tx, [found], day, today)
  if (summary === undefined) return null
  const details = await detailsOf(tx, id)
  const invitation = may('people.invite') ? await openInvitation(tx, id) : null
  const seesAgreements = may('people.agreements') || actor.personId === id
  const asker =
    actor.personId === null
      ? { id: '', roles }
      : { id: actor.personId, roles: await rolesOf(tx, actor.personId) }
  return {
    ...summary,
    ...details,
    language: details.language as Person['language'],
    on: day,
    territories: await territoriesOf(tx, id),
    postings: await postingsOf(tx, id),
    managers: await managersAbove(tx, id, day),
    ...(await teamOf(tx, id, day)),
    agreements: seesAgreements ? await agreementsOf(tx, id) : null,
    invitation:
      invitation === null
        ? null
        : {
            email: invitation.email,
            mailed: invitation.mailed,
            expiresAt: invitation.expires_at.toISOString(),
            invitedAt: invitation.invited_at.toISOString(),
          },
    mayGive: may('people.roles') ? roles.filter((role) => mayGive(asker, role, id) === null) : [],
    mayTake: roles.filter((role) => summary.roles.includes(role) && mayTake(asker, role, id) === null),
    mayChange: may('people.change') ? 'all' : actor.personId === id ? 'own' : 'no',
  }
}
