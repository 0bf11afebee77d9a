import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshPeople } from '../../people/web/refresh.ts'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
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
  const remove = api.useMutation('delete', '/api/teams/{id}', {
    onSuccess: refreshPeople,
    onError: sayProblem,
  })
  return (
    <>
      <PageHeader title={t('tabs.teams')} />
      <PeopleTabs here="teams" />
      {may('people.change') && (
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
                <Line
                  key={team.id}
                  title={team.name}
                  detail={t('count', { count: team.members, people: team.members })}
                  action={
                    may('people.change') && (
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t('teams.remove', { name: team.name })}
                        onClick={() => remove.mutate({ params: { path: { id: team.id } } })}
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    )
                  }
                />
              ))}
            </Lines>
          )
        }
      </Loaded>
    </>
  )
}
