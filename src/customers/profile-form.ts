import type { Customer } from './schema/detail.ts'

/** What of a customer a form begins with. */
type Shown = Omit<Customer, 'requests' | 'location'>

/** The texts of a profile as a form holds them: empty for nothing. Hours and the place have forms of their own. */
export const profileTexts = [
  'name',
  'legalName',
  'taxId',
  'code',
  'channel',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'territoryId',
  'parentId',
  'phone',
  'fax',
  'email',
  'website',
  'creditLimit',
  'paymentDays',
  'note',
] as const
export type ProfileText = (typeof profileTexts)[number]
export type ProfileValues = Record<ProfileText, string> & { tags: string[] }
export type ProfileField = ProfileText | 'tags'

export const emptyProfile: ProfileValues = {
  ...(Object.fromEntries(profileTexts.map((name) => [name, ''])) as Record<ProfileText, string>),
  tags: [],
}

/** `digits`: how many decimals the currency of the credit limit has. */
export function valuesOf(customer: Shown, digits: number): ProfileValues {
  const limit = customer.creditLimit
  const known: Partial<Record<ProfileText, string | null>> = {
    ...customer,
    territoryId: customer.territory?.id ?? null,
    parentId: customer.parent?.id ?? null,
    creditLimit: limit === null ? null : amountText(limit.minor, digits),
    paymentDays: customer.paymentDays === null ? null : String(customer.paymentDays),
  }
  const texts = profileTexts.map((name) => [name, known[name] ?? ''] as const)
  return { ...(Object.fromEntries(texts) as Record<ProfileText, string>), tags: [...customer.tags] }
}

type Money = { minor: number; currency: string }
export type ReadProfile = Record<Exclude<ProfileText, 'creditLimit' | 'paymentDays'>, string | null> & {
  name: string
  code: string
  creditLimit: Money | null
  paymentDays: number | null
  tags: string[]
}

/** Reads the form; fields whose text isn't what they must be are named in `wrong`. */
export function readValues(
  values: ProfileValues,
  currency: string,
  digits: number,
): { read: ReadProfile; wrong: ProfileText[] } {
  const texts = Object.fromEntries(
    profileTexts.map((name) => [name, values[name].trim() === '' ? null : values[name].trim()]),
  ) as Record<ProfileText, string | null>
  const minor = texts.creditLimit === null ? null : minorUnits(texts.creditLimit, digits)
  const wrong: ProfileText[] = []
  if (texts.name === null) wrong.push('name')
  if (texts.creditLimit !== null && minor === null) wrong.push('creditLimit')
  if (texts.paymentDays !== null && !/^\d{1,4}$/.test(texts.paymentDays)) wrong.push('paymentDays')
  const read: ReadProfile = {
    ...texts,
    name: texts.name ?? '',
    code: texts.code ?? '',
    creditLimit: minor === null ? null : { minor, currency },
    paymentDays: texts.paymentDays === null ? null : Number(texts.paymentDays),
    tags: values.tags,
  }
  return { read, wrong }
}

/** '1234.5' or '1234,5' as whole minor units; null when it isn't an amount with at most so many decimals. */
export function minorUnits(text: string, digits: number): number | null {
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.replaceAll(/\s/g, ''))
  const decimals = found?.[2] ?? ''
  if (found === null || decimals.length > digits) return null
  return Number(`${found[1]}${decimals.padEnd(digits, '0')}`)
}

/** Whole minor units as they are typed: 1250 with two decimals is '12.50'. */
/** Minor units as the field shows them: '12.50'. */
export function amountText(minor: number, digits: number): string {
  if (digits === 0) return String(minor)
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
