/** A card's facts; whatever is null is left out. */
export type Card = {
  /** UUID of the outlet or contact. */
  readonly id: string
  readonly kind: 'org' | 'individual'
  readonly name: string
  /** Where a person works. */
  readonly organization?: string | null
  readonly title?: string | null
  readonly phones?: readonly {
    readonly text: string | null
    readonly e164: string | null
    readonly type: string
  }[]
  readonly email?: string | null
  readonly website?: string | null
  readonly address?: {
    readonly street: string | null
    readonly city: string | null
    readonly region: string | null
    readonly postalCode: string | null
    readonly country: string | null
  }
  /** WGS-84; only where the place is more than looked up. */
  readonly place?: { readonly latitude: number; readonly longitude: number } | null
}

/** Text as a value of a card (RFC 6350, 3.4): backslash, comma, semicolon and line end are escaped. */
export function escapedText(text: string): string {
  return text
    .replace(/[\\,;]/gu, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/gu, '\\n')
    .replace(/\p{Cc}/gu, '')
}

function octets(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
}

/** A line in pieces of at most 75 octets, each further one beginning with a blank; no letter is cut (RFC 6350, 3.2). */
export function foldedLine(line: string): string {
  let folded = ''
  let length = 0
  for (const letter of line) {
    const size = octets(letter)
    if (length + size > 75) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += size
  }
  return folded
}

/** Several parts of one value, such as an address; an absent part stays empty. */
const parts = (values: readonly (string | null)[]) =>
  values.map((value) => escapedText(value ?? '')).join(';')

function phoneLines({ phones = [] }: Card): string[] {
  return phones.flatMap(({ text, e164, type }) => {
    if (e164 !== null) return [`TEL;VALUE=uri;TYPE=${type}:tel:${e164}`]
    return text === null || text === '' ? [] : [`TEL;VALUE=text;TYPE=${type}:${escapedText(text)}`]
  })
}

function linesOf(card: Card): string[] {
  const said = (name: string, value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? [] : [`${name}:${escapedText(value)}`]
  const { address, place } = card
  const known = address !== undefined && Object.values(address).some((value) => value !== null)
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `KIND:${card.kind}`,
    `UID:urn:uuid:${card.id}`,
    `FN:${escapedText(card.name)}`,
    ...said('ORG', card.kind === 'org' ? card.name : card.organization),
    ...said('TITLE', card.title),
    ...phoneLines(card),
    ...said('EMAIL', card.email),
    ...said('URL', card.website),
    ...(known
      ? [
          `ADR:;;${parts([address.street, address.city, address.region, address.postalCode, address.country])}`,
        ]
      : []),
    ...(place === null || place === undefined ? [] : [`GEO:geo:${place.latitude},${place.longitude}`]),
    'END:VCARD',
  ]
}

/** Cards as a file that address books take in: vCard 4.0 (RFC 6350), lines folded and ended with CRLF. */
export function vCards(cards: readonly Card[]): string {
  return cards.flatMap((card) => linesOf(card).map((line) => `${foldedLine(line)}\r\n`)).join('')
}
