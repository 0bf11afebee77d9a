import { companyOf } from '../../../people/server/queries/company.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { putCustomerWords } from '../../../customers/server/queries/words.ts'
import { openStore } from '../../../platform/server/storage/settings.ts'
import { blankCases, evidenceOf } from '../queries/erasing-cases.ts'
import { deleteContent } from '../../../documents/server/commands/remove.ts'
import { dropWords } from '../../../stewardship/server/queries/merging.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { initialsOf } from '../../blank.ts'
import type { Erasure, ErasurePlan, PrivacyRequest } from '../../schema.ts'
import { block } from '../queries/blocked.ts'
import {
  blankCustomers,
  blankDocuments,
  blankHistory,
  blankImportRows,
  blankMerges,
  blankRequests,
  deleteContacts,
  dropKeys,
  rewriteNotes,
} from '../queries/erasing.ts'
import { eraseKeptWords } from '../queries/kept-versions.ts'
import { rewriteTexts } from '../queries/free-texts.ts'
import { eraseWords } from '../queries/words.ts'
import { type Plan, inNumbers, planErasure } from '../queries/plan.ts'
import { addStep, closeRequest, lockRequest, mayErase, requestWith } from '../queries/requests.ts'
import { todayOf } from './requests.ts'

/** What an erasure would take and what stays; nothing is changed. */
export async function previewErasure(
  services: Services,
  actor: Actor,
  id: string,
  erasure: Erasure,
): Promise<ErasurePlan | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'answer-subject', async (tx) => {
    const plan = await planFor(tx, actor, id, erasure)
    return 'refused' in plan ? plan : inNumbers(plan)
  })
}

/**
 * Erases a person (rule 10.3): as a contact with the personal notes, from notes, requests, history, imported rows and
 * search, and chosen documents. Keyed hashes keep them from coming back. What the law keeps stays, and the preview said so.
 */
export async function erase(
  services: Services,
  actor: Actor,
  id: string,
  erasure: Erasure,
): Promise<PrivacyRequest | Refusal> {
  if (!actor.may.includes('privacy.erase')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'erase', async (tx, changes) => {
    const plan = await planFor(tx, actor, id, erasure)
    if ('refused' in plan) return plan
    await block(tx, { request: id, reason: null }, plan.identifiers)
    await write(tx, services, actor, plan)
    noteChanges(changes, plan)
    const { goes } = inNumbers(plan)
    await addStep(tx, id, 'erased', goes)
    const { name = '' } = (await lockRequest(tx, id))?.subject ?? {}
    await closeRequest(tx, id, 'done', null, { name: initialsOf(name) || '–' })
    const count = plan.contacts.length + plan.customers.length
    await noteAccess(tx, actor, {
      action: 'privacy.erased',
      entity: 'privacy_request',
      entityId: id,
      rowCount: count,
    })
    return (await requestWith(tx, id, actor, await todayOf(tx, services))) ?? refuse('not-found')
  })
}

async function planFor(tx: Tx, actor: Actor, id: string, erasure: Erasure): Promise<Plan | Refusal> {
  const request = await lockRequest(tx, id)
  if (request === null) return refuse('not-found')
  if (request.state !== 'open') return refuse('request-closed', { rule: '10.3' })
  if (!mayErase(request.kind, actor)) return refuse('not-asked-to-erase', { rule: '10.3' })
  const { country } = await companyOf(tx)
  return (await planErasure(tx, erasure, request.subject, country)) ?? refuse('not-found')
}

async function write(tx: Tx, services: Services, actor: Actor, plan: Plan): Promise<void> {
  const contacts = plan.contacts.map((one) => one.id)
  const documents = plan.documents.map((one) => one.id)
  await blankHistory(tx, plan.history)
  await rewriteNotes(tx, plan.notes)
  await eraseWords(tx, plan.words)
  await rewriteTexts(tx, plan.texts)
  await eraseKeptWords(tx, plan.kept)
  await blankRequests(
    tx,
    plan.requests.map((one) => one.id),
  )
  await blankMerges(tx, plan.merges)
  await blankImportRows(tx, plan.importRows)
  await deleteContacts(tx, contacts)
  if (documents.length > 0) {
    await blankDocuments(tx, documents)
    await deleteContent(services, tx, actor.organizationId, plan.documents)
  }
  await blankCustomers(tx, plan.customers)
  const store = openStore(services.storage, tx, actor.organizationId)
  for (const key of await evidenceOf(tx, plan.customers)) await store.remove(key)
  await blankCases(tx, plan.customers)
  const { settings } = await registerFacts(tx, actor, services.now)
  await rescore(tx, plan.touched, settings.weights)
  await putCustomerWords(tx, plan.touched)
  if (plan.customers.length > 0) await dropWords(tx, plan.customers)
  await dropKeys(tx, [...plan.touched, ...plan.customers])
  await recordHistory(tx, [
    ...plan.contacts.map(({ id, customerId }) => ({
      ...({ entity: 'contact', act: 'removed', cause: 'erase' } as const),
      customerId,
      entityId: id,
    })),
    ...plan.customers.map((id) => ({
      ...({
        entity: 'customer',
        act: 'changed',
        cause: 'erase',
        fields: { status: [null, 'erased'] },
      } as const),
      customerId: id,
      entityId: id,
    })),
  ])
}

/** Erasure reaches devices by the change feed (rule 10.3): contacts and documents as gone, customers to be read anew. */
function noteChanges(changes: Changes, plan: Plan): void {
  changes.addAll('contact', plan.contacts, true)
  changes.addAll('document', plan.documents, true)
  changes.addAll('change_request', plan.requests)
  const feeds = { batch: 'ledger_batch', keeping: 'protection_lock', case: 'collision_event' } as const
  for (const { kind, id, customerId } of plan.words)
    if (kind in feeds) changes.add(feeds[kind as keyof typeof feeds], id, customerId)
  for (const { table, id } of plan.kept) if (table === 'hand_in') changes.add('hand_in', id)
  for (const { table, id, customerId } of plan.texts) changes.add(table, id, customerId)
  const customers = [...plan.touched, ...plan.customers, ...plan.notes.map((one) => one.customerId)]
  changes.addAll(
    'customer',
    customers.map((id) => ({ id, customerId: id })),
  )
}
