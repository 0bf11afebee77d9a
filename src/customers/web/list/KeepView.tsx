import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { type ListSearch, filterOf } from '../../list-search.ts'

type Props = { onClose: () => void; search: ListSearch; columns: readonly string[] }

/** Keeps the selection, its columns and order by a name, for oneself or for colleagues too. */
export function KeepView({ onClose, search, columns }: Props) {
  const { t } = useTranslation('customers')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = api.useMutation('post', '/api/views', {
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/views'] })
      say(t('viewKept', { name: view.name }))
      onClose()
    },
    onError: sayProblem,
  })
  const keep = () =>
    save.mutate({
      body: {
        name,
        shared,
        filter: filterOf(search) as Record<string, string | string[]>,
        columns: [...columns],
        sort: search.sort ?? null,
        shows: search.shows ?? 'list',
      },
    })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('viewKeep')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <Stack>
          <TextInput
            label={t('viewName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={80}
            data-autofocus
          />
          <Checkbox
            label={t('viewShare')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Button type="submit" loading={save.isPending}>
            {t('viewSave')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
