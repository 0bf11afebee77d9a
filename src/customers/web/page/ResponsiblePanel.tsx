import { ActionIcon, Group, Text } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { PanelMenu } from '../../../platform/web/ui/PanelMenu.tsx'
import { AssignForm, type AssignableRole, assignableRoles } from '../assign/AssignForm.tsx'
import { useAssign } from '../assign/useAssign.ts'
import { OwnerName } from '../OwnerName.tsx'
import type { Customer, PanelProps } from './customer.ts'
import { LineHolders } from './LineHolders.tsx'
import classes from './page.module.css'

type Holder = Customer['holders'][number]

/** Who is responsible in which role, since when, and why. */
export function ResponsiblePanel({ customer }: PanelProps) {
  const { t } = useTranslation(['customer', 'relay'])
  const whyNot = useWhyNot(customer.id)
  const [role, setRole] = useState<AssignableRole | null>(null)
  const owner = customer.holders.find((holder) => holder.role === 'owner')
  const shown = customer.holders.filter((holder) => holder.role === 'owner' || holder.person !== null)
  return (
    <Panel
      title={t('responsible')}
      action={
        <PanelMenu
          label={t('assign')}
          icon={<IconUserPlus size={14} aria-hidden />}
          choices={(customer.may.assign ? assignableRoles : []).map((name) => ({
            name,
            label: t(`assignRole.${name}`),
            press: () => setRole(name),
            whyNot: whyNot(name),
          }))}
        />
      }
    >
      <ul className={classes['people']}>
        {shown.map((holder) => (
          <HolderItem key={`${holder.role} ${holder.seat}`} holder={holder} customer={customer} />
        ))}
      </ul>
      <LineHolders customerId={customer.id} />
      {!customer.may.assign && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('relay:whyNot.not-allowed')}
        </Text>
      )}
      {role !== null && (
        <AssignForm
          role={role}
          selection={{ ids: [customer.id] }}
          count={1}
          now={role === 'owner' ? (owner?.person ?? null) : null}
          onClose={() => setRole(null)}
        />
      )}
    </Panel>
  )
}

/** Why a role of the customer can't be given to somebody now, in words; null where it can. */
function useWhyNot(id: string): (role: AssignableRole) => string | null {
  const { t } = useTranslation('relay')
  const { data } = api.useQuery('get', '/api/customers/{id}/ownership', { params: { path: { id } } })
  return (role) => {
    const code = data?.whyNot[role === 'owner' ? 'owner' : 'others'] ?? null
    return code === null ? null : t([`whyNot.${code}`, 'whyNot.other'])
  }
}

function HolderItem({ holder, customer }: PanelProps & { holder: Holder }) {
  const { t } = useTranslation('customer')
  const { day } = useFormats()
  const assign = useAssign(() => undefined)
  const { role, person } = holder
  const isTakeable = customer.may.assign && person !== null && (role === 'backup' || role === 'sponsor')
  return (
    <li>
      <Group justify="space-between" wrap="nowrap">
        <OwnerName person={person} />
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t(`role.${role}`)}
          </Text>
          {isTakeable && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('assignEnd', { name: person.name, role: t(`role.${role}`) })}
              onClick={() =>
                assign.mutate(
                  { body: { selection: { ids: [customer.id] }, role, personId: person.id, how: 'remove' } },
                  { onError: sayProblem },
                )
              }
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t('sinceBecause', {
          day: day(holder.since),
          cause: t(`cause.${holder.cause}`, { defaultValue: holder.cause }),
        })}
      </Text>
    </li>
  )
}
