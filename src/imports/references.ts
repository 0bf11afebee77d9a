import type { CellProblem, Field, Value } from './target.ts'

/** What becomes of rows that refer to something the company doesn't have: kept back, let in without it, or with it created. */
export const unknownChoices = ['reject', 'empty', 'create'] as const
export type UnknownChoice = (typeof unknownChoices)[number]
/** The choice by field; a field that isn't named keeps its rows back. */
export type UnknownChoices = Readonly<Record<string, UnknownChoice>>

const lookedUp = /^(?:unknown-.+|several-meant|has-left|own-parent)$/u

/** Whether a problem comes from looking a reference up, so that it is found anew at every check. */
export function isLookedUp(problem: Pick<CellProblem, 'code' | 'field'>, fields: readonly Field[]): boolean {
  const field = fields.find(({ name }) => name === problem.field)
  return field?.kind === 'reference' && lookedUp.test(problem.code)
}

/** The names of the fields whose unknown values come to be with the import (rule 1.6). */
export function createdFields(fields: readonly Field[], choices: UnknownChoices = {}): ReadonlySet<string> {
  return new Set(
    fields
      .filter(({ name, unknown }) => choices[name] === 'create' && unknown?.includes('create') === true)
      .map(({ name }) => name),
  )
}

type Row = { values: Readonly<Record<string, Value>>; readonly problems: CellProblem[] }

/** Lets a row come in without what it refers to, where a person chose that (rule 1.6). Changes the row. */
export function forgiveUnknown(row: Row, fields: readonly Field[], choices: UnknownChoices = {}): void {
  for (const field of fields) {
    if (choices[field.name] !== 'empty' || field.unknown?.includes('empty') !== true) continue
    const at = row.problems.findIndex((one) => one.field === field.name && isLookedUp(one, fields))
    if (at < 0) continue
    row.problems.splice(at, 1)
    row.values = Object.fromEntries(Object.entries(row.values).filter(([name]) => name !== field.name))
  }
}
