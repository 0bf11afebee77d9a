import { i18next } from '../language/start.ts'
import { problemOf } from './problem.ts'

/**
 * The sentence for an error of a request. A feature says its refusals under `refused.<code>` in its own namespace;
 * what everything may answer is in `problems`. Unknown codes get the sentence for their kind. `of`: the feature whose
 * words are wanted where several say the same refusal.
 */
export function sentenceOf(error: unknown, of?: string): string {
  const problem = problemOf(error)
  const loaded = Object.keys(i18next.getDataByLanguage(i18next.language) ?? {})
  const features = of === undefined ? loaded : [of, ...loaded]
  const keys = [
    `problems:${problem.code}`,
    ...features.map((feature) => `${feature}:refused.${problem.code}`),
  ]
  const facts = spoken(problem.facts)
  // With the facts, because a sentence may have a form for each count.
  const key = keys.find((candidate) => i18next.exists(candidate, facts))
  if (key !== undefined) return i18next.t(key, facts)
  return i18next.t(problem.status >= 500 ? 'problems:unexpected' : 'problems:refused')
}

/** The sentences of single fields by their name (`company.name`), for forms. */
export function fieldSentencesOf(error: unknown): Record<string, string> {
  const errors = problemOf(error).errors ?? []
  return Object.fromEntries(
    errors.map(({ field, why, limit = 0 }) => {
      const key = `problems:fieldWhy.${why ?? ''}`
      return [field, i18next.exists(key) ? i18next.t(key, { limit }) : i18next.t('problems:field')]
    }),
  )
}

/** Facts as they are said: a calendar day as this language writes it. */
function spoken(facts: Readonly<Record<string, string | number>> = {}): Record<string, string | number> {
  const day = new Intl.DateTimeFormat(i18next.language, { dateStyle: 'long', timeZone: 'UTC' })
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact) ? day.format(Date.parse(fact)) : fact,
    ]),
  )
}
