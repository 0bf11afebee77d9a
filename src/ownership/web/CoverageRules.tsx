import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { RuleNumber } from '../../platform/web/ui/RuleNumber.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { coverageLimits } from '../coverage.ts'
import { useRefreshCoverage } from './useRefreshCoverage.ts'

/** What counts as knowing a customer, and how many ways should reach it: sentences with their numbers (rule 2.6). */
export function CoverageRules() {
  const query = api.useQuery('get', '/api/company/coverage')
  return (
    <Loaded query={query}>{(rules) => <Rules key={JSON.stringify(rules.settings)} rules={rules} />}</Loaded>
  )
}

function Rules({ rules }: { rules: components['schemas']['CoverageRules'] }) {
  const { t } = useTranslation('coverage')
  const refresh = useRefreshCoverage()
  const { settings, version, mayChange } = rules
  const [months, setMonths] = useState<string | number>(settings.months)
  const [channels, setChannels] = useState<string | number>(settings.channels)
  const wanted = { months: Number(months), channels: Number(channels) }
  const fits = (['months', 'channels'] as const).every((name) => {
    const { least, most } = coverageLimits[name]
    return wanted[name] >= least && wanted[name] <= most
  })
  const isSame = wanted.months === settings.months && wanted.channels === settings.channels
  const save = api.useMutation('put', '/api/company/coverage', {
    onSuccess: async () => {
      await Promise.all([refreshCompany(), refresh()])
      say(t('rules.saved'))
    },
    onError: sayProblem,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fits && months !== '' && channels !== '') save.mutate({ body: { settings: wanted, version } })
      }}
    >
      <Stack gap="sm">
        <RuleNumber
          sentence={(typed) => t('rules.months', { months: typed })}
          value={months}
          onChange={setMonths}
          min={coverageLimits.months.least}
          max={coverageLimits.months.most}
          disabled={!mayChange}
        />
        <RuleNumber
          sentence={(typed) => t('rules.channels', { channels: typed })}
          value={channels}
          onChange={setChannels}
          min={coverageLimits.channels.least}
          max={coverageLimits.channels.most}
          disabled={!mayChange}
        />
        {mayChange && (
          <Group>
            <Button type="submit" variant="default" disabled={!fits || isSame} loading={save.isPending}>
              {t('rules.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
