import { SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../../platform/web/ui/ReasonField.tsx'
import { FindPerson } from '../../../people/web/FindPerson.tsx'
import { useAssign } from './useAssign.ts'
import { useLines } from './useLines.ts'

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
  const { t } = useTranslation(['customers', 'lines'])
  const [personId, setPersonId] = useState<string | null | undefined>(now?.id)
  const lines = useLines()
  const [line, setLine] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [joins, setJoins] = useState(true)
  const mayBeSeveral = role !== 'owner' && personId !== null && personId !== undefined
  const assign = useAssign(() => {
    onDone?.()
    onClose()
  })
  function save() {
    if (personId === undefined) return
    const how = mayBeSeveral && joins ? ('add' as const) : ('set' as const)
    const more = {
      ...(reason.trim() === '' ? {} : { reason }),
      ...(line === null ? {} : { line }),
    }
    assign.mutate({ body: { selection, role, personId, how, ...more } })
  }
  return (
    <FormModal
      title={t(`assign.title.${role}`, { count })}
      onClose={onClose}
      button={t('assign.button', { count })}
      onSubmit={save}
      isReady={personId !== undefined}
      isPending={assign.isPending}
      error={assign.error}
      of="customers"
    >
      {lines.length > 0 && (
        <Select
          label={t('lines:for')}
          allowDeselect={false}
          value={line ?? ''}
          onChange={(code) => setLine(code === '' ? null : code)}
          data={[
            { value: '', label: t('lines:whole') },
            ...lines.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
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
      <ReasonField label={t('assign.reason')} value={reason} onChange={setReason} />
      <Text size="sm" c="dimmed">
        {t(line !== null && role === 'owner' ? 'lines:own' : 'assign.ledger')}
      </Text>
    </FormModal>
  )
}
