import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { MendCell } from './MendCell.tsx'
import classes from './imports.module.css'
import type { ImportColumn, ImportDetail, StagedRow } from './types.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

type Props = { row: StagedRow; detail: ImportDetail; columns: readonly ImportColumn[] }

/** One row: why it stands here, and its cells, each of which can be mended while nothing has been brought in. */
export function RowLine({ row, detail, columns }: Props) {
  const { t } = useWords()
  const [mending, setMending] = useState<number | null>(null)
  const bad = new Set((row.problems ?? []).flatMap((problem) => problem.field ?? []))
  const mends = detail.may.includes('amend')
  return (
    <Table.Tr>
      <Table.Td>{row.row}</Table.Td>
      <Table.Td miw={220}>
        <Reason row={row} />
        {row.candidate !== null && mends && <Decide row={row} id={detail.id} />}
      </Table.Td>
      {columns.map((column) => {
        const header = detail.inspection.columns[column.at]?.header ?? ''
        const value = row.cells[column.at] ?? ''
        const isBad = column.field !== null && bad.has(column.field)
        return (
          <Table.Td key={column.at} className={isBad ? classes['bad'] : undefined}>
            {mends ? (
              <UnstyledButton
                className={classes['cell']}
                aria-label={`${t('rows.edit', { column: header, row: row.row })}: ${value}`}
                onClick={() => setMending(column.at)}
              >
                {value}
              </UnstyledButton>
            ) : (
              <div className={classes['cell']}>{value}</div>
            )}
            {mending === column.at && (
              <MendCell
                id={detail.id}
                row={row.row}
                at={column.at}
                header={header}
                value={value}
                close={() => setMending(null)}
              />
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}

/** What is wrong with the row, what it would change, or what it resembles. */
function Reason({ row }: { row: StagedRow }) {
  const { t, fieldName, problem } = useWords()
  const problems = row.fault === null ? (row.problems ?? []) : [row.fault]
  const shown = (value: unknown) => (value === null || value === '' ? t('rows.nothing') : String(value))
  const changes = Object.entries(row.changes ?? {}).filter(
    ([name]) => !name.endsWith('_e164') && !name.endsWith('_id'),
  )
  return (
    <>
      {problems.map((one) => (
        <Text size="sm" key={`${one.code} ${one.field ?? ''}`}>
          {problem(one)}
        </Text>
      ))}
      {changes.map(([name, [from, to]]) => (
        <Text size="sm" key={name}>
          {t('rows.changes', { field: fieldName(name), from: shown(from), to: shown(to) })}
        </Text>
      ))}
      {row.candidate !== null && (
        <Text size="sm">
          {typeof row.candidate.row === 'number'
            ? t('rows.resemblesRow', { row: row.candidate.row, label: row.candidate.label })
            : t('rows.resembles', { label: row.candidate.label })}
        </Text>
      )}
      {row.undone !== null && <Text size="sm">{t(`undone.${row.undone}` as 'undone.gone')}</Text>}
    </>
  )
}

function Decide({ row, id }: { row: StagedRow; id: string }) {
  const { t } = useWords()
  const { decide } = useImportActions(id)
  if (row.decision !== null) {
    return (
      <Group gap={6}>
        <Text size="sm">{t(`decision.${row.decision}`)}</Text>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void decide({ rows: [row.row], decision: null })}
        >
          {t('rows.undecide')}
        </Button>
      </Group>
    )
  }
  const decisions = (['create', 'update', 'leave'] as const).filter(
    (decision) => decision !== 'update' || row.candidate?.id !== null,
  )
  return (
    <Group gap={6}>
      {decisions.map((decision) => (
        <Button
          key={decision}
          size="compact-xs"
          variant="default"
          onClick={() => void decide({ rows: [row.row], decision })}
        >
          {t(`rows.${decision}`)}
        </Button>
      ))}
    </Group>
  )
}
