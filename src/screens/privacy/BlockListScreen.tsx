import { SegmentedControl, Stack, Text } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { LiftBlock } from '../../privacy/web/LiftBlock.tsx'
import { LookUpBlock } from '../../privacy/web/LookUpBlock.tsx'
import { refreshBlockList } from '../../privacy/web/refresh-block-list.ts'
import { paths } from '../paths.ts'

type Blocked = components['schemas']['BlockedPerson']

/** Who asked not to be kept (rule 10.3): found by phone or e-mail, put on the list, taken off with a reason. */
export function BlockListScreen() {
  const { t } = useTranslation('privacy')
  const may = useMay()
  if (!may('privacy.manage')) return <Forbidden />
  return (
    <>
      <PageHeader
        title={t('block.title')}
        subtitle={t('block.subtitle')}
        crumbs={[{ label: t('title'), to: paths.privacy }]}
      />
      <Stack gap="lg">
        <LookUpBlock mayAdd={may('privacy.erase')} />
        <List />
      </Stack>
    </>
  )
}

function List() {
  const { t } = useTranslation('privacy')
  const [state, setState] = useState<'in-force' | 'lifted'>('in-force')
  const listed = api.useQuery('get', '/api/privacy/blocked', { params: { query: { state } } })
  return (
    <>
      <SegmentedControl
        aria-label={t('block.which')}
        value={state}
        onChange={(value) => setState(value === 'lifted' ? 'lifted' : 'in-force')}
        data={[
          { value: 'in-force', label: t('block.inForce') },
          { value: 'lifted', label: t('block.liftedOnes') },
        ]}
        style={{ alignSelf: 'start' }}
      />
      <Loaded query={listed}>
        {({ blocked }) =>
          blocked.length === 0 ? (
            <EmptyState
              icon={<IconUserOff stroke={1.6} />}
              title={t(state === 'lifted' ? 'block.noneLifted' : 'block.none')}
              text={state === 'lifted' ? undefined : t('block.noneText')}
            />
          ) : (
            <Lines label={t('block.title')}>
              {blocked.map((one) => (
                <OneBlocked key={one.hash} one={one} />
              ))}
            </Lines>
          )
        }
      </Loaded>
    </>
  )
}

function OneBlocked({ one }: { one: Blocked }) {
  const { t } = useTranslation('privacy')
  const { instant } = useFormats()
  const added = [t('block.added_at', { when: instant(one.addedAt) }), one.addedBy?.name ?? t('program')]
  const lifted =
    one.liftedAt === null
      ? []
      : [t('block.lifted_at', { when: instant(one.liftedAt) }), one.liftedBy?.name ?? t('program')]
  return (
    <Line
      title={
        <>
          {t(`block.kind.${one.kind}`)}{' '}
          <Text span ff="monospace" size="sm" c="dimmed">
            {one.hash.slice(0, 8)}
          </Text>
        </>
      }
      detail={
        <>
          {added.join(' · ')}
          {one.reason !== null && ` · ${one.reason}`}
          {one.requestId !== null && (
            <>
              {' · '}
              <TextLink to={paths.privacyRequest} params={{ requestId: one.requestId }}>
                {t('block.request')}
              </TextLink>
            </>
          )}
          {lifted.length > 0 && (
            <Text size="sm">
              {lifted.join(' · ')}
              {one.liftReason !== null && ` · ${one.liftReason}`}
            </Text>
          )}
        </>
      }
      action={one.liftedAt === null && <LiftBlock hash={one.hash} done={refreshBlockList} />}
    />
  )
}
