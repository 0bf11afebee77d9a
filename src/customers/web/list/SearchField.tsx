import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListSearch, narrowed } from '../../list-search.ts'
import classes from './list.module.css'

type Props = { search: ListSearch; onChange: (search: ListSearch) => void }

/** Finds by name, code, contact, phone or city while typing. The best match comes first, whatever the list was sorted by. */
export function SearchField({ search, onChange }: Props) {
  const { t } = useTranslation('customers')
  const value = search.q ?? ''
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback((q: string) => {
    if (q !== value) onChange(narrowed(search, q === '' ? {} : { q }, ['q', 'sort']))
  }, 200)
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value])
  const type = (text: string) => {
    setTyped(text)
    ask(text.trim())
  }
  return (
    <TextInput
      type="search"
      size="xs"
      data-page-search
      className={classes['search'] ?? ''}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="xs" aria-label={t('searchClear')} onClick={() => type('')} />
      }
      placeholder={t('searchPlaceholder')}
      aria-label={t('searchLabel')}
      value={typed}
      maxLength={200}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') type('')
      }}
    />
  )
}
