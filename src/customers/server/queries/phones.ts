import { readPhones } from '../../../platform/server/phones/read-phone.ts'

/** The number in E.164 that stands in a field as typed; the first that can be dialled when it holds several, else null. */
export function dialled(phone: string | null | undefined, country: string | null): string | null {
  if (phone === null || phone === undefined) return null
  for (const read of readPhones(phone, country)) if (read.state !== 'unrecognised') return read.e164
  return null
}
