import { readFileSync } from 'node:fs'

/** A sentence by its key, with {{facts}} put in. */
export type Sentences = (key: string, facts?: Readonly<Record<string, string | number>>) => string

type Tree = { readonly [key: string]: string | Tree }
const known = new Map<string, Tree>()

function read(language: string): Tree {
  const before = known.get(language)
  if (before !== undefined) return before
  const file = (name: string) => new URL(`../../../locales/${language}/${name}.json`, import.meta.url)
  const words = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Tree
  // What can be wrong with a file itself is said with the tables.
  const tables = words('tables')['problem']
  const own = words('imports')
  const problems = { ...(typeof tables === 'object' ? tables : {}), ...(own['problem'] as Tree) }
  const tree = { ...own, problem: problems }
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
