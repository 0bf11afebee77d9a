import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RegisterRules } from '../../customers/web/settings/RegisterRules.tsx'
import { CollisionRules } from '../../ownership/web/collisions/CollisionRules.tsx'
import { CoverageRules } from '../../ownership/web/CoverageRules.tsx'
import { LinesForm } from '../../ownership/web/LinesForm.tsx'
import { CompanyForm } from '../../people/web/CompanyForm.tsx'
import { InvitationRule } from '../../people/web/InvitationRule.tsx'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { AboutLine } from '../../platform/web/ui/AboutLine.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { PoolRulesForm } from '../../pool/web/PoolRulesForm.tsx'
import { CadenceForm } from '../../visits/web/CadenceForm.tsx'
import { settingsNeeds } from '../frame/places.ts'
import { paths } from '../paths.ts'

/** How we do it here: the company, and its rules as sentences. */
export function SettingsScreen() {
  const { t } = useTranslation([
    'company',
    'planning',
    'territories',
    'products',
    'prices',
    'webhooks',
    'tiers',
    'money',
  ])
  const may = useMay()
  if (!settingsNeeds.some(may)) return <Forbidden />
  const mayCompany = may('company.settings')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Section title={t('lists')} text={t('listsText')}>
        <Lines label={t('lists')}>
          <Line
            title={<TextLink to={paths.territories}>{t('territories:title')}</TextLink>}
            detail={t('toTerritories')}
          />
          <Line
            title={<TextLink to={paths.products}>{t('products:title')}</TextLink>}
            detail={t('toProducts')}
          />
          <Line
            title={<TextLink to={paths.tiers}>{t('tiers:title')}</TextLink>}
            detail={t('tiers:toTiers')}
          />
          <Line
            title={<TextLink to={paths.priceLists}>{t('prices:title')}</TextLink>}
            detail={t('toPrices')}
          />
          <Line
            title={<TextLink to={paths.rates}>{t('money:rates.title')}</TextLink>}
            detail={t('money:rates.toRates')}
          />
        </Lines>
      </Section>
      {mayCompany && <Company />}
      <Section title={t('programs')} text={t('programsText')}>
        <List listStyleType="none" spacing="xs">
          <List.Item>
            <a href="/api/docs">{t('apiDocs')}</a>
          </List.Item>
          {may('integrations.manage') && (
            <List.Item>
              <TextLink to={paths.webhooks}>{t('webhooks:settings')}</TextLink>
            </List.Item>
          )}
        </List>
      </Section>
      <AboutLine />
    </>
  )
}

function Company() {
  const { t } = useTranslation(['company', 'customers', 'people', 'coverage', 'pool', 'collisions', 'lines'])
  const { company } = useMe()
  return (
    <>
      <Section title={t('profile')} text={t('profileText')}>
        <CompanyForm key={JSON.stringify({ ...company, version: 0 })} />
      </Section>
      <Section title={t('customers:rules.title')} text={t('customers:rules.text')}>
        <RegisterRules />
      </Section>
      <Section title={t('pool:rules.title')} text={t('pool:rules.text')}>
        <PoolRulesForm />
      </Section>
      <Section title={t('planning:rules.title')} text={t('planning:rules.text')}>
        <CadenceForm />
      </Section>
      <Section title={t('people:invitationRule.title')} text={t('people:invitationRule.text')}>
        <InvitationRule />
      </Section>
      <Section title={t('lines:title')} text={t('lines:text')}>
        <LinesForm />
      </Section>
      <Section title={t('coverage:rules.title')} text={t('coverage:rules.text')}>
        <CoverageRules />
      </Section>
      <Section title={t('collisions:rules.title')} text={t('collisions:rules.text')}>
        <CollisionRules />
      </Section>
    </>
  )
}
