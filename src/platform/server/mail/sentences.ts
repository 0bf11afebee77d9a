import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Tree = { [key: string]: string | Tree }

const folder = join(import.meta.dirname, '../../../../locales')
const read = new Map<string, Tree>()

/**
 * A sentence from locales/, for what the server itself writes to people (mail): `sentence('es', 'account', 'mail.subject',
 * { name })`. Throws when there is none: every sentence exists in all languages.
 */
export function sentence(
  language: 'en' | 'es' | 'zh',
  file: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      sentencesOf(language, file),
    )
  if (typeof found !== 'string') throw new Error(`no sentence ${language}/${file}:${key}`)
  return found.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function sentencesOf(language: string, file: string): Tree {
  const name = `${language}/${file}.json`
  const known = read.get(name) ?? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Tree)
  read.set(name, known)
  return known
}
