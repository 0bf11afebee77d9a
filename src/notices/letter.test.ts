import { expect, test } from 'vitest'
import { letterOf } from './letter.ts'

const words = {
  subject: '2 notices for you',
  hello: 'Hello Ana,',
  open: 'Open',
  all: 'All notices: https://relevo.example/notices',
  how: 'You choose it under Me.',
  footer: 'Relevo · Norte',
}
const lines = [
  { sentence: 'Carmen gave you 64 customers', url: 'https://relevo.example/customers?batch=1&a=b' },
  { sentence: 'Eva <b>"& Co"</b> approved it', url: null },
]

test('the text has a line a notice, each followed by its address', () => {
  expect(letterOf(lines, words).text).toBe(`Hello Ana,

* Carmen gave you 64 customers
  https://relevo.example/customers?batch=1&a=b
* Eva <b>"& Co"</b> approved it

All notices: https://relevo.example/notices

You choose it under Me.
Relevo · Norte`)
})

test('in the page names are text and addresses links; it loads nothing', () => {
  const { html } = letterOf(lines, words)
  expect(html).toContain('<a href="https://relevo.example/customers?batch=1&amp;a=b">Open</a>')
  expect(html).toContain('Eva &lt;b&gt;&quot;&amp; Co&quot;&lt;/b&gt; approved it')
  expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/)
})
