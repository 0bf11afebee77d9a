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

/**
 * A feature's sentences in a language, for what the server writes itself. `count` among the facts chooses the plural, and
 * {{n, number}} is written as the language writes numbers. A key that is missing stands for itself.
 */
export function sentencesOf(feature: string, language: string): Sentences {
  const spoken = ['en', 'es', 'zh'].includes(language) ? language : 'en'
  const tree = read(feature, spoken)
  const plural = new Intl.PluralRules(spoken)
  const number = new Intl.NumberFormat(spoken)
  return (key, facts = {}) => {
    const { count } = facts
    const forms = typeof count === 'number' ? [`_${plural.select(count)}`, '_other'] : []
    const found = ['', ...forms].map((form) => at(tree, `${key}${form}`)).find((text) => text !== undefined)
    if (found === undefined) return key
    return found.replace(/\{\{\s*(\w+)(,[^}]*)?\s*\}\}/gu, (_, name: string, format?: string) => {
      const fact = facts[name] ?? ''
      return format !== undefined && typeof fact === 'number' ? number.format(fact) : String(fact)
    })
  }
}

function at(tree: Tree, key: string): string | undefined {
  let found: string | Tree | undefined = tree
  for (const part of key.split('.'))
    found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined
  return typeof found === 'string' ? found : undefined
}
