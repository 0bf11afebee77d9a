import { sentencesOf } from '../../platform/server/sentences.ts'
import type { Refusal } from '../../values/refusal.ts'

/** Why a transfer is refused, in a sentence; people among its facts by name. */
export function whyRefused(
  { refused, facts = {} }: Refusal,
  people: readonly { id: string; name: string }[],
): string {
  const person = people.find(({ id }) => id === facts['personId'])?.name ?? ''
  return sentencesOf('transfers', 'en')(`refused.${refused}`, { ...facts, person }).trim()
}
