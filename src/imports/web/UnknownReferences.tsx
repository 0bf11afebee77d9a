import { Paper, Select, Stack, Text, Title } from '@mantine/core'
import type { UnknownChoice } from '../references.ts'
import { api } from '../../platform/web/request/client.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

/** What rows refer to that isn't here yet, and what shall become of them: no row is thrown away unasked (rule 1.6). */
export function UnknownReferences({ id }: { id: string }) {
  const { t, fieldName } = useWords()
  const { chooseUnknown } = useImportActions(id)
  const { data } = api.useQuery(
    'get',
    '/api/imports/{id}/unknown',
    { params: { path: { id } } },
    { staleTime: 0 },
  )
  if (data === undefined || data.unknown.length === 0) return null
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={t('unknown.title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('unknown.title')}
        </Title>
        {data.unknown.map(({ field, rows, values, chosen, choices }) => (
          <div key={field}>
            <Text size="sm" mb={4}>
              {rows === 0
                ? t('unknown.settled', { field: fieldName(field) })
                : t('unknown.rows', { count: rows, field: fieldName(field), values: values.join(' · ') })}
            </Text>
            <Select
              aria-label={t('unknown.choose', { field: fieldName(field) })}
              data={choices.map((value) => ({ value, label: t(`unknown.${value}`) }))}
              value={chosen}
              allowDeselect={false}
              maw={340}
              onChange={(choice) =>
                void (choice !== null && chooseUnknown({ field, choice: choice as UnknownChoice }))
              }
            />
          </div>
        ))}
      </Stack>
    </Paper>
  )
}
