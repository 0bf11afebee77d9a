import type { Tx } from '../../../platform/server/database/connect.ts'
import { withoutMentions } from '../../blank.ts'
import { mentions, mentionsIn, needlesOf } from '../../needles.ts'
import type { Found, Subject } from '../../schema.ts'
import { contactsLike, outletsLike, soughtOf, staffLike } from './contacts.ts'
import {
  changeRequestsAround,
  documentsAround,
  familyOf,
  historyAround,
  importRowsAround,
  mergesAround,
  notesAround,
} from './mentions.ts'

type Mention = Found['mentions'][number]

/** Everything that is kept about a person: where they are a contact, and wherever else the register speaks of them. */
export async function findSubjectOf(tx: Tx, subject: Subject, country: string): Promise<Found> {
  const sought = soughtOf(subject, country)
  const contacts = await contactsLike(tx, sought)
  const outlets = await outletsLike(tx, sought)
  const needles = needlesOf([...contacts.map(asKnown), { ...subject, phones: [subject.phone, sought.phone] }])
  const near = [...contacts, ...outlets].map((one) => one.customer.id)
  const customers = await familyOf(tx, [...new Set(near)])
  const contactIds = new Set(contacts.map((one) => one.id))
  const counted = new Map<string, Mention>()
  const count = (where: Mention['where'], customer: Mention['customer']) => {
    const key = `${where} ${customer?.id ?? ''}`
    const mention = counted.get(key) ?? { where, customer, count: 0 }
    counted.set(key, { ...mention, count: mention.count + 1 })
  }
  for (const entry of await historyAround(tx, customers, needles)) {
    if (contactIds.has(entry.entityId) || mentionsIn(entry.fields, needles)) count('history', entry.customer)
  }
  for (const { customer, note } of await notesAround(tx, customers, needles)) {
    if (withoutMentions(note, needles) !== null) count('note', customer)
  }
  for (const one of await changeRequestsAround(tx, customers)) {
    if (contactIds.has(one.entityId) || mentionsIn(one.values, needles)) count('request', one.customer)
  }
  for (const { record } of await mergesAround(tx, customers)) {
    if (mentionsIn(record, needles)) count('merge', null)
  }
  for (const { values } of await importRowsAround(tx, customers, needles)) {
    if (mentionsIn(values, needles)) count('import', null)
  }
  const documents = (await documentsAround(tx, customers)).map(({ note, ...one }) => ({
    ...one,
    mentions: mentions(`${one.name}\n${note ?? ''}`, needles),
  }))
  return { contacts, outlets, staff: await staffLike(tx, sought), mentions: [...counted.values()], documents }
}

function asKnown(contact: Found['contacts'][number]) {
  return { name: contact.name, email: contact.email, phones: [contact.phone, contact.messaging] }
}
