import { Button, Group, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { refreshCompany } from '../../../platform/web/request/refresh-company.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { RuleNumber } from '../../../platform/web/ui/RuleNumber.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { collisionLimits } from '../../collision-settings.ts'

const names = ['completeFrom', 'answerDays', 'rulingDays', 'appealDays'] as const

/** What counts as complete when several claim a customer, and the days for each step (rule 2.3). */
export function CollisionRules() {
  const query = api.useQuery('get', '/api/company/collisions')
  return (
    <Loaded query={query}>{(rules) => <Rules key={JSON.stringify(rules.settings)} rules={rules} />}</Loaded>
  )
}

function Rules({ rules }: { rules: components['schemas']['CollisionRules'] }) {
  const { t } = useTranslation('collisions')
  const client = useQueryClient()
  const { settings, version, mayChange } = rules
  const [typed, setTyped] = useState<Record<(typeof names)[number], string | number>>(settings)
  const fits = names.every((name) => {
    const [least, most] = collisionLimits[name]
    return typed[name] !== '' && Number(typed[name]) >= least && Number(typed[name]) <= most
  })
  const isSame = names.every((name) => Number(typed[name]) === settings[name])
  const save = api.useMutation('put', '/api/company/collisions', {
    onSuccess: async () => {
      await Promise.all([refreshCompany(), client.invalidateQueries()])
      say(t('rules.saved'))
    },
    onError: sayProblem,
  })
  const wanted = {
    completeFrom: Number(typed.completeFrom),
    answerDays: Number(typed.answerDays),
    rulingDays: Number(typed.rulingDays),
    appealDays: Number(typed.appealDays),
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fits) save.mutate({ body: { settings: wanted, version } })
      }}
    >
      <Stack gap="sm">
        {names.map((name) => (
          <RuleNumber
            key={name}
            sentence={(number) => t(`rules.${name}`, { number })}
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            min={collisionLimits[name][0]}
            max={collisionLimits[name][1]}
            disabled={!mayChange}
          />
        ))}
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
