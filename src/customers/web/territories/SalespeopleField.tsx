import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'

type Person = { id: string; name: string }
type Props = { label: string; value: readonly Person[]; onChange: (people: Person[]) => void }

/** Several people of the company, each found by typing; companies have up to thousands, so the server looks. */
export function SalespeopleField({ label, value, onChange }: Props) {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const query = { limit: 50, ...(wanted === '' ? {} : { text: wanted }) }
  const found =
    api.useQuery('get', '/api/people', { params: { query } }, { placeholderData: (before) => before }).data
      ?.people ?? []
  const known = new Map(
    [...value, ...found].map((person) => [person.id, { id: person.id, name: person.name }]),
  )
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t('assign.find') : ''}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('filterNothing')}
      filter={({ options }) => options}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
      hidePickedOptions
    />
  )
}
