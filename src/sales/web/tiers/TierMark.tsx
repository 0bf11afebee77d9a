import { useTranslation } from 'react-i18next'
import { LetterMark } from '../../../platform/web/ui/LetterMark.tsx'
import type { Tier } from '../../tier.ts'

const looks = { A: 'strong', B: 'light', C: 'faint' } as const

/** A tier as a letter. */
export function TierMark({ tier }: { tier: Tier }) {
  const { t } = useTranslation('tiers')
  return <LetterMark letter={tier} look={looks[tier]} label={t('is', { tier })} />
}
