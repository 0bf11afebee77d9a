import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import type { ToldExposure } from './coverage-types.ts'
import { RiskBar } from './RiskBar.tsx'
import { useRiskWords } from './useRiskWords.ts'

/** What only one person knows of what somebody carries, for the person's page. `link` leads to the whole of it. */
export function PersonCoverage({ id, link }: { id: string; link: ReactNode }) {
  const { t } = useTranslation('coverage')
  const { risk, share } = useRiskWords()
  const query = api.useQuery('get', '/api/coverage', { params: { query: { scope: 'person', id } } })
  return (
    <Loaded query={query}>
      {({ exposure, name }) => {
        const found = risk(exposure)
        if (found === null) return <Text>{t('person.none')}</Text>
        return (
          <>
            <Text>{t(`risk.person.${found.of}`, { share: share(found.one), name })}</Text>
            <RiskBar risk={found} />
            {link}
          </>
        )
      }}
    </Loaded>
  )
}

/** The same in few words, for a row of the tree. */
export function CarriesAlone({ exposure }: { exposure: ToldExposure | undefined }) {
  const { t } = useTranslation('coverage')
  const { risk, shareOf } = useRiskWords()
  const found = exposure === undefined ? null : risk(exposure)
  if (found === null || found.one.numerator === 0n) return null
  return (
    <Text size="xs" c="dimmed">
      {t('carries', { share: shareOf(found.one, found) })}
    </Text>
  )
}
