import { Button, Group, TextInput } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TeamLine } from '../../people/web/TeamLine.tsx'
import { refreshPeople } from '../../people/web/refresh.ts'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'

export function TeamsScreen() {
  const { t } = useTranslation('people')
  const may = useMay()
  const query = api.useQuery('get', '/api/teams')
  const [name, setName] = useState('')
  const add = api.useMutation('post', '/api/teams', {
    onSuccess: async () => {
      setName('')
      await refreshPeople()
    },
  })
  const mayChange = may('people.change')
  return (
    <>
      <PageHeader title={t('tabs.teams')} />
      <PeopleTabs here="teams" />
      {mayChange && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate({ body: { name } })
          }}
        >
          <Group align="end" mb="md">
            <TextInput
              label={t('teams.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
              withAsterisk={false}
              maxLength={120}
            />
            <Button type="submit" loading={add.isPending}>
              {t('teams.add')}
            </Button>
          </Group>
          <FormProblem error={add.error} />
        </form>
      )}
      <Loaded query={query}>
        {({ teams }) =>
          teams.length === 0 ? (
            <EmptyState icon={<IconUsersGroup />} title={t('teams.none')} text={t('teams.text')} />
          ) : (
            <Lines label={t('tabs.teams')}>
              {teams.map((team) => (
                <TeamLine key={team.id} team={team} mayChange={mayChange} />
              ))}
            </Lines>
          )
        }
      </Loaded>
    </>
  )
}
