import { parseArgs } from 'node:util'
import { commitTransfer } from '../../ownership/server/commands/transfer-commit.ts'
import { draftTransfer } from '../../ownership/server/commands/transfer-draft.ts'
import { dropTransfer } from '../../ownership/server/commands/transfer-lines.ts'
import type { Transfer } from '../../ownership/schema/transfer.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, type Io, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { facts } from '../facts.ts'
import { withServices } from '../beside-app.ts'
import { dayAsked } from './people.ts'
import { personNamed } from './person-named.ts'
import { whyRefused } from './transfer-words.ts'

export const transfer: Command = {
  name: 'transfer',
  says: "hand a person's whole book over: --from PERSON --to PERSON… [--dry-run]",
  usage:
    'relevo transfer --from PERSON --to PERSON… [--on YYYY-MM-DD] [--also backup|sponsor]… [--reason TEXT] [--dry-run] [--company NAME] [--json]   PERSON is a code, an id or a name',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string', multiple: true },
        on: { type: 'string' },
        also: { type: 'string', multiple: true },
        reason: { type: 'string' },
        'dry-run': { type: 'boolean' },
        company: { type: 'string' },
      },
    })
    const successors = [...(values.to ?? []), ...positionals]
    if (values.from === undefined) throw new UsageError('Say whose book: --from PERSON.')
    if (successors.length === 0) throw new UsageError('Say who takes it: --to PERSON.')
    const day = dayAsked(values.on)
    const from = values.from
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const actor = programActor(company.id)
      const found = await readAs(services.db, actor, async (tx) => {
        const named = []
        for (const name of [from, ...successors]) named.push(await personNamed(tx, name))
        return named
      })
      const [book, ...people] = found
      const preview = await draftTransfer(services, facts, actor, {
        customers: { book: book?.id ?? '', also: (values.also ?? []).map(seatAsked) },
        how: 'round-robin',
        successors: people.map(({ id }) => ({ personId: id })),
        ...(day === null ? {} : { from: day }),
        ...(values.reason === undefined ? {} : { reason: values.reason }),
      })
      if (isRefusal(preview)) throw new Error(whyRefused(preview, found))
      return values['dry-run'] === true
        ? await onlyLookedAt(services, actor, preview, io)
        : await done(services, actor, preview, io)
    })
  },
}

function seatAsked(word: string): 'backup' | 'sponsor' {
  if (word === 'backup' || word === 'sponsor') return word
  throw new UsageError(`--also is backup or sponsor, not "${word}".`)
}

async function onlyLookedAt(services: Services, actor: Actor, preview: Transfer, io: Io): Promise<number> {
  await dropTransfer(services, actor, preview.id)
  const warnings = preview.warnings.map(({ kind, count }) => ({ kind, count }))
  io.answer(
    { dry_run: true, ...counted(preview), moves: preview.moves, warnings },
    `Nothing was changed. ${words(preview)}\n${warnings.map(({ kind, count }) => `  mind: ${kind}: ${count}`).join('\n')}`.trimEnd(),
  )
  return 0
}

async function done(services: Services, actor: Actor, preview: Transfer, io: Io): Promise<number> {
  const { id, fingerprint } = preview
  const people = preview.successors.map(({ person }) => person)
  const committed = await commitTransfer(services, actor, id, { fingerprint }, Infinity)
  if (isRefusal(committed)) throw new Error(whyRefused(committed, people))
  const batch = committed.committed?.batchId ?? null
  io.answer(
    { batch, transfer: id, ...counted(committed) },
    `${words(committed)}\nTo take it back: relevo transfer undo ${batch}`,
  )
  return 0
}

function counted({ customers, alreadyTheirs, from, successors }: Transfer) {
  return {
    customers,
    already_theirs: alreadyTheirs,
    on: from,
    lines: successors.map(({ person, customers: given }) => ({
      id: person.id,
      to: person.name,
      customers: given,
    })),
  }
}

function words({ customers, from, book, successors }: Transfer): string {
  const each = successors.map(({ person, customers: given }) => `${given} to ${person.name}`).join(', ')
  return `${customers} customers of ${book?.name ?? 'nobody'} from ${from}: ${each}.`
}
