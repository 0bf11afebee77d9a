import { findActor, programActor } from '../../../people/server/queries/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Mail } from '../../../platform/server/mail/mail.ts'
import { sentencesOf } from '../../../platform/server/sentences.ts'
import type { Services } from '../../../platform/server/services.ts'
import { letterOf } from '../../letter.ts'
import { linkOf, phraseOf } from '../../phrase.ts'
import { type Namers, withNames } from '../names.ts'
import { type Claimed, claimLetters, noteFailed, noteSent } from '../queries/letters.ts'
import { noticesById } from '../queries/notices.ts'

/** Few at a time: what a crash finds claimed and unsent isn't sent any more. */
const atOnce = 20

/**
 * Mails a company's people the notices they haven't read, as each wants it; nothing where there is no mail server. At most
 * once: a letter is claimed before it is sent. One that the server turns away is tried again later, together with what came
 * since; one that a crash interrupts isn't, because nobody knows whether it went, and its notices still stand in the app.
 */
export async function mailNotices(
  services: Services,
  namers: Namers,
  organizationId: string,
  signal?: AbortSignal,
): Promise<void> {
  const { db, mail, now, log } = services
  if (mail === null) return
  const program = programActor(organizationId)
  const claim = () => commandAs(db, program, 'claim-letters', (tx) => claimLetters(tx, now(), atOnce))
  for (let letters = await claim(); letters.length > 0; letters = await claim()) {
    for (const letter of letters) {
      const went = await send(services, mail, namers, organizationId, letter).catch((error: unknown) => {
        log.warn(
          { err: { message: error instanceof Error ? error.message : String(error) } },
          'a letter failed',
        )
        return false
      })
      await commandAs(db, program, 'note-letter', (tx) =>
        went ? noteSent(tx, letter.id) : noteFailed(tx, letter.id),
      )
    }
    if (signal?.aborted === true) return
  }
}

/** Writes the letter as its reader may see it and hands it to the mail server. */
async function send(
  { db, url, now }: Services,
  mail: Mail,
  namers: Namers,
  organizationId: string,
  letter: Claimed,
): Promise<boolean> {
  const reader = await findActor(db, letter.userId, organizationId, letter.id, now())
  if (reader === null) return false
  const notices = await readAs(db, reader, async (tx) =>
    withNames(tx, namers, await noticesById(tx, letter.noticeIds)),
  )
  const say = sentencesOf('notices', letter.language)
  const days = new Intl.DateTimeFormat(`${letter.language}-${letter.country}`, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  const write = {
    day: (day: string) => days.format(new Date(`${day}T00:00:00Z`)),
    nameless: (what: string) => say(`nameless.${what}`),
  }
  const lines = notices.map((notice) => {
    const { key, values } = phraseOf(notice, write)
    const link = linkOf(notice)
    return { sentence: say(`kinds.${key}`, values), url: link === null ? null : `${url}${link}` }
  })
  const words = {
    subject: say('mail.subject', { count: lines.length }),
    hello: say('mail.hello', { name: letter.name }),
    open: say('mail.open'),
    all: say('mail.all', { link: `${url}/notices` }),
    how: say('mail.how'),
    footer: say('mail.footer', { company: letter.company }),
  }
  await mail({ to: letter.email, ...letterOf(lines, words) })
  return true
}
