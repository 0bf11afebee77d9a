import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'

type Props = { shown: number; total: number; isBusy: boolean; onMore: () => void }

/** The next page of people, and how many are still to come. */
export function MorePeople({ shown, total, isBusy, onMore }: Props) {
  const { t } = useTranslation('people')
  const { number } = useFormats()
  if (shown >= total) return null
  return (
    <Button variant="default" mt="md" loading={isBusy} onClick={onMore}>
      {t('moreOf', { count: total - shown, people: number(total - shown) })}
    </Button>
  )
}
