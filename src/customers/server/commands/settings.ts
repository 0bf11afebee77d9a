import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import type { ChangeSettings } from '../../schema/settings.ts'
import { type RegisterSettings, settingsFrom } from '../../settings.ts'
import { rescore } from '../queries/completeness.ts'
import { customersAfter, readSettings, writeSettings } from '../queries/settings.ts'

type Kept = { settings: RegisterSettings; version: number }

/**
 * Changes settings of the register. Refused with changed-since when somebody saved others after the version seen. New
 * weights are applied to every profile by a job.
 */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { customers, version }: ChangeSettings,
): Promise<Kept | Refusal> {
  if (!actor.may.includes('company.settings')) return refuse('not-allowed')
  const given = Object.fromEntries(Object.entries(customers).filter(([, value]) => value !== undefined))
  const done = await commandAs(services.db, actor, 'change-settings', async (tx, changes) => {
    const before = await readSettings(tx)
    const settings = settingsFrom({ ...before.settings, ...given })
    if (!(await writeSettings(tx, settings, version))) {
      return refuse('changed-since', { facts: { version: before.version } })
    }
    changes.add('organization', actor.organizationId)
    return { settings, version: version + 1 }
  })
  if (!isRefusal(done) && customers.weights !== undefined) {
    await services.jobs.enqueue(
      'rescore-customers',
      { organizationId: actor.organizationId },
      actor.organizationId,
    )
  }
  return done
}

/** Computes the completeness of all a company's customers anew, some thousand at a time; answers how many changed. */
export async function rescoreAll(
  services: Services,
  organizationId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  let changed = 0
  let after: string | null = null
  for (;;) {
    const portion: Portion = await rescorePortion(services, organizationId, after)
    changed += portion.changed
    after = portion.last
    if (after === null || signal.aborted) return changed
  }
}

type Portion = { last: string | null; changed: number }

async function rescorePortion(
  services: Services,
  organizationId: string,
  after: string | null,
): Promise<Portion> {
  const actor = programActor(organizationId)
  const ids = await readAs(services.db, actor, (tx) => customersAfter(tx, after, 5000))
  const last = ids.at(-1) ?? null
  const done = await commandAs(services.db, actor, 'rescore-customers', async (tx, changes) => {
    const rescored = await rescore(tx, ids, (await readSettings(tx)).settings.weights)
    if (rescored.length === 0) return refuse('nothing-changed')
    changes.addAll(
      'customer',
      rescored.map((id) => ({ id, customerId: id })),
    )
    return rescored.length
  })
  return { last, changed: isRefusal(done) ? 0 : done }
}
