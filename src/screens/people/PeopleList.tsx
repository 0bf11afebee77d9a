import { Text } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MorePeople } from '../../people/web/MorePeople.tsx'
import { usePeoplePages } from '../../people/web/usePeoplePages.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PersonRow } from './PersonRow.tsx'
import type { PeopleSearch } from './search.ts'

/** Everybody the filters leave, by name, a page at a time. */
export function PeopleList({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation('people')
  const { number } = useFormats()
  const { view: _view, ...filter } = search
  const query = usePeoplePages(filter, 50)
  return (
    <Loaded query={query}>
      {({ people, total }) =>
        people.length === 0 ? (
          <EmptyState icon={<IconUserSearch />} title={t('nobody.title')} text={t('nobody.text')} />
        ) : (
          <>
            <Text size="sm" c="dimmed" mb="xs" aria-live="polite">
              {t('count', { count: total, people: number(total) })}
            </Text>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} on={search.on} />
            ))}
            <MorePeople
              shown={people.length}
              total={total}
              isBusy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )
      }
    </Loaded>
  )
}
