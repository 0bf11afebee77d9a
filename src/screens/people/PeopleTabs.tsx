import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

/** The pages about people. */
export function PeopleTabs({ here }: { here: 'people' | 'teams' | 'rights' | 'coverage' | 'accessLog' }) {
  const { t } = useTranslation('people')
  const may = useMay()
  const tabs = [
    { name: 'people', to: paths.people },
    ...(may('customers.read') ? [{ name: 'coverage', to: paths.coverage } as const] : []),
    { name: 'teams', to: paths.teams },
    { name: 'rights', to: paths.rights },
    ...(may('access-log.read') ? [{ name: 'accessLog', to: paths.accessLog } as const] : []),
  ] as const
  return (
    <nav aria-label={t('tabs.label')}>
      <Group gap="xs" mb="md">
        {tabs.map(({ name, to }) => (
          <ButtonLink
            key={name}
            to={to}
            size="compact-md"
            variant={name === here ? 'light' : 'subtle'}
            aria-current={name === here ? 'page' : undefined}
          >
            {t(`tabs.${name}`)}
          </ButtonLink>
        ))}
      </Group>
    </nav>
  )
}
