import { problemOf } from '../../platform/web/request/problem.ts'
import { fieldSentencesOf, sentenceOf } from '../../platform/web/request/sentence.ts'

/** The sentence for each field that a refusal names, whether the value was malformed or a rule refused it (rule 10.5). */
export function fieldErrors(error: unknown): Record<string, string> {
  if (error === null || error === undefined) return {}
  const field = problemOf(error).facts?.['field']
  return typeof field === 'string' ? { [field]: sentenceOf(error) } : fieldSentencesOf(error)
}
