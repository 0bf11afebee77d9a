import { useTranslation } from 'react-i18next'
import { LetterMark } from '../../platform/web/ui/LetterMark.tsx'

/** The tier as a letter; said in full to those who can't see it. */
export function TierBadge({ tier }: { tier: string | null }) {
  const { t } = useTranslation('customers')
  if (tier === null) return null
  const look = tier === 'A' ? 'strong' : tier === 'B' ? 'light' : 'faint'
  return <LetterMark letter={tier} look={look} label={t('tierIs', { tier })} />
}
