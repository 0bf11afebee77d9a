import { Alert, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Coverage } from '../../ownership/web/coverage-types.ts'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

/** Where nobody is known to know any customer: what to bring in first, so that the figures say something. */
export function NothingKnown({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage')
  const may = useMay()
  const { day } = useFormats()
  const { exposure, lastTouch, settings } = coverage
  if (exposure.customers.nobody < exposure.customers.total) return null
  return (
    <Alert variant="light" title={t('unknown.title')}>
      <Stack gap="sm" align="start">
        <Text size="sm">
          {lastTouch === null
            ? t('unknown.never')
            : t('unknown.old', { day: day(lastTouch), count: settings.months, months: settings.months })}
        </Text>
        {may('orders.import') && (
          <ButtonLink to={paths.imports} variant="default" size="sm">
            {t('unknown.action')}
          </ButtonLink>
        )}
      </Stack>
    </Alert>
  )
}
