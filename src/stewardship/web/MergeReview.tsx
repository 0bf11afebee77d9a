import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { offerUndo } from '../../platform/web/ui/offerUndo.tsx'
import { type Choices, MergeTable } from './MergeTable.tsx'
import { NotTheSame } from './NotTheSame.tsx'
import type { Preview } from './types.ts'
import { useMergeKeys } from './useMergeKeys.ts'
import { useRefresh } from './useQueue.ts'
import { useTakeMergeBack } from './useTakeMergeBack.ts'

type Props = {
  preview: Preview
  keep: (id: string) => void
  pairId: string | null
  /** Where the work goes on. */
  next: string
}

/** Decides about customers that are probably one: which values stay, which customer stays, or that they are two. */
export function MergeReview({ preview, keep, pairId, next }: Props) {
  const { t } = useTranslation('stewardship')
  const navigate = useNavigate()
  const refresh = useRefresh()
  const takeBack = useTakeMergeBack()
  const [choices, setChoices] = useState<Choices>({})
  const [differing, setDiffering] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const choose = (field: string, choice: string) => setChoices({ ...choices, [field]: choice })
  const at = useMergeKeys({ preview, choices, choose })
  const kept = preview.entries.find((entry) => entry.id === preview.keptId)
  const others = preview.entries.filter((entry) => entry.id !== preview.keptId)
  const leaving = others.flatMap(({ owner }) =>
    owner === null || owner.id === kept?.owner?.id ? [] : [owner.name],
  )
  async function merge() {
    setBusy(true)
    const versions = Object.fromEntries(preview.entries.map((entry) => [entry.id, entry.version]))
    const droppedIds = others.map((entry) => entry.id)
    const body = { keptId: preview.keptId, droppedIds, choices, versions }
    const { data, error } = await request.POST('/api/customers/merge', { body })
    setBusy(false)
    if (error !== undefined) return setProblem(error)
    offerUndo(t('merge.done', { name: kept?.name ?? '' }), () => takeBack(data.mergeId))
    // Going back must not lead to customers that are one by now.
    await navigate({ to: next, replace: true })
    await refresh()
  }
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="xs">
          {others.map((other) => (
            <Button key={other.id} variant="default" size="sm" onClick={() => keep(other.id)}>
              {t('merge.keepOther', { name: `${other.name} (${other.code})` })}
            </Button>
          ))}
        </Group>
        <Switch
          label={t('merge.differing')}
          checked={differing}
          onChange={(event) => setDiffering(event.currentTarget.checked)}
        />
      </Group>
      <MergeTable preview={preview} choices={choices} choose={choose} differing={differing} at={at} />
      <Text size="sm" c="dimmed">
        {t('merge.moves', {
          contacts: total(others, 'contacts'),
          documents: total(others, 'documents'),
          products: total(others, 'products'),
          children: total(others, 'children'),
        })}
      </Text>
      {leaving.length > 0 && (
        <Alert variant="light" color="yellow">
          {t('merge.owners', { stays: kept?.owner?.name ?? t('pool'), leaving: leaving.join(', ') })}
        </Alert>
      )}
      <FormProblem error={problem} />
      <Group>
        <Button onClick={() => void merge()} loading={busy}>
          {t('merge.button', { code: kept?.code ?? '' })}
        </Button>
        {pairId !== null && <NotTheSame pairId={pairId} next={next} />}
      </Group>
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {t('merge.keys')}
      </Text>
    </Stack>
  )
}

function total(
  entries: Preview['entries'],
  what: 'contacts' | 'documents' | 'products' | 'children',
): number {
  return entries.reduce((sum, entry) => sum + entry[what], 0)
}
