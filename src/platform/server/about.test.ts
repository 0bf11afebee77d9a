import { expect, test } from 'vitest'
import { aboutOf, ownManifest, webAddress } from './about.ts'

const manifest = { version: '1.2.3', license: 'AGPL-3.0-only' }
const setting = 'https://code.example.com/ours'

test.each([
  ['nothing is said', {}, null, null],
  ['a homepage', { homepage: 'https://relevo.example.com' }, null, 'https://relevo.example.com'],
  [
    'a repository as npm writes it',
    {
      repository: { url: 'git+https://code.example.com/relevo.git' },
      homepage: 'https://relevo.example.com',
    },
    null,
    'https://code.example.com/relevo',
  ],
  [
    'a repository as one word',
    { repository: 'https://code.example.com/relevo' },
    null,
    'https://code.example.com/relevo',
  ],
  ['one that no browser opens', { repository: 'git@code.example.com:relevo.git' }, null, null],
  ['the setting, before all', { repository: 'https://code.example.com/relevo' }, setting, setting],
])('with %s', (_, more, sourceUrl, source) => {
  expect(aboutOf({ ...manifest, ...more }, sourceUrl)).toEqual({
    version: '1.2.3',
    licence: 'AGPL-3.0-only',
    source,
  })
})

test('the package says its version and licence', () => {
  expect(ownManifest()).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    license: 'AGPL-3.0-only',
  })
})

test.each(['javascript:alert(1)', 'ftp://example.com', 'https://', '', undefined])(
  '%s is no address',
  (text) => {
    expect(webAddress(text)).toBeNull()
  },
)
