import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

/** The pages about money. */
export function MoneyTabs({ here }: { here: 'receivables' | 'cash' | 'handed-in' }) {
  const { t } = useTranslation('money')
  const tabs = [
    { name: 'receivables', to: paths.receivables, search: {} },
    { name: 'cash', to: paths.cash, search: {} },
    { name: 'handed-in', to: paths.cash, search: { view: 'handed-in' } },
  ] as const
  return (
    <nav aria-label={t('tabs.label')} className="no-print">
      <Group gap="xs" mb="md">
        {tabs.map(({ name, to, search }) => (
          <ButtonLink
            key={name}
            to={to}
            search={search}
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
