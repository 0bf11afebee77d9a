import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
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
/** What the registration is probably a double of. */
export type Doubt = { readonly facts: Readonly<Record<string, string | number>> }
type Another = { readonly reason: string; readonly than: string[] }
export type InCharge = { name: string; phone: string }

/**
 * A new customer as it is typed. Its id is made here, once: however often the button is pressed, or the answer is lost on
 * the way, it is one customer (rule 9.2).
 */
export function useRegister(onDone: (id: string) => void) {
  const { t } = useTranslation('customer')
  const me = useMe()
  const refresh = useRefreshCustomers()
  const { decimalMark } = useFormats()
  const digits = minorDigits(me.company.currency as Currency)
  const [id] = useState(() => crypto.randomUUID())
  const [place, setPlace] = useState<Place | null>(null)
  const [inCharge, setInCharge] = useState<InCharge>({ name: '', phone: '' })
  const [owner, setOwner] = useState<string | null>(
    me.person.roles.includes('salesperson') ? me.person.id : null,
  )
  // The day on which it was registered without signal; counts once somebody above accepts it (rule 2.3).
  const [claimedOn, setClaimedOn] = useState<string | null>(null)
  // What the server says the outlet probably is, until the person says which it is (rule 2.3).
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  const [another, setAnother] = useState<Another | null>(null)
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
      if (problemOf(error).code === 'probably-registered') {
        setDoubt({ facts: problemOf(error).facts ?? {} })
        return
      }
      form.setErrors(fieldSentencesOf(error))
      sayProblem(error)
    },
  })
  const { name, phone } = inCharge
  const read = () => readValues(form.values, me.company.currency, digits, decimalMark)
  /** What was typed as the contract wants it; empty fields are left out. */
  const typed = () => {
    const values = read().read
    const given = Object.entries(values).filter(([, value]) => value !== null && value !== '')
    return {
      ...(Object.fromEntries(given) as Partial<NewCustomer>),
      name: values.name,
      ...(place === null ? {} : { location: { ...place, locatedBy: 'device' as const } }),
      ...(name.trim() === '' ? {} : { contacts: [contactOf(name, phone)] }),
    }
  }
  const send = (said: Another | null) => {
    if (register.isPending) return
    const { wrong } = read()
    form.setErrors(Object.fromEntries(wrong.map((field: ProfileText) => [field, t(`wrong.${field}`)])))
    if (wrong.length > 0) return
    setAnother(said)
    const more = {
      ...(said === null ? {} : { anotherOutlet: said }),
      ...(claimedOn === null || owner !== me.person.id ? {} : { claimedOn }),
    }
    register.mutate({ body: { ...typed(), id, owner: owner ?? 'pool', ...more } })
  }
  const submit = form.onSubmit(() => send(another))
  return {
    form,
    place,
    setPlace,
    inCharge,
    setInCharge,
    owner,
    setOwner,
    claimedOn,
    setClaimedOn,
    submit,
    doubt,
    typed,
    /** Registers it as another outlet than these. */
    registerApart: (said: Another) => send(said),
    isPending: register.isPending,
  }
}

export type Registration = ReturnType<typeof useRegister>

function contactOf(name: string, phone: string) {
  return { name: name.trim(), inCharge: true, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) }
}
