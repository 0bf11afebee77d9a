import { companyOf } from '../../../people/server/queries/company.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { type Sentences, sentencesOf } from '../../../platform/server/sentences.ts'
import { type Services, dayIn } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type Section, answerPage } from '../../answer-page.ts'
import type { Found, Subject } from '../../schema.ts'
import { type Dossier, dossierOf } from '../queries/dossier.ts'
import { findSubjectOf } from '../queries/find.ts'
import { addStep, lockRequest } from '../queries/requests.ts'

/** Looks for everything kept about the subject of a request, or about another spelling of them. Logged (rule 10.2). */
export async function findSubject(
  services: Services,
  actor: Actor,
  requestId: string,
  other: Subject | undefined,
): Promise<Found | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'answer-subject', async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request === null) return refuse('not-found')
    if (request.state !== 'open') return refuse('request-closed', { rule: '10.3' })
    const { country } = await companyOf(tx)
    const found = await findSubjectOf(tx, other ?? request.subject, country)
    const count = found.contacts.length + found.outlets.length
    await addStep(tx, requestId, 'searched', { found: count })
    await noteAccess(tx, actor, {
      action: 'privacy.searched',
      entity: 'privacy_request',
      entityId: requestId,
      rowCount: count,
    })
    return found
  })
}

/** What the subject is given: everything kept, as JSON and as a page to read (rule 10.3). Logged. */
export async function answerSubject(
  services: Services,
  actor: Actor,
  requestId: string,
  chosen: { contactIds: readonly string[]; customerIds: readonly string[] },
): Promise<{ json: unknown; html: string; fileName: string } | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'answer-subject', async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request === null) return refuse('not-found')
    if (request.state !== 'open') return refuse('request-closed', { rule: '10.3' })
    const company = await companyOf(tx)
    const today = dayIn(company.timeZone, services.now())
    const dossier = await dossierOf(tx, chosen.contactIds, chosen.customerIds)
    const count = dossier.contacts.length + dossier.outlets.length
    await addStep(tx, requestId, 'answered', { found: count })
    await noteAccess(tx, actor, {
      action: 'privacy.exported',
      entity: 'privacy_request',
      entityId: requestId,
      rowCount: count,
    })
    const say = sentencesOf('privacy', company.language)
    return {
      json: { company: company.name, day: today, subject: request.subject, ...dossier },
      html: answerPage(company.name, today, company.language, sectionsOf(dossier, say), say),
      fileName: `${today}-${requestId.slice(-6)}`,
    }
  })
}

function sectionsOf(dossier: Dossier, say: Sentences): Section[] {
  const heads = (...names: string[]) => names.map((name) => say(`answer.head.${name}`))
  const personalNotes = dossier.contacts.flatMap((contact) =>
    contact.personalNotes.map((note) => [
      contact.outlet,
      note.text,
      note.source,
      note.notedOn,
      note.expiresOn,
    ]),
  )
  return [
    {
      title: say('answer.contacts'),
      heads: heads('outlet', 'name', 'title', 'phone', 'email', 'messaging', 'since'),
      rows: dossier.contacts.map((one) => [
        one.outlet,
        one.name,
        one.title,
        one.phone,
        one.email,
        one.messaging,
        one.since,
      ]),
    },
    {
      title: say('answer.personalNotes'),
      heads: heads('outlet', 'text', 'source', 'noted', 'expires'),
      rows: personalNotes,
    },
    {
      title: say('answer.outlets'),
      heads: heads('field', 'value'),
      rows: dossier.outlets.flatMap((outlet) =>
        Object.entries(outlet).map(([field, value]) => [field, plain(value)]),
      ),
    },
    {
      title: say('answer.notes'),
      heads: heads('outlet', 'text'),
      rows: dossier.notes.map((one) => [one.outlet, one.note]),
    },
    {
      title: say('answer.history'),
      heads: heads('outlet', 'field', 'value'),
      rows: dossier.history.map((one) => [one.outlet, one.field, plain(one.values)]),
    },
    {
      title: say('answer.documents'),
      heads: heads('outlet', 'name', 'since'),
      rows: dossier.documents.map((one) => [one.outlet, one.name, one.addedAt]),
    },
  ]
}

function plain(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((text) => text !== '')
      .join(' → ')
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
