import { Button, Checkbox, Chip, Group, Input, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { changedPairs } from '../../changed-pairs.ts'
import { contactSavedHow } from '../../protected.ts'
import { Conflicts } from './Conflicts.tsx'
import { type ContactValues, contactParts, fieldsOf, valuesOfContact } from './contact-values.ts'
import type { Contact, Customer } from './customer.ts'
import { useContactSave } from './useContactSave.ts'

type Props = { customer: Customer; contact: Contact | null; inCharge?: boolean; onClose: () => void }

/** Adds or changes a contact. What is protected becomes a request, and the form says so beforehand (rule 1.4). */
export function ContactForm({ customer, contact, inCharge = false, onClose }: Props) {
  const { t } = useTranslation('customer')
  const { may } = useMe()
  const [before, setBefore] = useState(contact)
  const [reason, setReason] = useState('')
  const isFirst = customer.contacts.every((other) => !other.inCharge)
  const form = useForm<ContactValues>({
    initialValues: valuesOfContact(contact, inCharge || isFirst),
    validate: { name: (name) => (name.trim() === '' ? t('contact.nameNeeded') : null) },
  })
  const { add, change, conflicts, setConflicts, isPending } = useContactSave(customer, (fields) =>
    form.setErrors(fields),
  )
  const set = before === null ? {} : changedPairs(before, fieldsOf(form.values))
  const asking = Object.entries(set).filter(
    ([field, pair]) => before !== null && contactSavedHow(field, pair[0], before, may) === 'request',
  )
  const submit = form.onSubmit(async (values) => {
    if (before === null) {
      if (await add(values)) onClose()
      return
    }
    const now = Object.keys(set).length === 0 ? before : await change(before, set, reason)
    if (now === 'done' || now === before) onClose()
    else if (now !== 'failed') setBefore(now)
  })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={contact === null ? t('contact.add') : t('contact.edit')}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Conflicts
            customer={customer}
            conflicts={conflicts}
            onTheirs={(conflict) => {
              form.setFieldValue(conflict.field, (conflict.theirs ?? '') as never)
              setConflicts(conflicts.filter((other) => other !== conflict))
            }}
          />
          <TextInput label={t('field.name')} required data-autofocus {...form.getInputProps('name')} />
          <TextInput label={t('field.title')} {...form.getInputProps('title')} />
          <Input.Wrapper label={t('field.parts')} component="fieldset" labelElement="div">
            <Chip.Group multiple {...form.getInputProps('parts')}>
              <Group gap={6} mt={4}>
                {contactParts.map((part) => (
                  <Chip key={part} value={part} size="sm">
                    {t(`part.${part}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          <TextInput label={t('field.phone')} type="tel" {...form.getInputProps('phone')} />
          <TextInput
            label={t('field.messaging')}
            description={t('contact.messagingHint')}
            {...form.getInputProps('messaging')}
          />
          <TextInput label={t('field.email')} type="email" {...form.getInputProps('email')} />
          {contact === null && (
            <Checkbox
              label={t('contact.isInCharge')}
              {...form.getInputProps('inCharge', { type: 'checkbox' })}
            />
          )}
          {asking.length > 0 && (
            <>
              <Text size="sm">
                {t('edit.asks', {
                  count: asking.length,
                  fields: asking.map(([field]) => t(`field.${field}`)).join(', '),
                })}
              </Text>
              <Textarea
                label={t('edit.reason')}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          )}
          <Button type="submit" loading={isPending}>
            {t(asking.length > 0 ? 'edit.saveAndAsk' : 'save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
