import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MorePeople } from '../../people/web/MorePeople.tsx'
import { usePeoplePages } from '../../people/web/usePeoplePages.ts'
import { CarriesAlone } from '../../ownership/web/PersonCoverage.tsx'
import { useRiskOfReports } from '../../ownership/web/useRiskOfReports.ts'
import type { ToldExposure } from '../../ownership/web/coverage-types.ts'
import type { PersonSummary } from '../../people/web/types.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PersonRow } from './PersonRow.tsx'
import classes from './people.module.css'

type Props = { on: string | undefined; under?: string; depth?: number }

/** Who reports to whom on a day; each level is read when it is opened, so that a large company opens as quickly as a small one. */
export function PeopleTree({ on, under = 'nobody', depth = 0 }: Props) {
  const { t } = useTranslation('people')
  const query = usePeoplePages({ reportsTo: under, ...(on === undefined ? {} : { on }) }, 100)
  const riskOf = useRiskOfReports(under, on === undefined)
  return (
    <Loaded query={query}>
      {({ people, total }) =>
        people.length === 0 ? (
          <EmptyState icon={<IconUsers />} title={t('empty.title')} text={t('empty.text')} />
        ) : (
          <>
            <ul className={depth === 0 ? classes['tree'] : undefined}>
              {people.map((person) => (
                <Branch
                  key={person.id}
                  person={person}
                  exposure={riskOf.get(person.id)}
                  on={on}
                  depth={depth}
                  first={people.length <= 6}
                />
              ))}
            </ul>
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

type BranchProps = {
  person: PersonSummary
  exposure: ToldExposure | undefined
  on: string | undefined
  depth: number
  first: boolean
}

function Branch({ person, exposure, on, depth, first }: BranchProps) {
  const { t } = useTranslation('people')
  const [open, setOpen] = useState(depth < 2 && first)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li>
      <PersonRow
        person={person}
        on={on}
        carries={<CarriesAlone exposure={exposure} />}
        before={
          person.reports === 0 ? (
            <span className={classes['leaf']} />
          ) : (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={open}
              aria-label={t('tree.toggle', { name: person.name, count: person.reports })}
              onClick={() => setOpen(!open)}
            >
              <Chevron size={16} />
            </ActionIcon>
          )
        }
      />
      {open && person.reports > 0 && <PeopleTree on={on} under={person.id} depth={depth + 1} />}
    </li>
  )
}
