import { Button, Group, Pagination, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignForm } from '../../customers/web/assign/AssignForm.tsx'
import type { Need } from '../../ownership/coverage.ts'
import { ChannelForm } from '../../ownership/web/ChannelForm.tsx'
import type { Coverage, Fix } from '../../ownership/web/coverage-types.ts'
import { FixLine } from '../../ownership/web/FixLine.tsx'
import classes from '../../ownership/web/FixLine.module.css'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { customerPath } from '../paths.ts'
import { type Scope, queryOf } from './scope.ts'

type Doing = { fix: Fix; need: Need } | 'channel-for-all' | null

/** The customers where putting one thing right avoids most harm, each with the one action beside it. */
export function Fixes({ coverage, scope }: { coverage: Coverage; scope: Scope }) {
  const { t } = useTranslation('coverage')
  const may = useMay()
  const [page, setPage] = useState(1)
  const [doing, setDoing] = useState<Doing>(null)
  const query = api.useQuery(
    'get',
    '/api/coverage/fixes',
    { params: { query: { ...queryOf(scope), page, size: 10 } } },
    { placeholderData: (before) => before },
  )
  const able: Need[] = [
    ...(may('customers.assign') ? (['backup', 'sponsor'] as const) : []),
    ...(may('customers.change') ? (['channel'] as const) : []),
  ]
  const close = () => setDoing(null)
  const { backup, sponsor, channel } = coverage.lacking
  return (
    <Section title={t('fixes.title')} text={t('fixes.text')}>
      <Loaded query={query}>
        {({ fixes, total, size, currency }) =>
          fixes.length === 0 ? (
            <EmptyState icon={<IconCircleCheck />} title={t('fixes.none')} text={t('fixes.noneText')} />
          ) : (
            <Stack gap="sm">
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  {[
                    t('lacking.backup', { count: backup }),
                    t('lacking.sponsor', { count: sponsor }),
                    t('lacking.channel', { count: channel }),
                  ].join(' ')}
                </Text>
                {able.includes('channel') && channel > 1 && (
                  <Button variant="default" size="compact-sm" onClick={() => setDoing('channel-for-all')}>
                    {t('fixes.forAll')}
                  </Button>
                )}
              </Group>
              <ul className={classes['lines']} aria-label={t('fixes.title')}>
                {fixes.map((fix) => (
                  <FixLine
                    key={fix.id}
                    fix={fix}
                    currency={currency}
                    able={able}
                    link={
                      <TextLink to={customerPath(fix.id)} fw={600}>
                        {fix.name}
                      </TextLink>
                    }
                    onFix={(need) => setDoing({ fix, need })}
                  />
                ))}
              </ul>
              {total > size && (
                <Pagination
                  total={Math.ceil(total / size)}
                  value={page}
                  onChange={setPage}
                  getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
                />
              )}
            </Stack>
          )
        }
      </Loaded>
      {doing !== null && <Doer doing={doing} coverage={coverage} onClose={close} />}
    </Section>
  )
}

type DoerProps = { doing: Exclude<Doing, null>; coverage: Coverage; onClose: () => void }

function Doer({ doing, coverage, onClose }: DoerProps) {
  const { t } = useTranslation('coverage')
  if (doing === 'channel-for-all') {
    const people = coverage.parts.flatMap(({ kind, id }) => (kind === 'person' ? [id] : []))
    const owner = coverage.scope === 'person' && coverage.id !== null ? [coverage.id] : people
    const filter = coverage.scope === 'company' ? {} : { owner }
    return <ChannelForm title={t('fixes.forAllTitle')} selection={{ filter }} onClose={onClose} />
  }
  const { fix, need } = doing
  const selection = { ids: [fix.id] }
  if (need === 'channel')
    return (
      <ChannelForm title={t('channel.for', { name: fix.name })} selection={selection} onClose={onClose} />
    )
  // Who knows the customer besides its owner is the one to ask first.
  const suggested = fix.knownBy.find(({ id }) => id !== fix.owner.id) ?? null
  return <AssignForm role={need} selection={selection} count={1} now={suggested} onClose={onClose} />
}
