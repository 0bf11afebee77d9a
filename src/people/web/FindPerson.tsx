import { Group, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from './PersonMark.tsx'
import { api } from '../../platform/web/request/client.ts'

type Props = {
  label: string
  /** The words for choosing nobody; without them somebody has to be chosen. */
  nobody?: string
  /** Null is nobody; undefined: not chosen yet. */
  value: string | null | undefined
  onChange: (id: string | null) => void
  /** Already chosen before: shown by name before people were looked for. */
  known?: { id: string; name: string; colour: number } | null
  error?: string | undefined
}

/** Finds a person of the company by typing; companies have up to thousands, so the server looks. */
export function FindPerson({ label, nobody, value, onChange, known = null, error }: Props) {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState('')
  const [chosenName, setChosenName] = useState(known?.name ?? '')
  const [wanted] = useDebouncedValue(typed === chosenName || typed === nobody ? '' : typed.trim(), 200)
  const query = { limit: 100, ...(wanted === '' ? {} : { text: wanted }) }
  const people =
    api.useQuery('get', '/api/people', { params: { query } }, { placeholderData: (before) => before }).data
      ?.people ?? []
  const found = known === null || people.some(({ id }) => id === known.id) ? people : [known, ...people]
  const colourOf = new Map(found.map((person) => [person.id, person]))
  return (
    <Select
      label={label}
      placeholder={t('assign.find')}
      searchable
      required={nobody === undefined}
      allowDeselect={false}
      error={error}
      nothingFoundMessage={t('filterNothing')}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={[
        // While somebody is looked for, nobody is no answer: Enter takes the first one offered.
        ...(nobody === undefined || wanted !== '' ? [] : [{ value: '', label: nobody }]),
        ...exactFirst(found, wanted).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? (nobody === undefined || value === undefined ? null : '')}
      onChange={(chosen, option) => {
        setChosenName(option?.label ?? '')
        onChange(chosen === '' ? null : chosen)
      }}
      renderOption={({ option }) => {
        const person = colourOf.get(option.value)
        return (
          <Group gap="xs" wrap="nowrap">
            {person !== undefined && <PersonMark name={person.name} colour={person.colour} size={22} />}
            {option.label}
          </Group>
        )
      }}
    />
  )
}

/** Whoever is called exactly so stands first. */
function exactFirst<P extends { name: string }>(people: readonly P[], wanted: string): P[] {
  const isExact = ({ name }: P) => name.toLowerCase() === wanted.toLowerCase()
  return [...people.filter(isExact), ...people.filter((person) => !isExact(person))]
}
