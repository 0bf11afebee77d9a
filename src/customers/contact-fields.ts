/** The fields of a contact that an edit can set, and the columns that keep them. */
export const contactColumns = {
  name: 'name',
  title: 'title',
  parts: 'parts',
  phone: 'phone',
  messaging: 'messaging',
  email: 'email',
  language: 'language',
} as const
export type ContactField = keyof typeof contactColumns
export const contactFieldNames = Object.keys(contactColumns) as ContactField[]

/** Columns that are kept of a contact; a removal remembers them so that it can be put back. */
export const keptOfContact = [...contactFieldNames, 'phone_e164', 'in_charge'] as const
