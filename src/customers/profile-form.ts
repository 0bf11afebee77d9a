import type { Customer } from './schema/detail.ts'
import { type DecimalMark, minorUnits, typedAmount } from '../values/typed-amount.ts'

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
export function valuesOf(customer: Shown, digits: number, mark?: DecimalMark): ProfileValues {
  const limit = customer.creditLimit
  const known: Partial<Record<ProfileText, string | null>> = {
    ...customer,
    territoryId: customer.territory?.id ?? null,
    parentId: customer.parent?.id ?? null,
    creditLimit: limit === null ? null : typedAmount(limit.minor, digits, mark),
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
  mark?: DecimalMark,
): { read: ReadProfile; wrong: ProfileText[] } {
  const texts = Object.fromEntries(
    profileTexts.map((name) => [name, values[name].trim() === '' ? null : values[name].trim()]),
  ) as Record<ProfileText, string | null>
  const minor = texts.creditLimit === null ? null : minorUnits(texts.creditLimit, digits, mark)
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
