import { Button, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { FindPerson } from '../../../people/web/FindPerson.tsx'
import { useAssign } from './useAssign.ts'

export const assignableRoles = ['owner', 'backup', 'sponsor'] as const
export type AssignableRole = (typeof assignableRoles)[number]

type Props = {
  role: AssignableRole
  selection: components['schemas']['Selection']
  /** How many customers it is for. */
  count: number
  /** Whose it is now, where it is one customer. */
  now?: { id: string; name: string; colour: number } | null
  onClose: () => void
  onDone?: () => void
}

/** Gives customers an owner, backup or sponsor from today on. The ledger only grows (rule 2.1): the form says so. */
export function AssignForm({ role, selection, count, now = null, onClose, onDone }: Props) {
  const { t } = useTranslation('customers')
  const [personId, setPersonId] = useState<string | null | undefined>(now?.id)
  const [reason, setReason] = useState('')
  const [joins, setJoins] = useState(true)
  const mayBeSeveral = role !== 'owner' && personId !== null && personId !== undefined
  const assign = useAssign(() => {
    onDone?.()
    onClose()
  })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t(`assign.title.${role}`, { count })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (personId === undefined) return
          assign.mutate({
            body: {
              selection,
              role,
              personId,
              how: mayBeSeveral && joins ? 'add' : 'set',
              ...(reason.trim() === '' ? {} : { reason }),
            },
          })
        }}
      >
        <Stack>
          <FindPerson
            label={t(`assign.who.${role}`)}
            nobody={t(role === 'owner' ? 'pool' : 'assign.nobody')}
            value={personId}
            onChange={setPersonId}
            known={now}
          />
          {mayBeSeveral && (
            <SegmentedControl
              fullWidth
              aria-label={t('assign.others')}
              value={joins ? 'join' : 'replace'}
              onChange={(value) => setJoins(value === 'join')}
              data={[
                { value: 'join', label: t('assign.join') },
                { value: 'replace', label: t('assign.replace') },
              ]}
            />
          )}
          <Textarea
            label={t('assign.reason')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('assign.ledger')}
          </Text>
          <Button type="submit" loading={assign.isPending} disabled={personId === undefined}>
            {t('assign.button', { count })}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
