import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Glance } from '../../../platform/web/ui/Glance.tsx'

/** What the customer owes, and what of it is late, at the head of its page. */
export function DebtGlance({ customerId }: { customerId: string }) {
  const { t } = useTranslation('money')
  const { money, list } = useFormats()
  const { data } = api.useQuery('get', '/api/receivables/accounts/{id}', {
    params: { path: { id: customerId }, query: {} },
  })
  const owed = data?.balances.filter(({ open }) => open !== 0)
  const late = owed?.filter(({ open, notDue }) => open - notDue > 0) ?? []
  const beyond = data?.beyondMinor ?? 0
  return (
    <Glance
      label={t('glance.owes')}
      value={
        owed === undefined
          ? null
          : owed.length === 0
            ? t('glance.nothing')
            : list(owed.map(({ open, currency }) => money(open, currency)))
      }
      unknown="…"
      needsCare={late.length > 0 || beyond > 0}
      detail={
        beyond > 0
          ? t('glance.overLimit')
          : late.length > 0
            ? t('glance.late', {
                amount: list(late.map((one) => money(one.open - one.notDue, one.currency))),
              })
            : undefined
      }
    />
  )
}
