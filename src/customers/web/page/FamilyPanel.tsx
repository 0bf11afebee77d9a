import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { TierBadge } from '../Tier.tsx'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'

type Props = PanelProps & { to: (id: string) => string; listOf: string }
const shownAtMost = 8

/** The chain: what it belongs to, and what belongs to it. `listOf` is the address of the list. */
export function FamilyPanel({ customer, to, listOf }: Props) {
  const { t } = useTranslation('customer')
  const { number } = useFormats()
  const { parent, childCount } = customer
  const children = api.useQuery(
    'get',
    '/api/customers',
    { params: { query: { parent: customer.id, sort: 'name', size: shownAtMost } } },
    { enabled: childCount > 0 },
  ).data
  if (parent === null && childCount === 0) return null
  return (
    <Panel title={t('family.title')}>
      {parent !== null && (
        <Text size="sm">
          {t('family.belongsTo')}{' '}
          <Anchor component={Link} to={to(parent.id)} fw={600}>
            {parent.name}
          </Anchor>
        </Text>
      )}
      {childCount > 0 && (
        <>
          <Text size="sm" c="dimmed" mt={parent === null ? 0 : 'xs'}>
            {t('family.outlets', { count: childCount, shown: number(childCount) })}
          </Text>
          <ul className={classes['missing']}>
            {(children?.rows ?? []).map((row) => (
              <li key={row.id}>
                <Group justify="space-between" wrap="nowrap" className={classes['line']}>
                  <Anchor component={Link} to={to(row.id)} size="sm" truncate>
                    {row.name}
                  </Anchor>
                  <TierBadge tier={row.tier} />
                </Group>
              </li>
            ))}
          </ul>
          {childCount > shownAtMost && (
            <Anchor component={Link} to={listOf} search={{ parent: customer.id } as never} size="sm">
              {t('family.all')}
            </Anchor>
          )}
        </>
      )}
    </Panel>
  )
}
