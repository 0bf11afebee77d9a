import { Alert, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { AgeingPage } from './types.ts'

/** By which rates the company's currency was reckoned, or which one is missing: then the sum is unknown, not smaller. */
export function RatesNote({ inCompany, link }: { inCompany: AgeingPage['inCompany']; link?: ReactNode }) {
  const { t } = useTranslation('money')
  const { day, list } = useFormats()
  if (inCompany.without.length > 0)
    return (
      <Alert color="orange" variant="light" mb="md">
        {t('rates.missing', { count: inCompany.without.length, currencies: list(inCompany.without) })} {link}
      </Alert>
    )
  if (inCompany.rates.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {t('rates.used', {
        rates: list(
          inCompany.rates.map((one) =>
            t('rates.one', {
              currency: one.currency,
              home: inCompany.currency,
              rate: one.rate,
              day: day(one.day),
            }),
          ),
        ),
      })}
    </Text>
  )
}
