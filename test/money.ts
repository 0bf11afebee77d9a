import type { CustomerAccount } from '../src/sales/schema/account.ts'
import type { Asker } from './make.ts'

/** Asks and answers the body; throws with the answer when it isn't 200. */
export async function ok<T>(who: Asker, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await who.ask(method, path, body)
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

let numbers = 0
/** An invoice recorded by hand; answers its id. */
export async function anInvoice(
  who: Asker,
  customerId: string,
  amountMinor: number,
  more: Record<string, unknown> = {},
): Promise<string> {
  numbers += 1
  const input = { customerId, code: `F-${numbers}`, kind: 'invoice', amountMinor, ...more }
  return (await ok<{ id: string }>(who, 'POST', '/api/receivables', input)).id
}

export function accountOf(who: Asker, customer: string, all = false): Promise<CustomerAccount> {
  return ok(who, 'GET', `/api/receivables/accounts/${customer}${all ? '?all=yes' : ''}`)
}
