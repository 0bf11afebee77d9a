import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Rows } from './Rows.tsx'
import { UndoImport } from './UndoImport.tsx'
import type { ImportDetail } from './types.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

/** What became of the rows, the ones that did not come in as a file, and the way back. `next` goes on from here. */
export function Result({ detail, next }: { detail: ImportDetail; next: ReactNode }) {
  const { t, what } = useWords()
  const { money } = useFormats()
  const { step } = useImportActions(detail.id)
  const { counts, summary } = detail
  const amounts = Object.entries(counts).filter(([name]) => name.startsWith('amount '))
  const failed = summary.rejected + summary.duplicates + (counts['left'] ?? 0) + (counts['not-wanted'] ?? 0)
  const kept = (counts['undone changed-since'] ?? 0) + (counts['undone has-later-work'] ?? 0)
  return (
    <Stack gap="md">
      <Title order={2}>{t(`state.${detail.state}`)}</Title>
      {detail.failure !== null && <Alert color="red">{failureText(detail.failure, t, what)}</Alert>}
      <Text>{t('summary', summary)}</Text>
      {amounts.map(([name, minor]) => (
        <Text key={name}>{t('amount', { amount: money(minor, name.slice(7)) })}</Text>
      ))}
      {detail.state === 'undone' && (
        <Text>{t('result.undone', { count: counts['undone undone'] ?? 0 })}</Text>
      )}
      <Group>
        {next}
        {failed > 0 && !detail.emptied && (
          <Button component="a" variant="default" href={`/api/imports/${detail.id}/failed.csv`} download>
            {t('result.failed')}
          </Button>
        )}
        {detail.may.includes('resume') && (
          <Button onClick={() => void step('resume')}>{t('result.resume')}</Button>
        )}
        {detail.may.includes('undo') && <UndoImport id={detail.id} fileName={detail.fileName} />}
      </Group>
      {kept > 0 && (
        <>
          <Text>{t('result.kept', { count: kept })}</Text>
          <Rows detail={detail} only="kept" />
        </>
      )}
    </Stack>
  )
}

type Words = ReturnType<typeof useWords>

function failureText(failure: Record<string, string | number>, t: Words['t'], what: Words['what']): string {
  const code = String(failure['code'])
  if (code === 'no-rows') return t('failure.no-rows')
  return code === 'unexpected'
    ? t('failure.unexpected', { attempts: failure['attempts'] })
    : what(code, failure)
}
