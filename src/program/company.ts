import { parseArgs } from 'node:util'
import { companiesHere } from '../people/server/queries/company.ts'
import type { Services } from '../platform/server/services.ts'
import { UsageError } from './command.ts'

type Company = { id: string; name: string }

/** The companies a command is for: the one named by --company, else all. */
export async function companiesAsked(services: Services, args: readonly string[]): Promise<Company[]> {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { company: { type: 'string' } },
  })
  const all = await companiesHere(services.db)
  return values.company === undefined ? all : [named(all, String(values.company))]
}

/** The one company a command is for: named, or the only one there is. */
export async function oneCompany(services: Services, name: string | undefined): Promise<Company> {
  const all = await companiesHere(services.db)
  if (name !== undefined) return named(all, name)
  const [only] = all
  if (only === undefined)
    throw new UsageError('There is no company yet: relevo company create NAME --country CC --currency CUR.')
  if (all.length > 1)
    throw new UsageError(
      `There are ${all.length} companies: say which with --company NAME (${all.map((one) => one.name).join(', ')}).`,
    )
  return only
}

function named(all: readonly Company[], name: string): Company {
  const found = all.find((company) => company.name === name || company.id === name)
  if (found === undefined) throw new UsageError(`There is no company named "${name}".`)
  return found
}
