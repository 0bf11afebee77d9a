import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env['RELEVO_NORTHWIND'] ?? '../shared/data/northwind'

/** Where a file of the Northwind company lies: beside the project, or where RELEVO_NORTHWIND says. It never comes into the repository. */
export function northwindFile(name: string): string {
  return join(folder, name)
}

/** Without its files the tests of Northwind are skipped. */
export const hasNorthwind = existsSync(northwindFile('customers.csv'))
