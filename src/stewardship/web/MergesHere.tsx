import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { MergeRecord } from './types.ts'
import { useTakeMergeBack } from './useTakeMergeBack.ts'

/** The merges of a customer that can still be taken back, for those who may (rule 1.7). */
export function MergesHere({ customerId }: { customerId: string }) {
  const params = { path: { id: customerId } }
  const query = api.useQuery('get', '/api/customers/{id}/merges', { params })
  const open = (query.data?.merges ?? []).filter((merge) => merge.canUndo)
  return open.map((merge) => <MergeHere key={merge.id} merge={merge} />)
}

function MergeHere({ merge }: { merge: MergeRecord }) {
  const { t } = useTranslation('stewardship')
  const { instant, list } = useFormats()
  const takeBack = useTakeMergeBack()
  const [busy, setBusy] = useState(false)
  const names = list(merge.dropped.map(({ name, code }) => `${name} (${code})`))
  async function undo() {
    setBusy(true)
    try {
      await takeBack(merge.id)
      say(t('merge.takenBack'))
    } catch (error) {
      sayProblem(error)
    }
    setBusy(false)
  }
  return (
    <Alert variant="light" color="gray" mb="md">
      <Group justify="space-between">
        <Text size="sm">
          {t('merge.wasMerged', {
            names,
            kept: merge.kept.name,
            who: merge.by?.name ?? t('program'),
            at: instant(merge.at),
          })}
        </Text>
        <Button variant="default" size="sm" loading={busy} onClick={() => void undo()}>
          {t('merge.takeBack')}
        </Button>
      </Group>
    </Alert>
  )
}
