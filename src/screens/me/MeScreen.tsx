import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../account/web/Keys.tsx'
import { Passkeys } from '../../account/web/Passkeys.tsx'
import { PasswordChange } from '../../account/web/PasswordChange.tsx'
import { SecondFactor } from '../../account/web/SecondFactor.tsx'
import { Sessions } from '../../account/web/Sessions.tsx'
import { useSecurity } from '../../account/web/useSecurity.ts'
import { CalendarAddress } from '../../calendar/web/CalendarAddress.tsx'
import { MailSetting } from '../../notices/web/MailSetting.tsx'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { AboutLine } from '../../platform/web/ui/AboutLine.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { useSignOut } from '../frame/useSignOut.ts'
import { Appearance } from './Appearance.tsx'
import { Companies } from './Companies.tsx'
import { OtherPlaces } from './OtherPlaces.tsx'

/** Me: how it looks and speaks to me, how I sign in, where, and which keys act for me. */
export function MeScreen() {
  const { t } = useTranslation(['account', 'shell', 'notices', 'calendar'])
  const { person, company, companies } = useMe()
  const may = useMay()
  const { list } = useFormats()
  const security = useSecurity()
  const signOut = useSignOut()
  const roles = list(person.roles.map((role) => t(`shell:roles.${role}`)))
  return (
    <>
      <PageHeader
        title={person.name}
        subtitle={[roles, company.name].filter((word) => word !== '').join(' · ')}
        mark={<PersonMark name={person.name} colour={person.colour} size={40} />}
        actions={
          <Button variant="default" leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {t('shell:signOut')}
          </Button>
        }
      />
      <OtherPlaces />
      {companies.length > 1 && (
        <Section title={t('shell:company.label')}>
          <Companies />
        </Section>
      )}
      <Section title={t('me.look')}>
        <Appearance />
      </Section>
      <Loaded query={security}>
        {({ email, hasPassword, secondFactor, passkeys, sessions }) => (
          <>
            <Section title={t('me.password')} text={email}>
              {hasPassword ? <PasswordChange about={[person.name, email]} /> : t('me.noPassword')}
            </Section>
            {hasPassword && (
              <Section title={t('me.secondFactor')} text={t('me.secondFactorText')}>
                <SecondFactor on={secondFactor} />
              </Section>
            )}
            <Section title={t('passkeys.title')} text={t('passkeys.text')}>
              <Passkeys passkeys={passkeys} />
            </Section>
            <Section title={t('sessions.title')} text={t('sessions.text')}>
              <Sessions sessions={sessions} />
            </Section>
            {may('keys.own') && (
              <Section title={t('keys.title')} text={t('keys.text')}>
                <Keys />
              </Section>
            )}
            {/* Last, so that what it reads pushes nothing that is in view. */}
            <Section title={t('notices:settings.title')} text={t('notices:settings.text')}>
              <MailSetting />
            </Section>
            <Section title={t('calendar:title')} text={t('calendar:text')}>
              <CalendarAddress />
            </Section>
            <AboutLine />
          </>
        )}
      </Loaded>
    </>
  )
}
