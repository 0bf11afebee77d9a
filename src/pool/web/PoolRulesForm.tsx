import { Button, Fieldset, Group, Select, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { type RulesDraft, draftOf, rulesOf } from '../draft.ts'
import { claimers, tierKeys } from '../rules.ts'
import { ClaimNumbers } from './ClaimNumbers.tsx'
import { PoolSimulation } from './PoolSimulation.tsx'
import { TierSentence } from './TierSentence.tsx'
import type { PoolRules } from './types.ts'

/** The rules of protection, pool and claims as sentences, and what they would do. */
export function PoolRulesForm() {
  const query = api.useQuery('get', '/api/company/pool')
  return (
    <Loaded query={query}>
      {({ rules, ...more }) => <Form key={JSON.stringify(rules)} rules={rules} {...more} />}
    </Loaded>
  )
}

type Props = { rules: PoolRules; version: number; mayChange: boolean }

function Form({ rules, version, mayChange }: Props) {
  const { t } = useTranslation('pool')
  const [draft, setDraft] = useState(() => draftOf(rules))
  const wanted = rulesOf(draft)
  const claims = (part: Partial<RulesDraft['claims']>) =>
    setDraft((before) => ({ ...before, claims: { ...before.claims, ...part } }))
  const save = api.useMutation('put', '/api/company/pool', {
    onSuccess: async () => {
      await refreshCompany()
      say(t('rules.saved'))
    },
    onError: sayProblem,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null) save.mutate({ body: { rules: wanted, version } })
      }}
      noValidate
    >
      <Stack>
        <Switch
          label={t('rules.recycling')}
          description={t('rules.recyclingText')}
          checked={draft.recycling}
          disabled={!mayChange}
          onChange={(event) => {
            const { checked } = event.currentTarget
            setDraft((before) => ({ ...before, recycling: checked }))
          }}
        />
        {tierKeys.map((tier) => (
          <TierSentence
            key={tier}
            tier={tier}
            rule={draft.tiers[tier]}
            disabled={!mayChange}
            onChange={(part) =>
              setDraft((before) => ({
                ...before,
                tiers: { ...before.tiers, [tier]: { ...before.tiers[tier], ...part } },
              }))
            }
          />
        ))}
        {mayChange && <PoolSimulation rules={wanted} />}
        <Fieldset legend={t('rules.claims')}>
          <Stack gap="sm">
            <Select
              label={t('rules.who')}
              data={claimers.map((who) => ({ value: who, label: t(`rules.whoIs.${who}`) }))}
              value={draft.claims.who}
              onChange={(value) => claims({ who: claimers.find((who) => who === value) ?? 'nobody' })}
              allowDeselect={false}
              disabled={!mayChange}
              maw={420}
            />
            <ClaimNumbers claims={draft.claims} onChange={claims} disabled={!mayChange} />
            <Switch
              label={t('rules.giveBack')}
              checked={draft.claims.giveBack}
              disabled={!mayChange}
              onChange={(event) => claims({ giveBack: event.currentTarget.checked })}
            />
            <Text size="sm" c="dimmed">
              {t('rules.anyNumber')}
            </Text>
          </Stack>
        </Fieldset>
        {mayChange && (
          <Group>
            <Button type="submit" variant="default" disabled={wanted === null} loading={save.isPending}>
              {t('rules.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
