import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../locales')

/**
 * A sentence that the server writes to people (mail), from the same files as the screens'. `key` is a path with dots,
 * `values` replace {{name}}. Throws when there is no such sentence: every one exists in all languages.
 */
export async function sentence(
  language: string,
  feature: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): Promise<string> {
  if (!/^[a-z]{2}$/.test(language) || !/^[a-z-]+$/.test(feature)) throw new Error('no such sentences')
  const sentences: unknown = JSON.parse(await readFile(join(folder, language, `${feature}.json`), 'utf8'))
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : null),
      sentences,
    )
  if (typeof found !== 'string') throw new Error(`no sentence ${language}/${feature}: ${key}`)
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
