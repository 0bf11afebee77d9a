import { readFileSync } from 'node:fs'

/** A sentence by its key, with {{facts}} put in. */
export type Sentences = (key: string, facts?: Readonly<Record<string, string | number>>) => string

type Tree = { readonly [key: string]: string | Tree }
const known = new Map<string, Tree>()

function read(language: string): Tree {
  const before = known.get(language)
  if (before !== undefined) return before
  const file = new URL(`../../../locales/${language}/imports.json`, import.meta.url)
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree
  known.set(language, tree)
  return tree
}

/** The sentences of imports in a language, for files that the server writes. A key that is missing stands for itself. */
export function sentencesIn(language: string): Sentences {
  const tree = read(['en', 'es', 'zh'].includes(language) ? language : 'en')
  return (key, facts = {}) => {
    let at: string | Tree | undefined = tree
    for (const part of key.split('.'))
      at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined
    if (typeof at !== 'string') return key
    return at.replace(/\{\{\s*(\w+)(?:,[^}]*)?\s*\}\}/gu, (_, name: string) => String(facts[name] ?? ''))
  }
}
