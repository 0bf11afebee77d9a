import { useDebouncedValue } from '@mantine/hooks'
import { IconAddressBook } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { customerPath, personPath } from '../paths.ts'
import type { Choice, Group } from './choice.ts'

type Found = components['schemas']['Found']

/** Customers and people that match what is typed; what was found before stays until the answer is there. */
export function useFound(query: string): { groups: Group[]; searching: boolean } {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const q = query.trim()
  const [settled] = useDebouncedValue(q, 90)
  const answer = api.useQuery(
    'get',
    '/api/search',
    { params: { query: { q: settled, most: 12 } } },
    { enabled: settled !== '', placeholderData: keepPreviousData },
  )
  // What an earlier search found is looked through again: Enter must not open what no longer fits.
  const searched = settled === q && !answer.isPlaceholderData
  const found = q === '' ? [] : (answer.data?.found ?? [])
  const choices = (kind: Found['kind'], path: (id: string) => string): Choice[] =>
    found
      .filter((one) => one.kind === kind)
      .map((one) => ({
        id: `${kind} ${one.id}`,
        label: one.title,
        detail: [one.code, one.detail].filter((word) => word !== null && word !== '').join(' · '),
        mark:
          kind === 'person' ? (
            <PersonMark name={one.title} colour={one.colour ?? 0} size={24} />
          ) : (
            <IconAddressBook size={18} stroke={1.6} />
          ),
        run: () => void navigate({ href: path(one.id) }),
      }))
  return {
    searching: q !== '' && (q !== settled || answer.isFetching),
    groups: [
      { label: t('places.customers'), choices: choices('customer', customerPath), searched },
      { label: t('places.people'), choices: choices('person', personPath), searched },
    ],
  }
}
