import { Paper, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { SimulationTable } from './SimulationTable.tsx'
import type { PoolRules, Simulated } from './types.ts'

/** What the rules that are being typed would do, beside what today's do; nothing changes by looking. */
export function PoolSimulation({ rules }: { rules: PoolRules | null }) {
  const { t } = useTranslation('pool')
  const { day } = useFormats()
  const id = useId()
  const [settled] = useDebouncedValue(rules, 400)
  const { data, isError } = useSimulation(settled)
  return (
    <Paper component="section" p="md" withBorder aria-labelledby={id} aria-live="polite" mih="10rem">
      <Title order={3} size="h4" id={id}>
        {t('sim.title')}
      </Title>
      {data === undefined ? (
        <Text size="sm" c="dimmed">
          {t(isError ? 'sim.failed' : 'sim.counting')}
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('sim.text', { day: day(data.last) })} {rules?.recycling === false && t('sim.ifOn')}
          </Text>
          <Summary simulated={data} />
          {data.people.length > 0 && <SimulationTable simulated={data} />}
        </>
      )}
    </Paper>
  )
}

/** Returning is taken as switched on: that is what one wants to know before doing so. */
function useSimulation(rules: PoolRules | null) {
  return useQuery({
    queryKey: ['post', '/api/pool/simulate', rules],
    enabled: rules !== null,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Simulated> => {
      if (rules === null) throw new Error('no rules to try')
      const body = { rules: { ...rules, recycling: true } }
      const { data, error } = await request.POST('/api/pool/simulate', { body })
      if (data === undefined) throw error
      return data
    },
  })
}

/** "41 customers would return. 12 of them are A. Most are Ana's: 30. With today's rules 8." */
function Summary({ simulated }: { simulated: Simulated }) {
  const { t } = useTranslation('pool')
  const { number } = useFormats()
  const { now, tried, tiers, people } = simulated
  const ofA = tiers.find(({ tier }) => tier === 'A')?.tried.returned ?? 0
  const [most] = people
  const sentences = [
    tried.returned === 0
      ? t('sim.nothing')
      : t('sim.returned', { count: tried.returned, shown: number(tried.returned) }),
    ofA > 0 && t('sim.ofA', { shown: number(ofA) }),
    most !== undefined &&
      most.tried.returned > 0 &&
      people.length > 1 &&
      t('sim.mostly', { name: most.person.name, shown: number(most.tried.returned) }),
    t('sim.today', { count: now.returned, shown: number(now.returned) }),
    t('sim.tomorrow', {
      announced: number(tried.announcedTomorrow),
      returned: number(tried.returnedTomorrow),
    }),
  ]
  return <Text my="xs">{sentences.filter(Boolean).join(' ')}</Text>
}
