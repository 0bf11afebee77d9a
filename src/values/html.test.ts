import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('texts are escaped, pieces and lists of them are not', () => {
  const rows = ['<a>', "O'Neil"].map((name) => html`<li>${name}</li>`)
  const list = html`<ul title="${'"&'}">${rows}</ul>`
  const nothing = html`${null}${undefined}${0}`
  expect(list.html).toBe('<ul title="&quot;&amp;"><li>&lt;a&gt;</li><li>O&#39;Neil</li></ul>')
  expect(nothing.html).toBe('0')
})
test('no text makes a tag or leaves an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.html).not.toMatch(/[<>"']/u)
    }),
  )
})
