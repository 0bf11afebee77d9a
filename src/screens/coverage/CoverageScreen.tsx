import { Stack } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Coverage } from '../../ownership/web/coverage-types.ts'
import { RiskInWords } from '../../ownership/web/RiskInWords.tsx'
import { useRiskWords } from '../../ownership/web/useRiskWords.ts'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { PeopleTabs } from '../people/PeopleTabs.tsx'
import { paths } from '../paths.ts'
import { Fixes } from './Fixes.tsx'
import { Parts } from './Parts.tsx'
import { NothingKnown } from './NothingKnown.tsx'
import { type Scope, queryOf, readScope } from './scope.ts'

/** What hangs on one person, of the company, a team or a person, and what to put right first (rule 2.6). */
export function CoverageScreen() {
  const may = useMay()
  const scope = readScope(useSearch({ strict: false }))
  return may('customers.read') ? <ReadCoverage scope={scope} /> : <Forbidden />
}

function ReadCoverage({ scope }: { scope: Scope }) {
  const { t } = useTranslation('coverage')
  const query = api.useQuery('get', '/api/coverage', { params: { query: queryOf(scope) } })
  const { name = null, colour = null } = query.data ?? {}
  const isWhole = scope.team === undefined && scope.person === undefined
  return (
    <>
      <PageHeader
        title={name ?? t('title')}
        subtitle={t('subtitle')}
        crumbs={isWhole ? [] : [{ label: t('title'), to: paths.coverage }]}
        mark={
          scope.person !== undefined && name !== null ? (
            <PersonMark name={name} colour={colour ?? 0} size={40} />
          ) : undefined
        }
      />
      {isWhole && <PeopleTabs here="coverage" />}
      <Loaded query={query}>{(coverage) => <CoveragePage coverage={coverage} scope={scope} />}</Loaded>
    </>
  )
}

function CoveragePage({ coverage, scope }: { coverage: Coverage; scope: Scope }) {
  const { t } = useTranslation('coverage')
  const may = useMay()
  const risk = useRiskWords().risk(coverage.exposure)
  if (risk === null) {
    return (
      <EmptyState
        icon={<IconUsersGroup />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={may('customers.import') && <ButtonLink to={paths.imports}>{t('empty.action')}</ButtonLink>}
      />
    )
  }
  return (
    <Stack gap={0}>
      <Section title={t('risk.title')} text={t('risk.text')}>
        <NothingKnown coverage={coverage} />
        <RiskInWords coverage={coverage} risk={risk} />
      </Section>
      <Fixes key={JSON.stringify(scope)} coverage={coverage} scope={scope} />
      {coverage.parts.length > 0 && <Parts coverage={coverage} />}
    </Stack>
  )
}
