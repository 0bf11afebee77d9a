import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api, request } from '../../../platform/web/request/client.ts'
import { offerUndo, say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'

/** Puts customers where they fall: those in no territory, or all of them anew after territories have changed. */
export function PlaceCustomers({ unplaced }: { unplaced: number }) {
  const { t } = useTranslation('territories')
  const { number } = useFormats()
  const refresh = useRefreshCustomers()
  const undo = async (id: string) => {
    const { data, error } = await request.POST('/api/customers/edit/{id}/undo', { params: { path: { id } } })
    if (data === undefined) throw error
    await refresh()
    return undefined
  }
  const place = api.useMutation('post', '/api/territories/place', {
    onSuccess: async ({ placed, batchId }) => {
      await refresh()
      if (batchId === null) say(t('place.none'))
      else offerUndo(t('place.done', { count: placed, customers: number(placed) }), () => undo(batchId))
    },
    onError: sayProblem,
  })
  const again = (
    <Button
      variant="default"
      size="compact-md"
      loading={place.isPending}
      onClick={() => place.mutate({ body: { again: true } })}
    >
      {t('place.again')}
    </Button>
  )
  if (unplaced === 0) {
    return (
      <Group gap="sm">
        {again}
        <Text size="sm" c="dimmed">
          {t('place.againText')}
        </Text>
      </Group>
    )
  }
  return (
    <Alert variant="light" color="yellow">
      <Group justify="space-between">
        {t('place.waiting', { count: unplaced, customers: number(unplaced) })}
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            loading={place.isPending}
            onClick={() => place.mutate({ body: { again: false } })}
          >
            {t('place.button')}
          </Button>
          {again}
        </Group>
      </Group>
    </Alert>
  )
}
