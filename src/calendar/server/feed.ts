import ical from 'ical-generator'
import { findActor, programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { sentencesOf } from '../../platform/server/sentences.ts'
import type { Services } from '../../platform/server/services.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import type { Entry } from '../entry.ts'
import { hashOfToken } from './commands/feed.ts'
import { personOfFeed, readerOf } from './queries/feeds.ts'
import type { CalendarSource } from './source.ts'

/**
 * The calendar behind a secret address as iCalendar (RFC 5545), from two months ago to two years ahead. Null when there is
 * no such address, or its person may no longer come in.
 */
export async function calendarOf(
  services: Services,
  sources: readonly CalendarSource[],
  token: string,
  requestId: string,
): Promise<string | null> {
  const { db, now } = services
  const found = await personOfFeed(db, hashOfToken(token))
  if (found === null) return null
  const { organizationId, personId } = found
  const reader = await readAs(db, programActor(organizationId), (tx) => readerOf(tx, personId))
  if (reader === null || reader.userId === null) return null
  const actor = await findActor(db, reader.userId, organizationId, requestId, now())
  if (actor === null || actor.personId !== personId) return null
  const entries = await readAs(db, actor, async (tx) => {
    const today = await companyDay(tx)
    const span = { from: addDays(today, -60), to: addDays(today, 730) }
    const all: Entry[] = []
    for (const source of sources) all.push(...(await source(tx, actor, span)))
    return all
  })
  return written(entries, { ...reader, url: services.url, now: now() })
}

type Reader = { language: string; company: string; url: string; now: Date }

function written(entries: readonly Entry[], { language, company, url, now }: Reader): string {
  const say = sentencesOf('calendar', language)
  const calendar = ical({
    name: `Relevo · ${company}`,
    prodId: { company: 'Relevo', product: 'Relevo' },
    ttl: 3600,
  })
  for (const { id, kind, form, from, to, facts, link } of entries) {
    calendar.createEvent({
      id: `${id}@relevo`,
      stamp: now,
      start: startOf(from),
      // The end of whole days is the first one that no longer belongs to it.
      end: startOf(addDays(to, 1)),
      allDay: true,
      summary: say(`entries.${form === undefined ? kind : `${kind}.${form}`}`, facts),
      url: `${url}${link}`,
    })
  }
  return calendar.toString()
}

/** Whole days have no time zone: their numbers are written as they are. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
