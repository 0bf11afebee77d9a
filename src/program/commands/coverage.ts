import { parseArgs } from 'node:util'
import { exposureFrom, riskOf } from '../../ownership/risk.ts'
import { coveragePage } from '../../ownership/server/coverage-page.ts'
import { fixesPage } from '../../ownership/server/customer-coverage.ts'
import { measureOf } from '../../ownership/server/queries/coverage-rules.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { peopleNamed } from '../../people/server/queries/names.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { parseCurrency } from '../../values/currency.ts'
import { isUuid } from '../../values/id.ts'
import { amountText, money } from '../../values/money.ts'
import { percentText } from '../../values/percent.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { facts } from '../facts.ts'
import { withServices } from '../beside-app.ts'

type Page = Exclude<Awaited<ReturnType<typeof coveragePage>>, { refused: string }>
type Fixes = Exclude<Awaited<ReturnType<typeof fixesPage>>, { refused: string }>

export const coverage: Command = {
  name: 'coverage',
  says: 'say what hangs on one person, and which customers to see to first',
  usage: 'relevo coverage [PERSON] [--top N] [--company NAME] [--json]   PERSON: a code, an id or a name',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { company: { type: 'string' }, top: { type: 'string', default: '10' } },
    })
    const size = Number(values.top)
    if (!Number.isInteger(size) || size < 1 || size > 1000)
      throw new UsageError(`--top must be a whole number from 1 to 1000, not "${values.top}".`)
    return await withServices(io, async (services) => {
      const actor = programActor((await oneCompany(services, values.company)).id)
      const found = await readAs(services.db, actor, async (tx) => {
        const measure = await measureOf(tx, facts, services.now())
        const asked = positionals.join(' ').trim()
        const query = asked === '' ? {} : ({ scope: 'person', id: await personMeant(tx, asked) } as const)
        const page = await coveragePage(tx, actor, measure, query)
        const first = await fixesPage(tx, actor, measure, { ...query, size })
        if (isRefusal(page) || isRefusal(first)) throw new Error(`There is nobody named "${asked}".`)
        return { coverage: page, first }
      })
      io.answer({ ...found.coverage, first: found.first }, inWords(found.coverage, found.first))
      return 0
    })
  },
}

async function personMeant(tx: Tx, asked: string): Promise<string> {
  if (isUuid(asked)) return asked
  const meant = await peopleNamed(tx, asked)
  const [only] = meant
  if (only === undefined) throw new Error(`There is nobody named "${asked}".`)
  if (meant.length > 1)
    throw new Error(
      `Several are named "${asked}": say the code (${meant.map((one) => one.code).join(', ')}).`,
    )
  return only.id
}

function inWords(page: Page, { fixes, total }: Fixes): string {
  const risk = riskOf(exposureFrom(page.exposure))
  const who = page.name ?? 'The company'
  if (risk === null) return `${who}: no customers.`
  const of = risk.of === 'sales' ? 'sales of twelve months' : 'customers (no sales are known)'
  return [
    `${who}: ${percentText(risk.one, 1)} % of ${of} known to one person only, ${percentText(risk.alone, 1)} % with nobody else named; ${percentText(risk.nobody, 1)} % known to nobody since ${page.since}.`,
    `Lacking: ${page.lacking.backup} a backup, ${page.lacking.sponsor} a sponsor, ${page.lacking.channel} ways to reach them.`,
    ...fixes.map(
      (fix) =>
        `${fix.code.padEnd(10)} ${fix.name}, ${fix.owner.name}: ${fix.missing.join(', ')}${soldText(fix.sold, page.currency)}`,
    ),
    ...(total > fixes.length ? [`… and ${total - fixes.length} more`] : []),
  ].join('\n')
}

function soldText(sold: string | null, currency: string): string {
  const known = parseCurrency(currency)
  return sold === null || known === null ? '' : `  ${amountText(money(BigInt(sold), known))} ${known}`
}
