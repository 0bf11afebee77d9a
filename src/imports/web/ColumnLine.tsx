import { Group, Select, Text } from '@mantine/core'
import { numberFormats } from '../../values/number-text.ts'
import { dayFormats } from '../day-text.ts'
import classes from './imports.module.css'
import type { ImportColumn, Target } from './types.ts'
import { useWords } from './useWords.ts'

type Props = {
  column: ImportColumn
  seen: { header: string; samples: string[] }
  target: Target
  /** Fields that some column gives. */
  taken: ReadonlySet<string>
  change: (column: ImportColumn) => void
}

const numeric = new Set(['integer', 'decimal', 'percent', 'money'])

/** One column of the file: its name and values, what it becomes, and how its days and numbers are written. */
export function ColumnLine({ column, seen, target, taken, change }: Props) {
  const { t, fieldName } = useWords()
  const name = seen.header.trim() === '' ? t('mapping.unnamed', { n: column.at + 1 }) : seen.header
  const field = target.fields.find((one) => one.name === column.field)
  const free = target.fields.filter((one) => one.joins || one.name === column.field || !taken.has(one.name))
  const fields = free.map((one) => ({ value: one.name, label: fieldName(one.name) }))
  return (
    <li className={classes['column']} data-skipped={column.field === null || undefined}>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {seen.samples.slice(0, 4).join(' · ')}
        </Text>
      </div>
      <Select
        aria-label={`${name}: ${t('mapping.field')}`}
        data={fields}
        value={column.field}
        placeholder={t('mapping.skip')}
        searchable
        clearable
        onChange={(value) => change({ ...column, field: value })}
      />
      <Group gap="xs" wrap="wrap">
        {column.field !== null && (
          <Select
            aria-label={`${name}: ${t('mapping.rule')}`}
            data={(['overwrite', 'fill'] as const).map((rule) => ({
              value: rule,
              label: t(`mapping.${rule}`),
            }))}
            value={column.rule}
            allowDeselect={false}
            onChange={(rule) => change({ ...column, rule: rule === 'fill' ? 'fill' : 'overwrite' })}
          />
        )}
        {field?.kind === 'day' && (
          <Select
            aria-label={`${name}: ${t('mapping.day')}`}
            data={dayFormats.map((day) => ({ value: day, label: t(`mapping.date.${day}`) }))}
            value={column.day}
            allowDeselect={false}
            onChange={(day) => day !== null && change({ ...column, day: day as ImportColumn['day'] })}
          />
        )}
        {field !== undefined && numeric.has(field.kind) && (
          <Select
            aria-label={`${name}: ${t('mapping.number')}`}
            data={[...numberFormats]}
            value={column.number}
            allowDeselect={false}
            onChange={(number) =>
              number !== null && change({ ...column, number: number as ImportColumn['number'] })
            }
          />
        )}
      </Group>
    </li>
  )
}
