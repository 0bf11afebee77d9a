import { useState } from 'react'
import { useKeys } from '../../platform/web/keys/useKeys.ts'
import type { Choices } from './MergeTable.tsx'
import type { Preview } from './types.ts'

type Chooser = {
  preview: Preview
  choices: Choices
  choose: (field: string, choice: string) => void
}

/** Up and down go through the fields that differ, 1 to 9 take the value of that column, b takes both. */
export function useMergeKeys({ preview, choose }: Chooser): string | null {
  const fields = preview.fields.filter((field) => field.differs)
  const [at, setAt] = useState(0)
  const field = fields[Math.min(at, fields.length - 1)]
  const take = (choice: string | undefined) => {
    if (field === undefined || choice === undefined) return
    choose(field.field, choice)
    setAt(Math.min(at + 1, fields.length - 1))
  }
  const columns = Object.fromEntries(
    preview.entries.map((entry, column) => [String(column + 1), () => take(entry.id)]),
  )
  useKeys({
    ...columns,
    ArrowDown: () => setAt(Math.min(at + 1, fields.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    b: () => take(field?.canBeBoth === true ? 'both' : undefined),
  })
  return field?.field ?? null
}
