import { foldText } from '../values/text.ts'

/** What a person is recognised by in a text: folded names, folded e-mails, the last digits of phones. */
export type Needles = {
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly digits: readonly string[]
}

type Known = {
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phones?: readonly (string | null | undefined)[]
}

/** A name of less than so many letters stands in too many words to mean anybody. */
const shortestName = 5
const digitsOfPhone = 9
const fewestDigits = 7

/** What these people are recognised by. A phone counts by its last nine digits: people write it with and without its country. */
export function needlesOf(people: readonly Known[]): Needles {
  const names = people.map(({ name }) => foldText(name ?? '')).filter((name) => name.length >= shortestName)
  const emails = people.map(({ email }) => foldText(email ?? '')).filter((email) => email.includes('@'))
  const digits = people
    .flatMap(({ phones }) => phones ?? [])
    .map((phone) => (phone ?? '').replaceAll(/\D/gu, '').slice(-digitsOfPhone))
    .filter((tail) => tail.length >= fewestDigits)
  return { names: [...new Set(names)], emails: [...new Set(emails)], digits: [...new Set(digits)] }
}

/** Whether a text speaks of one of them. */
export function mentions(text: string, needles: Needles): boolean {
  const folded = foldText(text)
  if ([...needles.names, ...needles.emails].some((needle) => folded.includes(needle))) return true
  if (needles.digits.length === 0) return false
  // Runs of digits with what people put between them, so that two neighbouring numbers are not read as one.
  const numbers = folded.match(/\d[\d\s().\-/]*\d/gu) ?? []
  return numbers.some((number) => {
    const plain = number.replaceAll(/\D/gu, '')
    return needles.digits.some((tail) => plain.includes(tail))
  })
}

/** The same for any JSON value: texts at any depth. */
export function mentionsIn(value: unknown, needles: Needles): boolean {
  if (typeof value === 'string') return mentions(value, needles)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => mentionsIn(inner, needles))
}
