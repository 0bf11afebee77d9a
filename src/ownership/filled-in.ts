import type { Filled } from '../customers/completeness.ts'

type Given = {
  readonly street?: unknown
  readonly city?: unknown
  readonly phone?: unknown
  readonly email?: unknown
  readonly channel?: unknown
  readonly taxId?: unknown
  readonly tier?: unknown
  readonly paymentDays?: unknown
  readonly openingHours?: unknown
  readonly visitHours?: unknown
  readonly location?: unknown
  readonly contacts?:
    | readonly {
        readonly phone?: unknown
        readonly email?: unknown
        readonly messaging?: unknown
        readonly inCharge?: unknown
      }[]
    | undefined
}

const is = (value: unknown) => value !== undefined && value !== null && value !== ''
const listed = (value: unknown) => Array.isArray(value) && value.length > 0

/** Which parts of a profile a registration that isn't in the register fills (rule 1.3). */
export function filledIn(given: Given): Filled {
  const contacts = given.contacts ?? []
  const inCharge = contacts.filter((contact) => contact.inCharge === true)
  const reached = inCharge.some(({ phone, email, messaging }) => is(phone) || is(email) || is(messaging))
  return {
    address: is(given.street) && is(given.city),
    location: is(given.location),
    phone: is(given.phone) || contacts.some(({ phone }) => is(phone)),
    email: is(given.email) || contacts.some(({ email }) => is(email)),
    'person-in-charge': inCharge.length > 0,
    'reachable-in-charge': reached,
    channel: is(given.channel),
    tier: is(given.tier),
    'opening-hours': listed(given.openingHours),
    'visit-hours': listed(given.visitHours),
    'tax-id': is(given.taxId),
    terms: is(given.paymentDays),
    products: false,
  }
}
