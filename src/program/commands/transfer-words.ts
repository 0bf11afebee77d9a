import { sentencesOf } from '../../platform/server/sentences.ts'
import type { Refusal } from '../../values/refusal.ts'

/** Why a transfer is refused, in a sentence; the people it names by name before it. */
export function whyRefused(
  { refused, facts = {} }: Refusal,
  people: readonly { id: string; name: string }[],
): string {
  const person = people.find(({ id }) => id === facts['personId'])
  const sentence = sentencesOf('transfers', 'en')(`refused.${refused}`, facts)
  return person === undefined ? sentence : `${person.name}: ${sentence}`
}
