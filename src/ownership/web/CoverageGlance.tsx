import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Glance } from '../../platform/web/ui/Glance.tsx'

/** How many of ours really know the customer (rule 2.6); left out where it can't be told. */
export function CoverageGlance({ customerId }: { customerId: string }) {
  const { t } = useTranslation('coverage')
  const { number } = useFormats()
  const { data: covered } = api.useQuery('get', '/api/customers/{id}/coverage', {
    params: { path: { id: customerId } },
  })
  if (covered === undefined) return <Glance label={t('glance.label')} value={' '} />
  const { knownBy, missing, sources } = covered
  const people =
    knownBy === 0 ? t('glance.nobody') : t('glance.known', { count: knownBy, shown: number(knownBy) })
  const known = sources.length === 0 ? null : people
  return (
    <Glance
      label={t('glance.label')}
      value={known}
      unknown={t('glance.unknown')}
      needsCare={known !== null && knownBy < 2}
      detail={missing.length === 0 ? t('glance.enough') : t('glance.missing', { count: missing.length })}
    />
  )
}
