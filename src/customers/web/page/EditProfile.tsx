import { Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { fieldSentencesOf } from '../../../platform/web/request/sentence.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { changedPairs } from '../../changed-pairs.ts'
import { type ProfileField, readValues, valuesOf } from '../../profile-form.ts'
import { fieldSavedHow } from '../../protected.ts'
import { Conflicts } from './Conflicts.tsx'
import type { Customer } from './customer.ts'
import { ProfileFields } from './ProfileFields.tsx'
import { useProfileSave } from './useProfileSave.ts'

type Props = { customer: Customer; field?: ProfileField | undefined; onClose: () => void }

/** Changes the profile: what is protected goes to the steward, what somebody changed meanwhile is shown with both values. */
export function EditProfile({ customer, field, onClose }: Props) {
  const { t } = useTranslation('customer')
  const me = useMe()
  const currency = customer.creditLimit?.currency ?? me.company.currency
  const digits = minorDigits(currency as Currency)
  const { decimalMark: mark } = useFormats()
  const [before, setBefore] = useState(() => valuesOf(customer, digits, mark))
  const [reason, setReason] = useState('')
  const form = useForm({ initialValues: before })
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // After the drawer has taken the focus for itself.
    const timer = setTimeout(() => {
      place.current?.querySelector<HTMLElement>(`[data-field="${field ?? 'name'}"]`)?.focus()
    }, 50)
    return () => clearTimeout(timer)
  }, [field])
  const { save, conflicts, setConflicts, isPending } = useProfileSave(customer, (error) => {
    const sentences = Object.entries(fieldSentencesOf(error))
    form.setErrors(Object.fromEntries(sentences.map(([name, text]) => [name.split('.')[1] ?? name, text])))
    sayProblem(error)
  })
  const set = changedPairs(
    readValues(before, currency, digits, mark).read,
    readValues(form.values, currency, digits, mark).read,
  )
  const asking = Object.keys(set).filter((name) => fieldSavedHow(name, null, me.may) === 'request')
  const submit = form.onSubmit(async (values) => {
    const { wrong } = readValues(values, currency, digits, mark)
    form.setErrors(Object.fromEntries(wrong.map((name) => [name, t(`wrong.${name}`)])))
    if (wrong.length > 0) return
    if (Object.keys(set).length === 0) {
      onClose()
      return
    }
    // What failed is said beside its field; the form stays as it is.
    const told = await save(set as components['schemas']['CustomerSet'], reason).catch(() => null)
    if (told === null) return
    const fresh = valuesOf(told.now, digits, mark)
    setBefore(fresh)
    for (const { field: name } of told.outcome.requested) {
      form.setFieldValue(name, Reflect.get(fresh, name))
    }
    if (told.outcome.conflicts.length === 0) onClose()
  })
  return (
    <Drawer
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('edit.title', { name: customer.name })}
    >
      <form ref={place} onSubmit={submit} noValidate>
        <Stack>
          <Conflicts
            customer={customer}
            conflicts={conflicts}
            onTheirs={(conflict) => {
              form.setFieldValue(conflict.field, Reflect.get(before, conflict.field))
              setConflicts(conflicts.filter((other) => other !== conflict))
            }}
          />
          <ProfileFields form={form} customer={customer} />
          {asking.length > 0 && (
            <>
              <Text size="sm">
                {t('edit.asks', {
                  count: asking.length,
                  fields: asking.map((name) => t(`field.${name}`)).join(', '),
                })}
              </Text>
              <Textarea
                label={t('edit.reason')}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t(asking.length > 0 ? 'edit.saveAndAsk' : 'save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
