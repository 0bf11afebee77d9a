import { Alert, Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ExportMenu } from '../../imports/web/ExportMenu.tsx'
import { roles } from '../../people/permissions.ts'
import { useMay } from '../../people/web/useMe.ts'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'
import { PeopleList } from './PeopleList.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'
import { PeopleTree } from './PeopleTree.tsx'
import { type PeopleSearch, peopleSearch } from './search.ts'

/** Two fields beside each other on a phone. */
const half = 'calc(50% - 0.5rem)'

/** Who is here, what do they carry? The tree of managers or a list, today or on any other day. */
export function PeopleScreen() {
  const { t } = useTranslation(['people', 'shell'])
  const may = useMay()
  const { today, day } = useFormats()
  const search = peopleSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const go = (part: { [K in keyof PeopleSearch]?: PeopleSearch[K] | undefined }) =>
    void navigate({ to: paths.people, search: peopleSearch({ ...search, ...part }), replace: true })
  const look = useDebouncedCallback((text: string) => go({ text }), 250)
  const asList =
    search.view === 'list' ||
    search.text !== undefined ||
    search.role !== undefined ||
    search.presence !== undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {may('people.export') && <ExportMenu entity="people" />}
            {may('people.change') && (
              <ButtonLink to={paths.newPerson} leftSection={<IconPlus size={16} />}>
                {t('add.button')}
              </ButtonLink>
            )}
          </>
        }
      />
      <PeopleTabs here="people" />
      <Group align="end" mb="md">
        <TextInput
          label={t('search')}
          defaultValue={search.text ?? ''}
          onChange={(event) => look(event.currentTarget.value)}
          leftSection={<IconSearch size={16} />}
          w={{ base: '100%', sm: 340 }}
        />
        <Select
          label={t('filter.role')}
          placeholder={t('filter.any')}
          data={roles.map((role) => ({ value: role, label: t(`shell:roles.${role}`) }))}
          value={search.role ?? null}
          onChange={(role) => go({ role: roles.find((one) => one === role) })}
          clearable
          w={{ base: half, sm: 180 }}
        />
        <Select
          label={t('filter.presence')}
          data={(['present', 'left', 'all'] as const).map((one) => ({
            value: one,
            label: t(`presence.${one}`),
          }))}
          value={search.presence ?? 'present'}
          onChange={(one) => go({ presence: one === 'left' || one === 'all' ? one : undefined })}
          allowDeselect={false}
          w={{ base: half, sm: 140 }}
        />
        <DayField
          label={t('on.label')}
          value={search.on ?? today}
          onChange={(on) => go({ on: on === null || on === today ? undefined : on })}
          w={{ base: half, sm: 170 }}
        />
        <SegmentedControl
          aria-label={t('view.label')}
          data={(['tree', 'list'] as const).map((view) => ({ value: view, label: t(`view.${view}`) }))}
          value={asList ? 'list' : 'tree'}
          onChange={(view) =>
            go(
              view === 'list'
                ? { view }
                : { view: undefined, text: undefined, role: undefined, presence: undefined },
            )
          }
        />
      </Group>
      {search.on !== undefined && (
        <Alert mb="md" variant="light">
          <Group justify="space-between">
            {t('on.banner', { day: day(search.on) })}
            <Button size="compact-sm" variant="default" onClick={() => go({ on: undefined })}>
              {t('on.today')}
            </Button>
          </Group>
        </Alert>
      )}
      {asList ? <PeopleList search={search} /> : <PeopleTree on={search.on} />}
    </>
  )
}
