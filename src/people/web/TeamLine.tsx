import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { refreshPeople } from './refresh.ts'

type Props = { team: components['schemas']['Team']; mayChange: boolean }

/** A team with how many are in it; its name is changed where it stands. */
export function TeamLine({ team, mayChange }: Props) {
  const { t } = useTranslation('people')
  const { number } = useFormats()
  const [renaming, setRenaming] = useState(false)
  const { id, name, members } = team
  const remove = api.useMutation('delete', '/api/teams/{id}', {
    onSuccess: refreshPeople,
    onError: sayProblem,
  })
  if (renaming) return <Line title={<Rename team={team} close={() => setRenaming(false)} />} />
  return (
    <Line
      title={name}
      detail={t('count', { count: members, people: number(members) })}
      action={
        mayChange && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('teams.rename', { name })}
              onClick={() => setRenaming(true)}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              color="red"
              aria-label={t('teams.remove', { name })}
              onClick={() => remove.mutate({ params: { path: { id } } })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        )
      }
    />
  )
}

function Rename({ team, close }: { team: Props['team']; close: () => void }) {
  const { t } = useTranslation('people')
  const [name, setName] = useState(team.name)
  const field = useRef<HTMLInputElement>(null)
  // The button that was pressed is gone: the focus goes to what it opened.
  useEffect(() => field.current?.focus(), [])
  const rename = api.useMutation('patch', '/api/teams/{id}', {
    onSuccess: async () => {
      await refreshPeople()
      close()
    },
  })
  const { id, version } = team
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        rename.mutate({ params: { path: { id } }, body: { name: name.trim(), version } })
      }}
    >
      <Group align="end" gap="xs">
        <TextInput
          label={t('teams.newName', { name: team.name })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          maxLength={120}
          ref={field}
        />
        <Button type="submit" loading={rename.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
      </Group>
      <FormProblem error={rename.error} of="people" />
    </form>
  )
}
