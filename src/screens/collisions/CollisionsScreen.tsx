import { Pagination, SegmentedControl, Stack } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseLine } from '../../ownership/web/collisions/CaseLine.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { collisionPath } from '../paths.ts'

/** Customers that several people claim: who must do what by when (rule 2.3). */
export function CollisionsScreen() {
  const { t } = useTranslation('collisions')
  const may = useMay()
  return may('customers.read') ? (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Cases />
    </>
  ) : (
    <Forbidden />
  )
}

const states = ['open', 'mine', 'all'] as const

function Cases() {
  const { t } = useTranslation('collisions')
  const [state, setState] = useState<(typeof states)[number]>('open')
  const [page, setPage] = useState(1)
  const query = api.useQuery('get', '/api/collisions', { params: { query: { state, page } } })
  return (
    <Stack gap="md" maw="60rem">
      <SegmentedControl
        aria-label={t('show')}
        value={state}
        onChange={(value) => {
          setState(states.find((one) => one === value) ?? 'open')
          setPage(1)
        }}
        data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        style={{ alignSelf: 'start' }}
      />
      <Loaded query={query}>
        {({ rows, total, size }) =>
          rows.length === 0 ? (
            <EmptyState icon={<IconCircleCheck />} title={t('none.title')} text={t('none.text')} />
          ) : (
            <>
              <Lines label={t('title')}>
                {rows.map((one) => (
                  <CaseLine key={one.id} one={one} to={collisionPath(one.id)} />
                ))}
              </Lines>
              {total > size && (
                <Pagination
                  total={Math.ceil(total / size)}
                  value={page}
                  onChange={setPage}
                  getControlProps={(control) => ({ 'aria-label': t(`customers:page.${control}`) })}
                />
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}
