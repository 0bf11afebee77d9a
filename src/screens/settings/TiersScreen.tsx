import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { type TierDraft, TierRulesForm, rulesTyped } from '../../sales/web/tiers/TierRulesForm.tsx'
import { TierPreviewPart } from '../../sales/web/tiers/TierPreviewPart.tsx'
import { TierRuns } from '../../sales/web/tiers/TierRuns.tsx'
import type { CompanyTiers } from '../../sales/web/tiers/types.ts'
import { customerPath, paths } from '../paths.ts'

/** Which customers are A, B and C: the rules, what they would do tomorrow, and what was computed (rule 1.8). */
export function TiersScreen() {
  const { t } = useTranslation(['tiers', 'company'])
  const may = useMay()
  const query = api.useQuery('get', '/api/company/tiers', {}, { enabled: may('customers.read') })
  if (!may('customers.read')) return <Forbidden />
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
      />
      <Loaded query={query}>{(tiers) => <Tiers key={JSON.stringify(tiers.rules)} tiers={tiers} />}</Loaded>
    </>
  )
}

function Tiers({ tiers }: { tiers: CompanyTiers }) {
  const { t } = useTranslation('tiers')
  const [draft, setDraft] = useState<TierDraft>(tiers.rules)
  const rules = rulesTyped(draft)
  const areKept = JSON.stringify(rules) === JSON.stringify(rulesTyped(tiers.rules))
  return (
    <>
      <Section title={t('rules.title')} text={t('rules.text')}>
        <TierRulesForm tiers={tiers} draft={draft} onDraft={setDraft} />
      </Section>
      {tiers.mayCompute && (
        <Section title={t('preview.title')} text={t('preview.text')}>
          <TierPreviewPart rules={rules} areKept={areKept} customerAddress={customerPath} />
        </Section>
      )}
      <Section title={t('runs.title')} text={t('runs.text')}>
        <TierRuns runs={tiers.runs} listOf={(batch) => `${paths.customers}?batch=${batch}`} />
      </Section>
    </>
  )
}
