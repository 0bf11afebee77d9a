import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'

type Props = {
  label: string
  value: string | null
  /** The name that belongs to the value when the field is first shown. */
  name?: string | null
  onChange: (id: string | null) => void
  /** Who can't be chosen. */
  except?: string
  error?: string | undefined
}

/** One of the people who are here, found while typing. */
export function PersonSelect({ label, value, name = null, onChange, except, error }: Props) {
  const { t } = useTranslation('people')
  const [chosen, setChosen] = useState(name)
  const [search, setSearch] = useState(name ?? '')
  const [asked] = useDebouncedValue(search === chosen ? '' : search, 200)
  const found = api.useQuery('get', '/api/people', {
    params: { query: { limit: 30, ...(asked === '' ? {} : { text: asked }) } },
  })
  const people = (found.data?.people ?? []).filter((person) => person.id !== except)
  const data = people.map((person) => ({ value: person.id, label: person.name }))
  if (value !== null && chosen !== null && !data.some((one) => one.value === value))
    data.unshift({ value, label: chosen })
  return (
    <Select
      label={label}
      data={data}
      value={value}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={t('nobodyLikeThat')}
      error={error}
      onChange={(id, option) => {
        setChosen(option?.label ?? null)
        onChange(id)
      }}
    />
  )
}
