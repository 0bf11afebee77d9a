import { Badge, Radio, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './MergeTable.module.css'
import type { Preview } from './types.ts'
import { useFieldWords } from './useFieldWords.ts'

type Field = Preview['fields'][number]
export type Choices = Readonly<Record<string, string>>

type Props = {
  preview: Preview
  choices: Choices
  choose: (field: string, choice: string) => void
  /** Only fields in which the customers differ. */
  differing: boolean
  /** The field that the keys act on. */
  at: string | null
}

/** The customers side by side, a choice in each field in which they differ. */
export function MergeTable({ preview, choices, choose, differing, at }: Props) {
  const { t } = useTranslation('stewardship')
  const fields = preview.fields.filter((field) => !differing || field.differs)
  return (
    <Table.ScrollContainer minWidth={340}>
      <Table verticalSpacing="xs" aria-label={t('merge.caption')} className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('merge.field')}</Table.Th>
            {preview.entries.map((entry) => (
              <Table.Th key={entry.id}>
                {entry.name}{' '}
                <Text span size="sm" c="dimmed">
                  {entry.code}
                </Text>{' '}
                {entry.id === preview.keptId && <Badge size="sm">{t('merge.stays')}</Badge>}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('merge.served')}</Table.Th>
            {preview.entries.map((entry) => (
              <Table.Td key={entry.id}>{entry.owner?.name ?? t('pool')}</Table.Td>
            ))}
          </Table.Tr>
          {fields.map((field) => (
            <FieldRow
              key={field.field}
              field={field}
              choice={choices[field.field] ?? field.suggested}
              choose={(choice) => choose(field.field, choice)}
              current={field.field === at}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type RowProps = { field: Field; choice: string; choose: (choice: string) => void; current: boolean }

function FieldRow({ field, choice, choose, current }: RowProps) {
  const { t } = useTranslation('stewardship')
  const words = useFieldWords()
  const name = words.field(field.field)
  return (
    <Table.Tr data-current={current || undefined} data-differs={field.differs || undefined}>
      <Table.Th scope="row">
        {name}
        {field.canBeBoth && field.differs && (
          <Radio
            mt={6}
            size="sm"
            name={field.field}
            label={t('merge.both')}
            checked={choice === 'both'}
            onChange={() => choose('both')}
          />
        )}
      </Table.Th>
      {field.values.map(({ id, value, name: called }) => {
        const shown = words.value(field.field, value, called)
        return (
          <Table.Td
            key={id}
            data-chosen={(field.differs && (choice === id || choice === 'both')) || undefined}
          >
            {field.differs ? (
              <Radio
                name={field.field}
                label={shown}
                aria-label={`${name}: ${shown}`}
                checked={choice === id}
                onChange={() => choose(id)}
              />
            ) : (
              shown
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}
