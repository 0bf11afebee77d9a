import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../../people/web/FindPerson.tsx'
import { useMay } from '../../../people/web/useMe.ts'
import { api } from '../../../platform/web/request/client.ts'
import { buckets } from '../../ageing.ts'
import { type AgeingSearch, agesOf } from '../../ageing-search.ts'
import classes from './money.module.css'

type Props = { search: AgeingSearch; onChange: (search: AgeingSearch) => void }

const choice = (items: readonly { id: string; name: string }[]) =>
  items.map(({ id, name }) => ({ value: id, label: name }))

/** What the list of debts is narrowed by: name, owner, team, territory, how late, over the limit. */
export function AgeingFilters({ search, onChange }: Props) {
  const { t } = useTranslation('money')
  const may = useMay()
  const mayPeople = may('people.read')
  const teams = api.useQuery('get', '/api/teams', {}, { enabled: mayPeople }).data?.teams ?? []
  const territories = api.useQuery('get', '/api/territories').data?.territories ?? []
  const set = (part: { [K in keyof AgeingSearch]?: AgeingSearch[K] | undefined }) => {
    const next = { ...search, page: undefined, ...part }
    onChange(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as AgeingSearch,
    )
  }
  return (
    <search className={classes['filters']}>
      <TextInput
        label={t('filter.q')}
        defaultValue={search.q ?? ''}
        onChange={(event) => set({ q: event.currentTarget.value || undefined })}
        data-page-search
      />
      {mayPeople && (
        <FindPerson
          label={t('filter.person')}
          nobody={t('filter.anybody')}
          value={search.person ?? null}
          onChange={(person) => set({ person: person ?? undefined })}
        />
      )}
      {teams.length > 0 && (
        <Select
          label={t('filter.team')}
          data={choice(teams)}
          value={search.team ?? null}
          onChange={(team) => set({ team: team ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
        />
      )}
      {territories.length > 0 && (
        <Select
          label={t('filter.territory')}
          data={choice(territories)}
          value={search.territory ?? null}
          onChange={(territory) => set({ territory: territory ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
        />
      )}
      <Select
        label={t('filter.bucket')}
        data={[
          { value: 'overdue', label: t('bucket.overdue') },
          ...buckets.map((value) => ({ value: value as string, label: t(`bucket.${value}`) })),
        ]}
        value={search.bucket ?? null}
        onChange={(value) => set({ bucket: agesOf(value) })}
        clearable
        clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
      />
      <Checkbox
        label={t('filter.overLimit')}
        checked={search.overLimit === 'yes'}
        onChange={(event) => set({ overLimit: event.currentTarget.checked ? 'yes' : undefined })}
        mb={8}
      />
    </search>
  )
}
