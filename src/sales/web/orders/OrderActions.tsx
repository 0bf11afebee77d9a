import { Button, Menu } from '@mantine/core'
import { IconDots, IconFileInvoice, IconTruckDelivery } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api, request } from '../../../platform/web/request/client.ts'
import { offerUndo, say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { ButtonLink } from '../../../platform/web/ui/links.tsx'
import { CancelForm, DeliverForm } from './OrderForms.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { useRefreshOrders } from './useOrders.ts'
import type { Order } from './useOrderWords.ts'

type Props = { order: Order; editTo: string; to: (id: string) => string }
type Form = 'deliver' | 'cancel' | 'return'

/** The one next step large, what else may be done beside it. */
export function OrderActions({ order, editTo, to }: Props) {
  const { t } = useTranslation('sales')
  const { today } = useFormats()
  const navigate = useNavigate()
  const refresh = useRefreshOrders()
  const [form, setForm] = useState<Form | null>(null)
  const deliver = useDeliver(order)
  const invoice = api.useMutation('post', '/api/orders/{id}/invoice', {
    onSuccess: async ({ code }) => {
      await refresh()
      say(t('invoiced', { code }))
    },
    onError: sayProblem,
  })
  const may = (action: Order['may'][number]) => order.may.includes(action)
  const invoiceIt = () => invoice.mutate({ params: { path: { id: order.id } }, body: {} })
  const next = may('deliver') ? 'deliver' : may('invoice') ? 'invoice' : null
  const others = [
    may('deliver') && { key: 'deliver', run: () => setForm('deliver'), word: t('deliverOn') },
    may('undeliver') && { key: 'undeliver', run: () => void deliver(null), word: t('undeliver') },
    may('invoice') && next !== 'invoice' && { key: 'invoice', run: invoiceIt, word: t('invoice') },
    may('cancel') && { key: 'cancel', run: () => setForm('cancel'), word: t('cancel') },
  ].filter((one) => one !== false)
  return (
    <>
      {next === 'deliver' && (
        <Button leftSection={<IconTruckDelivery size={16} aria-hidden />} onClick={() => void deliver(today)}>
          {t(order.kind === 'return' ? 'backToday' : 'deliverToday')}
        </Button>
      )}
      {next === 'invoice' && (
        <Button
          leftSection={<IconFileInvoice size={16} aria-hidden />}
          loading={invoice.isPending}
          onClick={invoiceIt}
        >
          {t(order.kind === 'return' ? 'credit' : 'invoice')}
        </Button>
      )}
      {may('return') && (
        <Button variant="default" onClick={() => setForm('return')}>
          {t('takeBack')}
        </Button>
      )}
      {may('change') && order.kind === 'sale' && (
        <ButtonLink to={editTo} variant="default">
          {t('edit')}
        </ButtonLink>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={t('others')}>
              <IconDots size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ key, run, word }) => (
              <Menu.Item key={key} onClick={run}>
                {word}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {form === 'deliver' && <DeliverForm onDay={deliver} onClose={() => setForm(null)} />}
      {form === 'cancel' && <CancelForm order={order} onClose={() => setForm(null)} />}
      {form === 'return' && (
        <ReturnForm
          order={order}
          onClose={() => setForm(null)}
          onReturned={(id) => void navigate({ to: to(id) })}
        />
      )}
    </>
  )
}

/** Says that the goods are there since a day (null: that they aren't), with the way back. */
function useDeliver(order: Order) {
  const { t } = useTranslation('sales')
  const { day } = useFormats()
  const refresh = useRefreshOrders()
  const set = async (version: number, on: string | null) => {
    const { data, error } = await request.POST('/api/orders/{id}/deliver', {
      params: { path: { id: order.id } },
      body: { version, on },
    })
    if (data === undefined) throw error
    await refresh()
    return data.version
  }
  return async (on: string | null): Promise<void> => {
    try {
      const version = await set(order.version, on)
      const done = on === null ? t('undelivered') : t('delivered', { day: day(on) })
      offerUndo(done, () => set(version, on === null ? order.deliveredOn : null))
    } catch (error) {
      sayProblem(error)
    }
  }
}
