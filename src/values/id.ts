declare const idMark: unique symbol

/** A UUID in lower case; ours are version 7, so that they sort by the moment they were made. */
export type Uuid = string & { readonly [idMark]: true }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether the text is a UUID of RFC 9562 (any version, lower case, not nil or max). */
export function isUuid(text: string): text is Uuid {
  return uuid.test(text)
}

/** Whether the text is a UUID of version 7. */
export function isUuidV7(text: string): text is Uuid {
  return uuid.test(text) && text[14] === '7'
}

/** Milliseconds since 1970 UTC that a UUIDv7 was made at, by the clock that made it. Throws RangeError on others. */
export function millisOf(id: string): number {
  if (!isUuidV7(id)) throw new RangeError('Not a UUID of version 7')
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/**
 * A UUIDv7 from a moment (milliseconds since 1970 UTC) and ten random bytes: clock and chance are the caller's.
 * Throws RangeError on fewer bytes, or a moment beyond 48 bits.
 */
export function uuidV7(millis: number, random: Uint8Array): Uuid {
  if (random.length < 10) throw new RangeError('A UUID needs ten random bytes')
  if (!Number.isInteger(millis) || millis < 0 || millis >= 2 ** 48)
    throw new RangeError(`${millis} is no moment`)
  const hex = [...random.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = millis.toString(16).padStart(12, '0')
  const variant = '89ab'[Number.parseInt(hex.slice(3, 4), 16) % 4] ?? '8'
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}` as Uuid
}
