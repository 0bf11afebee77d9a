import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { refreshCompany } from '../../../platform/web/request/refresh-company.ts'
import { RuleNumber } from '../../../platform/web/ui/RuleNumber.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { areTierRules, tierLimits, tierRhythms } from '../../tier-rules.ts'
import type { CompanyTiers, TierRules } from './types.ts'
import { useRefreshTiers } from './useRefreshTiers.ts'

const numbers = ['a', 'b', 'hysteresis', 'months'] as const
export type TierDraft = Record<(typeof numbers)[number], string | number> & Pick<TierRules, 'every'>

/** What is typed as rules; null while it makes none. */
export function rulesTyped({ every, ...typed }: TierDraft): TierRules | null {
  const rules = {
    a: Number(typed.a),
    b: Number(typed.b),
    hysteresis: Number(typed.hysteresis),
    months: Number(typed.months),
    every,
  }
  return numbers.every((name) => typed[name] !== '') && areTierRules(rules) ? rules : null
}

type Props = { tiers: CompanyTiers; draft: TierDraft; onDraft: (draft: TierDraft) => void }

/** The rules of tiers as sentences with their numbers (rule 1.8). Nobody moves by saving them. */
export function TierRulesForm({ tiers, draft, onDraft }: Props) {
  const { t } = useTranslation('tiers')
  const refresh = useRefreshTiers()
  const { rules, version, mayChange } = tiers
  const wanted = rulesTyped(draft)
  const isSame = JSON.stringify(wanted) === JSON.stringify(rulesTyped(rules))
  const save = api.useMutation('put', '/api/company/tiers', {
    onSuccess: async () => {
      await Promise.all([refreshCompany(), refresh()])
      say(t('rules.saved'))
    },
    onError: sayProblem,
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null) save.mutate({ body: { rules: wanted, version } })
      }}
    >
      <Stack gap="sm">
        {numbers.map((name) => (
          <RuleNumber
            key={name}
            sentence={(typed) => t(`rules.${name}`, { number: typed })}
            value={draft[name]}
            onChange={(value) => onDraft({ ...draft, [name]: value })}
            min={tierLimits[name].least}
            max={tierLimits[name].most}
            disabled={!mayChange}
            error={
              name === 'b' && draft.b !== '' && Number(draft.b) <= Number(draft.a)
                ? t('rules.order')
                : undefined
            }
          />
        ))}
        <Select
          label={t('rules.every')}
          data={tierRhythms.map((every) => ({ value: every, label: t(`every.${every}`) }))}
          value={draft.every}
          onChange={(value) =>
            onDraft({ ...draft, every: tierRhythms.find((every) => every === value) ?? 'quarter' })
          }
          allowDeselect={false}
          disabled={!mayChange}
          maw={320}
        />
        <Text size="sm" c="dimmed">
          {t('rules.note')}
        </Text>
        {mayChange && (
          <Group>
            <Button
              type="submit"
              variant="default"
              disabled={wanted === null || isSame}
              loading={save.isPending}
            >
              {t('rules.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
