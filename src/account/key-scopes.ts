import { type Refusal, refuse } from '../values/refusal.ts'

/**
 * The scopes a key gets: those asked for, each once; refused when one goes beyond what its maker may (rule 10.1). What the
 * maker loses later, the key loses too: it is asked at every request.
 */
export function scopesFor(
  asked: readonly string[],
  makerMay: readonly string[],
): string[] | Refusal<'invalid-scopes'> {
  const beyond = asked.filter((name) => !makerMay.includes(name))
  if (beyond.length > 0)
    return refuse('invalid-scopes', { rule: '10.1', facts: { scopes: beyond.join(', ') } })
  return [...new Set(asked)].toSorted()
}
