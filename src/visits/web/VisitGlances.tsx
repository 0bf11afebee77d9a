import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Glance } from '../../platform/web/ui/Glance.tsx'
import type { VisitInBrief } from './types.ts'

/** The last and the next visit of a customer. */
export function VisitGlances({ customerId }: { customerId: string }) {
  const { t } = useTranslation('visits')
  const { day, fromToday } = useFormats()
  const { data } = api.useQuery('get', '/api/customers/{id}/visits', {
    params: { path: { id: customerId } },
  })
  const detail = (visit: VisitInBrief | null, on: string | null | undefined) =>
    visit === null || on === null || on === undefined ? null : `${day(on)} · ${visit.person.name}`
  const { last = null, next = null } = data ?? {}
  const loading = data === undefined ? ' ' : null
  return (
    <>
      <Glance
        label={t('glance.last')}
        value={last?.visitedOn ? fromToday(last.visitedOn) : loading}
        unknown={t('glance.never')}
        detail={detail(last, last?.visitedOn)}
      />
      <Glance
        label={t('glance.next')}
        value={next?.plannedOn ? fromToday(next.plannedOn) : loading}
        unknown={t('glance.noneAhead')}
        detail={detail(next, next?.plannedOn)}
      />
    </>
  )
}
