import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, request } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { offerUndo, say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import { BulkValue } from './BulkValue.tsx'
import type { Selection } from './selection.ts'

export const bulkFields = ['tier', 'territory', 'channel', 'addTag', 'removeTag'] as const
/** Terms are protected (rule 1.4): many at once only by whoever may set them without asking. */
export const protectedBulkFields = ['paymentDays'] as const
export type BulkField = (typeof bulkFields)[number] | (typeof protectedBulkFields)[number]

type Props = {
  field: BulkField
  count: number
  selection: Selection
  onClose: () => void
  onDone: () => void
}
type Edit = Omit<components['schemas']['BulkEdit'], 'selection'>

/** Asks for the one value that all chosen customers get, and offers to undo it afterwards. */
export function BulkChange({ field, count, selection, onClose, onDone }: Props) {
  const { t } = useTranslation('customers')
  const [value, setValue] = useState('')
  const refresh = useRefreshCustomers()
  const undo = async (id: string) => {
    const { data, error } = await request.POST('/api/customers/edit/{id}/undo', { params: { path: { id } } })
    if (data === undefined) throw error
    await refresh()
    return data.kept === 0 ? undefined : t('bulk.keptSome', { count: data.kept })
  }
  const edit = api.useMutation('post', '/api/customers/edit', {
    onSuccess: async ({ changed, batchId }) => {
      await refresh()
      const text = t('bulk.done', { count: changed })
      if (batchId === null) say(text)
      else offerUndo(text, () => undo(batchId))
      onDone()
      onClose()
    },
    onError: sayProblem,
  })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t(`bulk.field.${field}`)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          edit.mutate({ body: { selection, ...editOf(field, value) } })
        }}
      >
        <Stack>
          <BulkValue field={field} value={value} onChange={setValue} />
          <Button
            type="submit"
            loading={edit.isPending}
            disabled={(field === 'addTag' || field === 'removeTag') && value.trim() === ''}
          >
            {t('bulk.apply', { count })}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

function editOf(field: BulkField, value: string): Edit {
  const text = value.trim() === '' ? null : value.trim()
  switch (field) {
    case 'tier':
      return { tier: value === 'A' || value === 'B' || value === 'C' ? value : null }
    case 'addTag':
      return { addTags: text === null ? [] : [text] }
    case 'removeTag':
      return { removeTags: text === null ? [] : [text] }
    case 'territory':
      return { set: { territoryId: text } }
    case 'paymentDays':
      return { set: { paymentDays: text === null ? null : Number(text) } }
    case 'channel':
      return { set: { channel: text } }
  }
}
