import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from './tree.ts'

const languages = ['en', 'es', 'zh'] as const

/** Every sentence of one language by its full key: 'shell.places.today' → 'Today'. */
function sentencesIn(language: string): Map<string, string> {
  const folder = join(project, 'locales', language)
  const files = readdirSync(folder).map((name) => [
    name.replace(/\.json$/, ''),
    readFileSync(join(folder, name), 'utf8'),
  ])
  return new Map(files.flatMap(([name = '', text = '']) => flatten(name, JSON.parse(text))))
}

function flatten(key: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[key, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner))
}

/** Chinese has one plural form, English two and Spanish three: 'found_one' counts as 'found'. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').toSorted()
}

const english = sentencesIn('en')

describe.each(languages)('%s', (language) => {
  const sentences = sentencesIn(language)

  test('has just the sentences that English has', () => {
    const keys = (all: Map<string, string>) => [...new Set([...all.keys()].map(withoutPlural))].toSorted()
    expect(keys(sentences)).toEqual(keys(english))
  })

  test('leaves no sentence empty', () => {
    expect([...sentences].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key)).toEqual([])
  })

  test('puts the same facts into them', () => {
    const facts = (all: Map<string, string>, key: string) => {
      const forms = [...all].filter(([other]) => withoutPlural(other) === key)
      return [...new Set(forms.flatMap(([, sentence]) => placeholdersOf(sentence)))].toSorted()
    }
    const keys = [...new Set([...english.keys()].map(withoutPlural))]
    expect(keys.filter((key) => facts(sentences, key).join() !== facts(english, key).join())).toEqual([])
  })
})
