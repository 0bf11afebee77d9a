import { Button, Group, Menu } from '@mantine/core'
import { IconDotsVertical, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { Sheet } from './WebhookSheets.tsx'
import { type Endpoint, refreshWebhooks } from './types.ts'
import { useTypeWords } from './useTypeWords.ts'

type Props = { endpoint: Endpoint; show: (sheet: Sheet) => void }

/** Where events go: how it is doing, and what can be done with it. */
export function EndpointLine({ endpoint, show }: Props) {
  const { t } = useTranslation('webhooks')
  const words = useTypeWords()
  const { list, number, ago, instant } = useFormats()
  const { id, url, description, enabled, offBecause, failingSince, waiting, lastDeliveredAt } = endpoint
  const Mark = enabled ? IconPlugConnected : IconPlugConnectedX
  const state = [
    offBecause !== null
      ? t(offBecause === 'failing' ? 'state.because-failing' : `state.${offBecause}`)
      : failingSince !== null
        ? t('state.failing', { when: instant(failingSince) })
        : t('state.on'),
    waiting === 0 ? null : t('state.waiting', { number: number(waiting) }),
    lastDeliveredAt === null ? t('state.never') : t('state.last', { when: ago(lastDeliveredAt) }),
  ]
  const named = (action: string) => `${action}: ${description === '' ? url : description}`
  async function tryIt() {
    const { error } = await request.POST('/api/webhooks/{id}/test', { params: { path: { id } } })
    if (error === undefined) say(t('tried'))
    else sayProblem(error)
    await refreshWebhooks()
  }
  return (
    <Line
      mark={<Mark size={20} stroke={1.6} />}
      title={description === '' ? url : `${description} · ${url}`}
      detail={
        <>
          {state.filter((word) => word !== null).join(' · ')}
          <br />
          {list(endpoint.types.map(words))}
        </>
      }
      action={
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            size="xs"
            aria-label={named(t('log'))}
            onClick={() => show({ what: 'log', endpoint })}
          >
            {t('log')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" size="xs" px={6} aria-label={named(t('edit'))}>
                <IconDotsVertical size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => show({ what: 'form', endpoint })}>{t('edit')}</Menu.Item>
              <Menu.Item disabled={!enabled} onClick={() => void tryIt()}>
                {t('try')}
              </Menu.Item>
              <Menu.Item onClick={() => show({ what: 'renew', endpoint })}>{t('renew')}</Menu.Item>
              <Menu.Item color="red" onClick={() => show({ what: 'remove', endpoint })}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      }
    />
  )
}
