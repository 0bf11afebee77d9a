import { useTranslation } from 'react-i18next'
import { RuleNumber } from '../../platform/web/ui/RuleNumber.tsx'
import type { RulesDraft } from '../draft.ts'

type Claims = RulesDraft['claims']
type Props = { claims: Claims; onChange: (part: Partial<Claims>) => void; disabled: boolean }

/** How many a salesperson may claim, hold and look at, and how long a former owner waits. */
export function ClaimNumbers({ claims, onChange, disabled }: Props) {
  const { t } = useTranslation('pool')
  const { perDay, cooldown, seenPerDay, holding } = claims
  return (
    <>
      <RuleNumber
        sentence={(count) => t('rules.perDay', { shown: count })}
        value={perDay}
        onChange={(typed) => onChange({ perDay: typed })}
        min={0}
        max={1000}
        disabled={disabled}
      />
      <RuleNumber
        sentence={(days) => t('rules.cooldown', { days })}
        value={cooldown}
        onChange={(typed) => onChange({ cooldown: typed })}
        min={0}
        max={1095}
        disabled={disabled}
      />
      <RuleNumber
        sentence={(count) => t('rules.holding', { shown: count })}
        value={holding.all}
        onChange={(typed) => onChange({ holding: { ...holding, all: typed } })}
        min={0}
        max={1_000_000}
        disabled={disabled}
      />
      {(['A', 'B', 'C'] as const).map((tier) => (
        <RuleNumber
          key={tier}
          sentence={(count) => t('rules.holdingTier', { shown: count, tier })}
          value={holding[tier]}
          onChange={(typed) => onChange({ holding: { ...holding, [tier]: typed } })}
          min={0}
          max={1_000_000}
          disabled={disabled}
        />
      ))}
      <RuleNumber
        sentence={(count) => t('rules.seen', { shown: count })}
        value={seenPerDay}
        onChange={(typed) => onChange({ seenPerDay: typed })}
        min={1}
        max={10_000}
        disabled={disabled}
      />
    </>
  )
}
