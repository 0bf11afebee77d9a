import { Alert, Button, Group, Stack, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Rows } from './Rows.tsx'
import { UnknownReferences } from './UnknownReferences.tsx'
import type { ImportDetail } from './types.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

const verdicts = [
  'new',
  'update',
  'unchanged',
  'rejected',
  'likely-duplicate',
  'duplicate-in-file',
  'not-wanted',
  'left',
] as const

/** What would happen to every row, before anything does: counts, rows by verdict, cells mended in place. */
export function Preview({ detail }: { detail: ImportDetail }) {
  const { t } = useWords()
  const { number } = useFormats()
  const { step, configure, decide } = useImportActions(detail.id)
  const shown = verdicts.filter((verdict) => (detail.counts[verdict] ?? 0) > 0)
  const [chosen, setChosen] = useState<string | null>(null)
  const first = shown.includes('rejected') ? 'rejected' : (shown[0] ?? 'new')
  const tab = shown.find((verdict) => verdict === chosen) ?? first
  const count = (detail.counts['new'] ?? 0) + (detail.counts['update'] ?? 0)
  const held = (detail.total ?? 0) - count - (detail.counts['unchanged'] ?? 0)
  return (
    <Stack gap="md">
      <Group>
        <Button disabled={count === 0} onClick={() => void step('run')}>
          {t('run.button', { count })}
        </Button>
        <Button variant="default" onClick={() => void configure({})}>
          {t('mapping.back')}
        </Button>
      </Group>
      {count === 0 && held === 0 && <Alert color="teal">{t('run.nothing')}</Alert>}
      {held > 0 && <Text c="dimmed">{t('run.held', { count: held })}</Text>}
      <UnknownReferences id={detail.id} />
      <Tabs value={tab} onChange={setChosen} keepMounted={false}>
        <Tabs.List>
          {shown.map((verdict) => (
            <Tabs.Tab key={verdict} value={verdict}>
              {t(`verdict.${verdict}`)} {number(detail.counts[verdict] ?? 0)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="sm">
          {tab === 'likely-duplicate' && (
            <Group pb="sm">
              {(['create', 'update'] as const).map((decision) => (
                <Button
                  key={decision}
                  size="compact-sm"
                  variant="default"
                  onClick={() => void decide({ verdict: 'likely-duplicate', decision })}
                >
                  {t(decision === 'create' ? 'rows.createAll' : 'rows.updateAll')}
                </Button>
              ))}
            </Group>
          )}
          <Rows key={tab} detail={detail} only={tab} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
