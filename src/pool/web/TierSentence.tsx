import { Fieldset, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RuleNumber } from '../../platform/web/ui/RuleNumber.tsx'
import { type TierDraft, toldTooEarly } from '../draft.ts'
import type { TierKey } from '../rules.ts'
import classes from './pool.module.css'

type Props = {
  tier: TierKey
  rule: TierDraft
  disabled: boolean
  onChange: (part: Partial<TierDraft>) => void
}

/** "Customers of tier A return after [90] days without a visit or an order, and their owner is told [14] days ahead." */
export function TierSentence({ tier, rule, disabled, onChange }: Props) {
  const { t } = useTranslation('pool')
  return (
    <Fieldset
      legend={tier === 'none' ? t('rules.noTier') : t('rules.tier', { tier })}
      disabled={disabled}
      className={classes['tier'] ?? ''}
    >
      <Switch
        label={t('rules.on')}
        checked={rule.on}
        onChange={(event) => onChange({ on: event.currentTarget.checked })}
        mt={7}
      />
      <RuleNumber
        sentence={(days) => t('rules.days', { days })}
        value={rule.days}
        onChange={(days) => onChange({ days })}
        min={1}
        max={1095}
        disabled={disabled || !rule.on}
      />
      <RuleNumber
        sentence={(days) => t('rules.announce', { days })}
        value={rule.announce}
        onChange={(announce) => onChange({ announce })}
        min={1}
        max={90}
        disabled={disabled || !rule.on}
        error={toldTooEarly(rule) ? t('rules.announceTooLong') : undefined}
      />
    </Fieldset>
  )
}
