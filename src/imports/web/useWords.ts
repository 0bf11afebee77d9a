import { useTranslation } from 'react-i18next'
import { problemOf } from '../../platform/web/request/problem.ts'
import { sentenceOf } from '../../platform/web/request/sentence.ts'
import type { StagedRow } from './types.ts'

type Problem = NonNullable<StagedRow['problems']>[number]

/** What is wrong, in words: with a cell, a row, or a whole file. */
export function useWords() {
  const { t, i18n } = useTranslation(['imports', 'tables', 'shell'])
  const fieldName = (name: string) => t(`field.${name}` as 'field.code')
  const what = (code: string, facts: Record<string, string | number>) => {
    const key = [`imports:problem.${code}`, `tables:problem.${code}`].find((one) => i18n.exists(one))
    return key === undefined ? code : String(i18n.t(key, facts))
  }
  const problem = ({ code, field, value, facts }: Problem) => {
    const said = what(code, { ...facts, ...(value === undefined ? {} : { value }) })
    if (field === undefined) return said
    return value === undefined ? `${fieldName(field)} ${said}` : `${fieldName(field)} “${value}” ${said}`
  }
  const fileProblem = (error: unknown) => {
    const { code, facts } = problemOf(error)
    const found = /^invalid-file-(.+)$/u.exec(code)?.[1]
    if (found === undefined) return sentenceOf(error)
    const kind = `tables:kind-not-read.${String(facts?.['value'])}`
    return found === 'kind-not-read' && i18n.exists(kind) ? String(i18n.t(kind)) : what(found, { ...facts })
  }
  return { t, fieldName, problem, fileProblem, what }
}
