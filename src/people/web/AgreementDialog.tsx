import { Select, SimpleGrid, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { type Currency, minorDigits, parseCurrency } from '../../values/currency.ts'
import { minorUnits, typedAmount } from '../../values/typed-amount.ts'
import { refreshPeople } from './refresh.ts'
import type { Person } from './types.ts'
import { useMe } from './useMe.ts'

export type Agreement = NonNullable<Person['agreements']>[number]
const kinds = ['contract', 'confidentiality', 'non-compete', 'intellectual-property', 'other'] as const

type Props = { person: Person; agreement: Agreement | null; close: () => void }

/** Puts an agreement on file or corrects it: what, its days, and what is paid in return. */
export function AgreementDialog({ person, agreement, close }: Props) {
  const { t } = useTranslation('people')
  const { company } = useMe()
  const { decimalMark } = useFormats()
  const currency = (parseCurrency(agreement?.currency ?? '') ?? company.currency) as Currency
  const digits = minorDigits(currency)
  const [kind, setKind] = useState<(typeof kinds)[number]>(agreement?.kind ?? 'contract')
  const [days, setDays] = useState({
    signedOn: agreement?.signedOn ?? null,
    startsOn: agreement?.startsOn ?? null,
    endsOn: agreement?.endsOn ?? null,
  })
  const [pay, setPay] = useState(
    agreement?.compensationMinor == null ? '' : typedAmount(agreement.compensationMinor, digits, decimalMark),
  )
  const [note, setNote] = useState(agreement?.note ?? '')
  const done = {
    onSuccess: async () => {
      await refreshPeople()
      close()
    },
  }
  const add = api.useMutation('post', '/api/people/{id}/agreements', done)
  const change = api.useMutation('put', '/api/people/{id}/agreements/{agreementId}', done)
  const compensationMinor = pay.trim() === '' ? null : minorUnits(pay, digits, decimalMark)
  const wrongPay = pay.trim() !== '' && compensationMinor === null
  const endsTooEarly = days.startsOn !== null && days.endsOn !== null && days.endsOn < days.startsOn
  function save() {
    const body = {
      kind,
      ...days,
      note: note.trim(),
      compensationMinor,
      currency: compensationMinor === null ? null : currency,
    }
    if (agreement === null) add.mutate({ params: { path: { id: person.id } }, body })
    else change.mutate({ params: { path: { id: person.id, agreementId: agreement.id } }, body })
  }
  const dayField = (name: keyof typeof days, error?: string) => (
    <DayField
      label={t(`agreements.${name}`)}
      value={days[name]}
      onChange={(day) => setDays({ ...days, [name]: day })}
      clearable
      error={error}
    />
  )
  return (
    <FormModal
      title={t(agreement === null ? 'agreements.add' : 'agreements.changeTitle')}
      onClose={close}
      button={t('save')}
      onSubmit={save}
      isReady={!wrongPay && !endsTooEarly}
      isPending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      of="people"
    >
      <Select
        label={t('agreements.what')}
        data={kinds.map((one) => ({ value: one, label: t(`agreements.kind.${one}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        allowDeselect={false}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {dayField('signedOn')}
        {dayField('startsOn')}
        {dayField('endsOn', endsTooEarly ? t('agreements.endsTooEarly') : undefined)}
        <TextInput
          label={t('agreements.pay', { currency })}
          value={pay}
          inputMode={digits === 0 ? 'numeric' : 'decimal'}
          onChange={(event) => setPay(event.currentTarget.value)}
          error={wrongPay ? t('agreements.wrongPay', { digits }) : undefined}
        />
      </SimpleGrid>
      <Textarea
        label={t('agreements.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
    </FormModal>
  )
}
