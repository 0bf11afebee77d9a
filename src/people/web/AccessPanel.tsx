import { Button, Checkbox, CopyButton, Fieldset, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { roles } from '../permissions.ts'
import { refreshPeople } from './refresh.ts'
import type { Person } from './types.ts'
import { useMay } from './useMe.ts'

/** What a person may do here, and whether and how they come in. */
export function AccessPanel({ person }: { person: Person }) {
  return (
    <>
      <Roles person={person} />
      {person.access !== null && <Entrance person={person} access={person.access} />}
    </>
  )
}

function Roles({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'shell'])
  const settled = { onSuccess: refreshPeople, onError: sayProblem }
  const give = api.useMutation('put', '/api/people/{id}/roles/{role}', settled)
  const take = api.useMutation('delete', '/api/people/{id}/roles/{role}', settled)
  const shown = roles.filter((role) => person.roles.includes(role) || person.mayGive.includes(role))
  return (
    <Fieldset legend={t('access.roles')} variant="unstyled">
      {shown.length === 0 && <Text c="dimmed">{t('access.noRoles')}</Text>}
      {shown.map((role) => {
        const held = person.roles.includes(role)
        return (
          <Checkbox
            key={role}
            mt={6}
            label={t(`shell:roles.${role}`)}
            checked={held}
            disabled={
              (held ? !person.mayTake.includes(role) : !person.mayGive.includes(role)) || give.isPending
            }
            onChange={() =>
              (held ? take : give).mutate({ params: { path: { id: person.id, role } } } as never)
            }
          />
        )
      })}
    </Fieldset>
  )
}

type Sent = { link: string | null; mailedTo: string | null; expiresAt: string }

function Entrance({ person, access }: { person: Person; access: NonNullable<Person['access']> }) {
  const { t } = useTranslation('people')
  const { instant } = useFormats()
  const may = useMay()
  const [sent, setSent] = useState<Sent | null>(null)
  const settled = { onSuccess: refreshPeople, onError: sayProblem }
  const invite = api.useMutation('post', '/api/people/{id}/invitation', {
    onSuccess: async (answer) => {
      setSent(answer)
      await refreshPeople()
    },
    onError: sayProblem,
  })
  const withdraw = api.useMutation('delete', '/api/people/{id}/invitation', settled)
  const end = api.useMutation('delete', '/api/people/{id}/access', settled)
  const restore = api.useMutation('put', '/api/people/{id}/access', settled)
  const path = { params: { path: { id: person.id } } }
  if (!may('people.invite') || person.presence === 'left') return null
  return (
    <>
      <Text>
        {t(`access.state.${access}`)}
        {person.invitation !== null &&
          ` ${t('access.until', { when: instant(person.invitation.expiresAt) })}`}
      </Text>
      <Group gap="xs">
        {access !== 'ended' && (
          <Button variant="default" loading={invite.isPending} onClick={() => invite.mutate(path)}>
            {t(
              access === 'active'
                ? 'access.newPassword'
                : access === 'none'
                  ? 'access.invite'
                  : 'access.again',
            )}
          </Button>
        )}
        {person.invitation !== null && (
          <Button variant="subtle" onClick={() => withdraw.mutate(path)}>
            {t('access.withdraw')}
          </Button>
        )}
        {access === 'active' && (
          <Button variant="subtle" color="red" onClick={() => end.mutate(path)}>
            {t('access.end')}
          </Button>
        )}
        {access === 'ended' && (
          <Button variant="default" onClick={() => restore.mutate(path)}>
            {t('access.restore')}
          </Button>
        )}
      </Group>
      <Modal
        opened={sent !== null}
        onClose={() => setSent(null)}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
        title={t('invited.title', { name: person.name })}
      >
        {sent !== null && <Link sent={sent} />}
      </Modal>
    </>
  )
}

function Link({ sent }: { sent: Sent }) {
  const { t } = useTranslation('people')
  const { instant } = useFormats()
  const when = instant(sent.expiresAt)
  if (sent.link === null) return <Text>{t('invited.mailed', { email: sent.mailedTo, when })}</Text>
  return (
    <Stack>
      <Text>{t('invited.hand', { when })}</Text>
      <TextInput
        label={t('invited.link')}
        value={sent.link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <CopyButton value={sent.link}>
        {({ copied, copy }) => (
          <Button onClick={copy}>{t(copied ? 'invited.copied' : 'invited.copy')}</Button>
        )}
      </CopyButton>
    </Stack>
  )
}
