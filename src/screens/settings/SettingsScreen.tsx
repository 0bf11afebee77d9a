import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RegisterRules } from '../../customers/web/settings/RegisterRules.tsx'
import { CompanyForm } from '../../people/web/CompanyForm.tsx'
import { InvitationRule } from '../../people/web/InvitationRule.tsx'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { AboutLine } from '../../platform/web/ui/AboutLine.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'

/** How we do it here: the company, and its rules as sentences. */
export function SettingsScreen() {
  const { t } = useTranslation(['company', 'customers', 'people'])
  const { company } = useMe()
  const may = useMay()
  if (!may('company.settings')) return <Forbidden />
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Section title={t('profile')} text={t('profileText')}>
        <CompanyForm key={JSON.stringify({ ...company, version: 0 })} />
      </Section>
      <Section title={t('customers:rules.title')} text={t('customers:rules.text')}>
        <RegisterRules />
      </Section>
      <Section title={t('people:invitationRule.title')} text={t('people:invitationRule.text')}>
        <InvitationRule />
      </Section>
      <Section title={t('programs')} text={t('programsText')}>
        <List listStyleType="none" spacing="xs">
          <List.Item>
            <a href="/api/docs">{t('apiDocs')}</a>
          </List.Item>
        </List>
      </Section>
      <AboutLine />
    </>
  )
}
