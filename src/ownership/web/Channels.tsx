import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api, request } from '../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { ChannelForm } from './ChannelForm.tsx'
import type { Channel, CustomerCoverage } from './coverage-types.ts'
import classes from './CustomerCoverage.module.css'
import { useRefreshCoverage } from './useRefreshCoverage.ts'

/** The ways to reach a customer without its salesperson: seen, added, removed and put back. */
export function Channels({ covered, name }: { covered: CustomerCoverage; name: string }) {
  const { t } = useTranslation('coverage')
  const [adding, setAdding] = useState(false)
  const { channels, mayChange, customerId } = covered
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={550}>
          {t('channel.title')}
        </Text>
        {mayChange && (
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('action.channel')}
          </Button>
        )}
      </Group>
      {channels.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('channel.none')}
        </Text>
      )}
      <ul className={classes['list']}>
        {channels.map((channel) => (
          <ChannelItem key={channel.id} channel={channel} customerId={customerId} mayChange={mayChange} />
        ))}
      </ul>
      {adding && (
        <ChannelForm
          title={t('channel.for', { name })}
          selection={{ ids: [customerId] }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

type Props = { channel: Channel; customerId: string; mayChange: boolean }

function ChannelItem({ channel, customerId, mayChange }: Props) {
  const { t } = useTranslation('coverage')
  const { day } = useFormats()
  const refresh = useRefreshCoverage()
  const { id, kind, value, since } = channel
  const remove = api.useMutation('delete', '/api/customers/{id}/channels/{channelId}', {
    onSuccess: async () => {
      await refresh()
      offerUndo(t('channel.removed', { value }), putBack)
    },
    onError: sayProblem,
  })
  async function putBack() {
    const body = { selection: { ids: [customerId] }, channel: { kind, value, since } }
    const { error } = await request.POST('/api/customers/channels', { body })
    if (error !== undefined) throw error
    await refresh()
  }
  return (
    <li className={classes['item']}>
      <div className={classes['words']}>
        <Text size="sm">{value}</Text>
        <Text size="xs" c="dimmed">
          {t('channel.since', { kind: t(`channel.kinds.${kind}`), day: day(since) })}
        </Text>
      </div>
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('channel.remove', { value })}
          onClick={() => remove.mutate({ params: { path: { id: customerId, channelId: id } } })}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
