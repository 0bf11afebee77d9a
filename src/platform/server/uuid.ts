import { randomFillSync } from 'node:crypto'

let last = 0n

/** A UUIDv7 (RFC 9562): sorts by the moment it was made, and within a millisecond by order of making in this process. */
export function newId(): string {
  const bytes = randomFillSync(new Uint8Array(16))
  const now = BigInt(Date.now()) << 12n
  last = now > last ? now : last + 1n
  const milliseconds = last >> 12n
  for (let i = 0; i < 6; i += 1) bytes[i] = Number((milliseconds >> BigInt(40 - 8 * i)) & 0xffn)
  bytes[6] = 0x70 | Number((last >> 8n) & 0x0fn)
  bytes[7] = Number(last & 0xffn)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
