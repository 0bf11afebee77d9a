import { Badge, Pagination } from '@mantine/core'
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

const size = 50

/** Every transfer that was done: who handed how many customers over, to whom, when; and whether it was taken back. */
export function TransfersScreen() {
  const { t } = useTranslation(['transfers', 'customers'])
  const may = useMay()
  const { number, instant, day, list } = useFormats()
  const [page, setPage] = useState(1)
  const query = api.useQuery(
    'get',
    '/api/transfers',
    { params: { query: { page, size } } },
    { enabled: may('customers.assign') },
  )
  if (!may('customers.assign')) return <Forbidden />
  const namesOf = (people: readonly { name: string }[]) =>
    list([...people.slice(0, 4).map(({ name }) => name), ...(people.length > 4 ? ['…'] : [])])
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ label: t('customers:title'), to: paths.customers }]}
        actions={
          <ButtonLink to={paths.newTransfer} leftSection={<IconPlus size={16} />}>
            {t('handOver')}
          </ButtonLink>
        }
      />
      <Loaded query={query}>
        {({ transfers, total }) =>
          total === 0 ? (
            <EmptyState icon={<IconArrowsExchange />} title={t('none.title')} text={t('none.text')} />
          ) : (
            <>
              <Lines label={t('title')}>
                {transfers.map(({ id, at, by, from, customers, formers, successors, state }) => (
                  <Line
                    key={id}
                    title={
                      <TextLink to={paths.transfer} params={{ transferId: id }}>
                        {t('listed', {
                          count: customers,
                          shown: number(customers),
                          from: formers.length === 0 ? t('pool') : namesOf(formers),
                          to: namesOf(successors),
                        })}
                      </TextLink>
                    }
                    detail={t('listedBy', {
                      name: by?.name ?? t('program'),
                      at: instant(at),
                      day: day(from),
                    })}
                    action={
                      state === 'undone' ? (
                        <Badge variant="light" color="gray" tt="none">
                          {t('state.undone')}
                        </Badge>
                      ) : undefined
                    }
                  />
                ))}
              </Lines>
              {total > size && (
                <Pagination
                  mt="md"
                  total={Math.ceil(total / size)}
                  value={page}
                  onChange={setPage}
                  getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
                />
              )}
            </>
          )
        }
      </Loaded>
    </>
  )
}
