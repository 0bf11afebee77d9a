import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapedText, foldedLine, vCards } from './vcard.ts'

const id = '018f0000-0000-7000-8000-000000000001'

test('an outlet as a card', () => {
  const card = vCards([
    {
      id,
      kind: 'org',
      name: 'Bar “Sol”, S.L.; Centro',
      phones: [
        { text: '915 55 11 22', e164: '+34915551122', type: 'work' },
        { text: '88.60.15.31', e164: null, type: 'fax' },
      ],
      email: 'sol@example.com',
      website: null,
      address: {
        street: 'C/ Mayor, 1\n2º',
        city: 'Madrid',
        region: null,
        postalCode: '28013',
        country: 'ES',
      },
      place: { latitude: 40.4168, longitude: -3.7038 },
    },
  ])
  expect(card).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      `UID:urn:uuid:${id}`,
      'FN:Bar “Sol”\\, S.L.\\; Centro',
      'ORG:Bar “Sol”\\, S.L.\\; Centro',
      'TEL;VALUE=uri;TYPE=work:tel:+34915551122',
      'TEL;VALUE=text;TYPE=fax:88.60.15.31',
      'EMAIL:sol@example.com',
      'ADR:;;C/ Mayor\\, 1\\n2º;Madrid;;28013;ES',
      'GEO:geo:40.4168,-3.7038',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})

test('a person with nothing but a name has the lines that every card needs', () => {
  expect(vCards([{ id, kind: 'individual', name: 'Ana', organization: 'Bar Sol' }]).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${id}`,
    'FN:Ana',
    'ORG:Bar Sol',
    'END:VCARD',
    '',
  ])
})

test('no text can end its line, and unescaping gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapedText(text)
      expect(escaped).not.toMatch(/[\r\n]/u)
      const back = escaped.replace(/\\(.)/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark))
      expect(back).toBe(text.replace(/\r\n?/gu, '\n').replace(/[^\P{Cc}\n]/gu, ''))
    }),
  )
})

test('folded lines have at most 75 octets, cut no letter, and unfold to what they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = escapedText(text)
      const folded = foldedLine(line)
      for (const piece of folded.split('\r\n'))
        expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75)
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
    }),
  )
})
