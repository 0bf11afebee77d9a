import { readFileSync } from 'node:fs'

/** A sentence by its key, with {{facts}} put in. */
export type Sentences = (key: string, facts?: Readonly<Record<string, string | number>>) => string

type Tree = { readonly [key: string]: string | Tree }
const known = new Map<string, Tree>()

function read(feature: string, language: string): Tree {
  const name = `${language}/${feature}`
  const before = known.get(name)
  if (before !== undefined) return before
  const file = new URL(`../../../locales/${name}.json`, import.meta.url)
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree
  known.set(name, tree)
  return tree
}

/** A feature's sentences in a language, for what the server writes itself. A key that is missing stands for itself. */
export function sentencesOf(feature: string, language: string): Sentences {
  const tree = read(feature, ['en', 'es', 'zh'].includes(language) ? language : 'en')
  return (key, facts = {}) => {
    let at: string | Tree | undefined = tree
    for (const part of key.split('.'))
      at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined
    if (typeof at !== 'string') return key
    return at.replace(/\{\{\s*(\w+)(?:,[^}]*)?\s*\}\}/gu, (_, name: string) => String(facts[name] ?? ''))
  }
}
