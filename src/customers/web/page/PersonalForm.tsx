import { Button, Checkbox, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { Customer } from './customer.ts'

const kinds = ['hobby', 'date', 'family', 'preference'] as const
type Kind = (typeof kinds)[number]

/** Notes a personal fact with its source; of family it is confirmed that it says nothing of a child (rule 1.2). */
export function PersonalForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const queries = useQueryClient()
  const first = customer.contacts.find((contact) => contact.inCharge) ?? customer.contacts[0]
  const [contactId, setContactId] = useState(first?.id ?? '')
  const [kind, setKind] = useState<Kind>('hobby')
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [noChildren, setNoChildren] = useState(false)
  const note = api.useMutation('post', '/api/customers/{id}/personal', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/customers/{id}/personal'] })
      onClose()
    },
    onError: sayProblem,
  })
  const isReady = text.trim() !== '' && source.trim() !== '' && (kind !== 'family' || noChildren)
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('personal.add')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          note.mutate({
            params: { path: { id: customer.id } },
            body: { contactId, kind, text, source, ...(kind === 'family' ? { noChildren } : {}) },
          })
        }}
      >
        <Stack>
          <Select
            label={t('personal.of')}
            allowDeselect={false}
            data={customer.contacts.map(({ id, name }) => ({ value: id, label: name }))}
            value={contactId}
            onChange={(id) => setContactId(id ?? contactId)}
          />
          <Select
            label={t('personal.kindOf')}
            allowDeselect={false}
            data={kinds.map((one) => ({ value: one, label: t(`personal.kind.${one}`) }))}
            value={kind}
            onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? kind)}
          />
          <TextInput
            label={t('personal.text')}
            required
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={t('personal.source')}
            placeholder={t('personal.sourceHint')}
            required
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          {kind === 'family' && (
            <Checkbox
              label={t('personal.noChildren')}
              checked={noChildren}
              onChange={(event) => setNoChildren(event.currentTarget.checked)}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('personal.limits')}
          </Text>
          <Button type="submit" loading={note.isPending} disabled={!isReady}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
