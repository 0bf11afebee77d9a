import type { Tx } from '../../../platform/server/database/connect.ts'
import { blankTexts } from '../../blank-texts.ts'
import { type HistoryFields, blankFields, withoutMentions } from '../../blank.ts'
import { type Needles, mentionsIn, needlesOf } from '../../needles.ts'
import type { Erasure, ErasurePlan, Subject } from '../../schema.ts'
import { type Identifier, identifiersOf } from './blocked.ts'
import { staffLike, soughtOf } from './contacts.ts'
import { countNotes, lawfulRecords, lockContacts, lockCustomers } from './erasing.ts'
import {
  changeRequestsAround,
  documentsAround,
  familyOf,
  historyAround,
  importRowsAround,
  mergesAround,
  notesAround,
} from './mentions.ts'
import { type Rewritten, textsAround } from './free-texts.ts'
import { type KeptWords, keptWordsAround } from './kept-versions.ts'
import { type Words, wordsAround } from './words.ts'

/** Everything that an erasure writes, found out before anything is written; the preview shows the same in numbers. */
export type Plan = {
  readonly contacts: readonly { id: string; customerId: string }[]
  readonly customers: readonly string[]
  /** All customers whose profile changes. */
  readonly touched: readonly string[]
  readonly history: readonly { id: string; fields: HistoryFields }[]
  readonly notes: readonly { customerId: string; note: string }[]
  readonly requests: readonly { id: string; customerId: string }[]
  readonly merges: readonly string[]
  readonly documents: readonly { id: string; customerId: string }[]
  readonly importRows: readonly { importId: string; row: number }[]
  readonly words: readonly Words[]
  /** What is left of words in visits, orders, payments … */
  readonly texts: readonly Rewritten[]
  /** Earlier versions and notes that lose their words. */
  readonly kept: readonly KeptWords[]
  readonly personalNotes: number
  readonly identifiers: readonly Identifier[]
  readonly stays: ErasurePlan['stays']
}

/** What an erasure of these would take; null when one of them isn't there. */
export async function planErasure(
  tx: Tx,
  erasure: Erasure,
  subject: Subject,
  country: string,
): Promise<Plan | null> {
  const customers = await lockCustomers(tx, erasure.customerIds)
  if (customers.length < new Set(erasure.customerIds).size) return null
  const contactIds = [...new Set([...erasure.contactIds, ...customers.flatMap((one) => one.contacts)])]
  const contacts = await lockContacts(tx, contactIds)
  if (contacts.length < contactIds.length) return null
  const sought = soughtOf(subject, country)
  const people = [...contacts, ...customers, { ...subject, phones: [subject.phone, sought.phone] }]
  const needles = needlesOf(people)
  const whole = customers.map((one) => one.id)
  const touched = await familyOf(tx, [...new Set([...contacts.map((one) => one.customerId), ...whole])])
  const documents = await documentsAround(tx, touched)
  const chosen = documents.filter(
    (one) => erasure.documentIds.includes(one.id) || whole.includes(one.customer.id),
  )
  if (erasure.documentIds.some((id) => !chosen.some((one) => one.id === id))) return null
  const { own, shared } = await identifiersOf(tx, contactIds, whole)
  const around = await mentionsAround(tx, touched, whole, contactIds, needles)
  const { ledger, orders } = await lawfulRecords(tx, touched)
  const staff = await staffLike(tx, sought)
  const stays = [
    { what: 'outlet', count: new Set(contacts.map((one) => one.customerId)).size - whole.length },
    { what: 'shared', count: shared.length },
    { what: 'orders', count: orders },
    { what: 'ledger', count: ledger },
    { what: 'documents', count: documents.length - chosen.length },
    { what: 'staff', count: staff.length },
    // What was done about the request, and by whom, without the person; and backups, until they are replaced.
    { what: 'record', count: 1 },
    { what: 'backups', count: 1 },
  ].filter((one) => one.count > 0)
  return {
    ...around,
    contacts,
    customers: whole,
    touched: touched.filter((id) => !whole.includes(id)),
    documents: chosen.map(({ id, customer }) => ({ id, customerId: customer.id })),
    personalNotes: await countNotes(tx, contactIds),
    identifiers: own,
    stays,
  }
}

type Around = Pick<
  Plan,
  'history' | 'notes' | 'requests' | 'merges' | 'importRows' | 'words' | 'texts' | 'kept'
>

async function mentionsAround(
  tx: Tx,
  touched: readonly string[],
  whole: readonly string[],
  contacts: readonly string[],
  needles: Needles,
): Promise<Around> {
  const history = (await historyAround(tx, touched, needles)).flatMap((entry) => {
    const all = whole.includes(entry.customer.id) || contacts.includes(entry.entityId)
    const fields = blankFields(entry.fields, needles, all)
    return fields === null ? [] : [{ id: entry.id, fields }]
  })
  const notes = (await notesAround(tx, touched, needles)).flatMap(({ customer, note }) => {
    const left = whole.includes(customer.id) ? null : withoutMentions(note, needles)
    return left === null ? [] : [{ customerId: customer.id, note: left }]
  })
  const requests = (await changeRequestsAround(tx, touched)).filter(
    (one) =>
      whole.includes(one.customer.id) || contacts.includes(one.entityId) || mentionsIn(one.values, needles),
  )
  const merges = (await mergesAround(tx, touched)).filter(
    ({ record }) => whole.length > 0 || mentionsIn(record, needles),
  )
  const rows = await importRowsAround(tx, touched, needles)
  const importRows = rows.filter(
    (one) => (one.entityId !== null && whole.includes(one.entityId)) || mentionsIn(one.values, needles),
  )
  const words = (await wordsAround(tx, touched, whole, needles)).filter(
    ({ alone, values }) => alone || mentionsIn(values, needles),
  )
  const texts = (await textsAround(tx, [...touched, ...whole], needles)).flatMap((row) => {
    const left = blankTexts(row.table, row.texts, needles, whole.includes(row.customerId))
    return left === null ? [] : [{ ...row, texts: left }]
  })
  const kept = (await keptWordsAround(tx, [...touched, ...whole])).filter(
    ({ customerId, values }) =>
      (customerId !== null && whole.includes(customerId)) || mentionsIn(values, needles),
  )
  return {
    history,
    kept,
    texts,
    words,
    notes,
    requests: requests.map(({ id, customer }) => ({ id, customerId: customer.id })),
    merges: merges.map((one) => one.id),
    importRows,
  }
}

/** The plan in numbers, for the person who is to decide. Identifiers are shown once, to whoever erases. */
export function inNumbers(plan: Plan): ErasurePlan {
  const goes: Record<string, number> = {
    contacts: plan.contacts.length,
    customers: plan.customers.length,
    personalNotes: plan.personalNotes,
    history: plan.history.length,
    notes: plan.notes.length,
    requests: plan.requests.length,
    documents: plan.documents.length,
    importRows: plan.importRows.length,
    merges: plan.merges.length,
    words: plan.words.length + plan.texts.length + plan.kept.length,
  }
  return {
    goes: Object.fromEntries(Object.entries(goes).filter(([, count]) => count > 0)),
    blocked: plan.identifiers.map(({ kind, value }) => ({
      kind,
      value: value.slice(value.lastIndexOf(':') + 1),
    })),
    stays: [...plan.stays],
  }
}
