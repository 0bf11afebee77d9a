import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { problemOf } from '../../../platform/web/request/problem.ts'
import { fieldSentencesOf } from '../../../platform/web/request/sentence.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { type ProfileText, emptyProfile, readValues } from '../../profile-form.ts'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'

type NewCustomer = components['schemas']['RegisterCustomer']
type Place = { latitude: number; longitude: number; accuracyM: number }
export type InCharge = { name: string; phone: string }

/**
 * A new customer as it is typed. Its id is made here, once: however often the button is pressed, or the answer is lost on
 * the way, it is one customer (rule 9.2).
 */
export function useRegister(onDone: (id: string) => void) {
  const { t } = useTranslation('customer')
  const me = useMe()
  const refresh = useRefreshCustomers()
  const digits = minorDigits(me.company.currency as Currency)
  const [id] = useState(() => crypto.randomUUID())
  const [place, setPlace] = useState<Place | null>(null)
  const [inCharge, setInCharge] = useState<InCharge>({ name: '', phone: '' })
  const [owner, setOwner] = useState<string | null>(
    me.person.roles.includes('salesperson') ? me.person.id : null,
  )
  const form = useForm({ initialValues: { ...emptyProfile, country: me.company.country } })
  const done = async () => {
    await refresh()
    onDone(id)
  }
  const register = api.useMutation('post', '/api/customers', {
    onSuccess: done,
    onError: async (error) => {
      // The answer to an earlier press was lost; the customer is there.
      if (problemOf(error).code === 'already-registered') {
        await done()
        return
      }
      form.setErrors(fieldSentencesOf(error))
      sayProblem(error)
    },
  })
  const submit = form.onSubmit((values) => {
    if (register.isPending) return
    const { read, wrong } = readValues(values, me.company.currency, digits)
    form.setErrors(Object.fromEntries(wrong.map((name: ProfileText) => [name, t(`wrong.${name}`)])))
    if (wrong.length > 0) return
    const given = Object.entries(read).filter(([, value]) => value !== null && value !== '')
    const { name, phone } = inCharge
    register.mutate({
      body: {
        ...(Object.fromEntries(given) as Partial<NewCustomer>),
        id,
        name: read.name,
        owner: owner ?? 'pool',
        ...(place === null ? {} : { location: { ...place, locatedBy: 'device' as const } }),
        ...(name.trim() === '' ? {} : { contacts: [contactOf(name, phone)] }),
      },
    })
  })
  return {
    form,
    place,
    setPlace,
    inCharge,
    setInCharge,
    owner,
    setOwner,
    submit,
    isPending: register.isPending,
  }
}

export type Registration = ReturnType<typeof useRegister>

function contactOf(name: string, phone: string) {
  return { name: name.trim(), inCharge: true, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) }
}
