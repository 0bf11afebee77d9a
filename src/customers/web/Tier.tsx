import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The tier as a letter; said in full to those who can't see it. */
export function TierBadge({ tier }: { tier: string | null }) {
  const { t } = useTranslation('customers')
  if (tier === null) return null
  return (
    <Badge
      variant={tier === 'A' ? 'filled' : tier === 'B' ? 'light' : 'outline'}
      color={tier === 'C' ? 'gray' : 'baton'}
      size="md"
      radius="sm"
      aria-label={t('tierIs', { tier })}
    >
      {tier}
    </Badge>
  )
}
