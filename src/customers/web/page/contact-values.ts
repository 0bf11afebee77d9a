import type { Contact } from './customer.ts'

export const contactParts = ['decides', 'buys', 'pays', 'stores'] as const
type Part = (typeof contactParts)[number]

/** A contact as a form holds it: empty for nothing. */
export type ContactValues = {
  name: string
  title: string
  parts: Part[]
  phone: string
  messaging: string
  email: string
  inCharge: boolean
}

export function valuesOfContact(contact: Contact | null, inCharge: boolean): ContactValues {
  return {
    name: contact?.name ?? '',
    title: contact?.title ?? '',
    parts: contact?.parts ?? [],
    phone: contact?.phone ?? '',
    messaging: contact?.messaging ?? '',
    email: contact?.email ?? '',
    inCharge,
  }
}

/** What is sent of it. */
export function fieldsOf({ name, parts, title, phone, messaging, email }: ContactValues) {
  return {
    name: name.trim(),
    parts,
    title: orNull(title),
    phone: orNull(phone),
    messaging: orNull(messaging),
    email: orNull(email),
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
