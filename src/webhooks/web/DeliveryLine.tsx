import { Button, Code } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { type Delivery, refreshWebhooks } from './types.ts'
import { useTypeWords } from './useTypeWords.ts'

/** One delivery: what, how it went, and what was in it. */
export function DeliveryLine({ delivery, mayReplay }: { delivery: Delivery; mayReplay: boolean }) {
  const { t, i18n } = useTranslation('webhooks')
  const words = useTypeWords()
  const { instant, number } = useFormats()
  const [shown, setShown] = useState(false)
  const { id, type, at, state, attempts, dueAt, lastStatus, lastError } = delivery
  const error = `error.${lastError}`
  const detail = [
    t(`delivery.${state}`),
    state !== 'delivered' && lastError !== null && i18n.exists(`webhooks:${error}`)
      ? t(error as never, { status: lastStatus } as never)
      : null,
    attempts > 1 ? t('delivery.tries', { number: number(attempts) }) : null,
    dueAt !== null && attempts > 0 ? t('delivery.next', { when: instant(dueAt) }) : null,
    instant(at),
  ]
  async function replay() {
    const answer = await request.POST('/api/webhooks/deliveries/{id}/replay', { params: { path: { id } } })
    if (answer.error === undefined) say(t('delivery.replayed'))
    else sayProblem(answer.error)
    await refreshWebhooks()
  }
  return (
    <Line
      title={words(type)}
      detail={
        <>
          {detail.filter((word) => word !== null).join(' · ')}
          <br />
          <Button variant="subtle" size="compact-xs" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t('delivery.data')}
          </Button>
          {shown && (
            <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {JSON.stringify({ type, timestamp: at, data: delivery.data }, null, 2)}
            </Code>
          )}
        </>
      }
      action={
        mayReplay && state !== 'waiting' ? (
          <Button
            variant="default"
            size="xs"
            aria-label={`${t('delivery.replay')}: ${words(type)}, ${instant(at)}`}
            onClick={() => void replay()}
          >
            {t('delivery.replay')}
          </Button>
        ) : undefined
      }
    />
  )
}
