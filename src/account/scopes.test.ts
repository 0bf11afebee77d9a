import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allPermissions } from '../people/permissions.ts'

test.each(['en', 'es', 'zh'])('every permission is said in words (%s)', (language) => {
  const file = join(import.meta.dirname, '../../locales', language, 'account.json')
  const { scopes } = JSON.parse(readFileSync(file, 'utf8')) as { scopes: Record<string, string> }
  expect(Object.keys(scopes).toSorted()).toEqual(
    allPermissions.map((name) => name.replaceAll('.', '-')).toSorted(),
  )
})
