import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../permissions.ts'
import { mayGive } from '../roles.ts'
import { useMe } from './useMe.ts'

/** The roles that I may give to somebody who isn't me. */
export function useGiveableRoles(): readonly Role[] {
  const { person, may } = useMe()
  const giver = { id: person.id, roles: person.roles }
  return may.includes('people.roles') ? roles.filter((role) => mayGive(giver, role, '') === null) : []
}

type Props = { value: readonly Role[]; onChange: (roles: Role[]) => void }

/** What somebody new will do here; only the roles that are mine to give, each with what it means. */
export function RolesField({ value, onChange }: Props) {
  const { t } = useTranslation(['people', 'shell'])
  const giveable = useGiveableRoles()
  if (giveable.length === 0) return null
  return (
    <Checkbox.Group
      label={t('add.roles')}
      description={t('add.rolesText')}
      value={[...value]}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <Stack gap="xs" mt="xs">
        {giveable.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`shell:roles.${role}`)}
            description={t(`roleText.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
