import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { missingField } from '../missing.ts'
import { ColumnLine } from './ColumnLine.tsx'
import { FileChoices } from './FileChoices.tsx'
import { ImportChoices } from './ImportChoices.tsx'
import classes from './imports.module.css'
import type { Entity, ImportColumn, ImportDetail, Target } from './types.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

type Props = { detail: ImportDetail; targets: readonly Target[]; discarded: () => void }

/** What each column means, with its values beside it: usually guessed right, so that one looks and goes on (rule 1.6). */
export function Mapping({ detail, targets, discarded }: Props) {
  const { t, fieldName } = useWords()
  const { configure, step, discard } = useImportActions(detail.id)
  const target = targets.find((one) => one.entity === detail.entity)
  if (target === undefined) return null
  const mapped = new Set(detail.columns.flatMap((column) => column.field ?? []))
  const missing = missingField(target.fields, mapped)
  const change = (changed: ImportColumn) => {
    const columns = detail.columns.map((column) => (column.at === changed.at ? changed : column))
    const fields = new Set(columns.flatMap((column) => column.field ?? []))
    const keys = target.keys
      .filter((key) => key.fields.every((field) => fields.has(field)))
      .filter((key) => !key.onlyChosen || detail.options.keys.includes(key.name))
    void configure({ columns, options: { keys: keys.map((key) => key.name) } })
  }
  return (
    <Stack gap="md">
      <Select
        label={t('mapping.entity')}
        data={targets.map((one) => ({ value: one.entity, label: t(`entity.${one.entity}`) }))}
        value={detail.entity}
        allowDeselect={false}
        maw={320}
        onChange={(entity) => void (entity !== null && configure({ entity: entity as Entity }))}
      />
      <Group justify="space-between">
        <Text>{t('mapping.guessed', { count: mapped.size, all: detail.columns.length })}</Text>
        <Button onClick={() => void step('check')}>{t('mapping.check')}</Button>
      </Group>
      {missing !== undefined && detail.options.mode !== 'update' && (
        <Alert color="orange">{t('mapping.missing', { field: fieldName(missing.name) })}</Alert>
      )}
      <ul className={classes['columns']}>
        {detail.columns.map((column) => (
          <ColumnLine
            key={column.at}
            column={column}
            seen={detail.inspection.columns[column.at] ?? { header: '', samples: [] }}
            target={target}
            taken={mapped}
            change={change}
          />
        ))}
      </ul>
      <FileChoices detail={detail} change={(reading) => void configure({ reading })} />
      <ImportChoices detail={detail} target={target} change={(options) => void configure({ options })} />
      <Group>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void discard().then((done) => (done ? discarded() : undefined))}
        >
          {t('mapping.discard')}
        </Button>
      </Group>
    </Stack>
  )
}
