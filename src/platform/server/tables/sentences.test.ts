import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aFile } from '../../../../test/files.ts'
import { aWorkbook } from '../../../../test/workbook.ts'
import { inspectTable } from './inspect.ts'
import { OTHER_KINDS } from './kind.ts'
import { TABLE_PROBLEMS } from './problem.ts'

type Sentences = Readonly<Record<'place' | 'problem' | 'kind-not-read', Readonly<Record<string, string>>>>

function sentencesIn(language: string): Sentences {
  const file = new URL(`../../../../locales/${language}/tables.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Sentences
}

/** The names a sentence wants filled in, sorted. */
function placeholders(sentence: string): string[] {
  return Array.from(sentence.matchAll(/\{\{(\w+)/g), ([, name = '']) => name).toSorted()
}

test.each(['en', 'es', 'zh'])('every problem and every kind of file has its sentence in %s', (language) => {
  const [sentences, english] = [sentencesIn(language), sentencesIn('en')]
  const codes = TABLE_PROBLEMS.filter((code) => code !== 'kind-not-read')
  expect(Object.keys(sentences.problem).toSorted()).toEqual(codes.toSorted())
  expect(Object.keys(sentences['kind-not-read']).toSorted()).toEqual(OTHER_KINDS.toSorted())
  for (const code of codes) {
    const wanted = [code, placeholders(english.problem[code] ?? '')]
    expect([code, placeholders(sentences.problem[code] ?? '')]).toEqual(wanted)
  }
})

/** Open files of this process, where the system tells (Linux). */
const openFiles = '/proc/self/fd'
test.runIf(existsSync(openFiles))('looking at the beginning of many files leaves none open', async () => {
  const rows = Array.from(
    { length: 2000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
  )
  const paths = [aFile(`a,b\n${'1,2\n'.repeat(200_000)}`), aFile(await aWorkbook(rows.join('')))]
  const before = readdirSync(openFiles).length
  for (let i = 0; i < 30; i++) for (const path of paths) await inspectTable(path)
  await expect.poll(() => readdirSync(openFiles).length).toBeLessThanOrEqual(before + 2)
})
