import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parseCountry } from '../src/values/country.ts'

const folder = process.env['RELEVO_NORTHWIND'] ?? '../shared/data/northwind'

/** Where a file of the Northwind company lies: beside the project, or where RELEVO_NORTHWIND says. It never comes into the repository. */
export function northwindFile(name: string): string {
  return join(folder, name)
}

/** Without its files the tests of Northwind are skipped. */
export const hasNorthwind = existsSync(northwindFile('customers.csv'))

type Cells = Readonly<Record<string, string>>

function table(name: string): Cells[] {
  return parse(readFileSync(northwindFile(name)), { columns: true }) as Cells[]
}

/** Its orders with their lines as its own system would push them. */
export function northwindOrders() {
  const lines = Map.groupBy(table('order_lines.csv'), (line) => line['order_id'] ?? '')
  return table('orders.csv').map((order) => ({
    number: order['order_id'] ?? '',
    changedAt: '1998-06-01T00:00:00Z',
    customer: order['customer_id'],
    person: order['employee_id'],
    orderedOn: order['order_date'],
    requiredOn: order['required_date'],
    shippedOn: day(order['shipped_date']),
    freightMinor: cents(order['freight']),
    shipName: order['ship_name'],
    shipCity: order['ship_city'],
    shipCountry: parseCountry(order['ship_country'] ?? ''),
    lines: (lines.get(order['order_id'] ?? '') ?? []).map((line) => ({
      product: line['product_id'],
      quantity: line['quantity'],
      unitPriceMinor: cents(line['unit_price']),
      discount: line['discount'],
    })),
  }))
}

function day(text: string | undefined): string | null {
  return text === undefined || !/^\d{4}-/u.test(text) ? null : text
}

function cents(text: string | undefined): number {
  return Math.round(Number(text) * 100)
}
