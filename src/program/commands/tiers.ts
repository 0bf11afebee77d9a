import { parseArgs } from 'node:util'
import { programActor } from '../../people/server/queries/actor.ts'
import { type TierPreview, computeTiers, previewTiers } from '../../sales/server/commands/compute-tiers.ts'
import { parseCurrency } from '../../values/currency.ts'
import { type Day, parseDay } from '../../values/day.ts'
import { amountText, money } from '../../values/money.ts'
import { type Refusal, isRefusal } from '../../values/refusal.ts'
import { withServices } from '../beside-app.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'

export const tiers: Command = {
  name: 'tiers',
  says: 'compute the tiers from sales, or say who would move and why',
  usage:
    'relevo tiers [--dry-run] [--as-of DAY] [--top N] [--company NAME] [--json]   undone by: relevo tiers undo',
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        company: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'as-of': { type: 'string' },
        top: { type: 'string', default: '20' },
      },
    })
    const most = Number(values.top)
    if (!Number.isInteger(most) || most < 0 || most > 500)
      throw new UsageError(`--top must be a whole number from 0 to 500, not "${values.top}".`)
    const asOf = dayAsked(values['as-of'])
    return await withServices(io, async (services) => {
      const actor = programActor((await oneCompany(services, values.company)).id)
      const preview = known(await previewTiers(services, actor, { asOf, most }))
      if (values['dry-run'] === true) io.answer({ ...preview, dryRun: true }, inWords(preview, 'would have'))
      else {
        const run = known(await computeTiers(services, actor, { asOf, digest: preview.digest }))
        io.answer({ ...preview, dryRun: false, run }, inWords(preview, 'now have'))
      }
      return 0
    })
  },
}

function dayAsked(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day === null) throw new UsageError(`--as-of must be a day such as 2026-03-31, not "${text}".`)
  return day
}

/** The value, or the refusal as an error in words. */
export function known<T>(done: T | Refusal): T {
  if (!isRefusal(done)) return done
  const facts = Object.values(done.facts ?? {}).join(' ')
  throw new Error(
    `${sentences[done.refused] ?? `Refused: ${done.refused}.`}${facts === '' ? '' : ` (${facts})`}`,
  )
}

const sentences: Readonly<Record<string, string | undefined>> = {
  'no-sales': 'Nothing was sold in these months.',
  'no-rate': 'Sales in another currency have no exchange rate on their day; nothing was computed.',
  'tiers-in-the-future': 'This day is still to come.',
  'changed-since': 'Sales came in at this very moment; try again.',
}

function amount(minor: string, code: string): string {
  const parsed = parseCurrency(code)
  return parsed === null ? `${minor} ${code}` : `${amountText(money(BigInt(minor), parsed))} ${code}`
}

function inWords(preview: TierPreview, have: string): string {
  const { moved, moves, after, customers, from, asOf, salesMinor, currency, unrated } = preview
  const count = moved.up + moved.down + moved.first
  return [
    `${customers} customers, sales from ${from} to ${asOf}: ${amount(salesMinor, currency)}. A ${after.A}, B ${after.B}, C ${after.C}.`,
    `${count} ${have} another tier: ${moved.up} up, ${moved.down} down, ${moved.first} for the first time.`,
    ...unrated.map(
      (one) =>
        `Not counted for want of a rate: ${amount(one.minor, one.currency)} from ${one.from} to ${one.to}.`,
    ),
    ...moves.map(
      (move) =>
        `${move.code.padEnd(10)} ${move.before ?? '-'} → ${move.after}  ${move.name}, ${amount(move.salesMinor, currency)}, place ${move.rank}: ${move.because}`,
    ),
    ...(count > moves.length ? [`… and ${count - moves.length} more`] : []),
  ].join('\n')
}
