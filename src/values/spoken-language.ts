import { wordsOf } from './text.ts'

/** Languages that people in business speak: ISO 639-1, and three of 639-3 that have no two letters. */
export const spokenLanguages: readonly string[] =
  `af am ar as az be bg bn bo br bs ca cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gn gu ha he hi hr ht hu
  hy id ig is it ja jv ka kk km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no oc om or pa pl
  ps pt qu rm ro ru rw sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr tt ug uk ur uz vi wo xh yi
  yo yue zh zu nan`.split(/\s+/u)

const aliases: Readonly<Record<string, string>> = {
  castellano: 'es',
  castilian: 'es',
  mandarin: 'zh',
  mandarín: 'zh',
  putonghua: 'zh',
  汉语: 'zh',
  普通话: 'zh',
  国语: 'zh',
  粤语: 'yue',
  广东话: 'yue',
  cantonese: 'yue',
  cantonés: 'yue',
  euskara: 'eu',
  vasco: 'eu',
  valenciano: 'ca',
  valencià: 'ca',
  flemish: 'nl',
  flamenco: 'nl',
  tagalo: 'tl',
}

const key = (name: string) => wordsOf(name).join('')

/** Built when first asked: some hundred names. */
let known: Map<string, string> | null = null

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>()
  for (const code of spokenLanguages) names.set(code, code)
  for (const [name, code] of Object.entries(aliases)) names.set(key(name), code)
  for (const inLanguage of ['en', 'es', 'zh', 'fr', 'de', 'pt', 'it']) {
    const spoken = new Intl.DisplayNames(inLanguage, { type: 'language', fallback: 'none' })
    for (const code of spokenLanguages) {
      const name = key(spoken.of(code) ?? code)
      if (!names.has(name)) names.set(name, code)
    }
  }
  for (const code of spokenLanguages) {
    const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code)
    if (own !== undefined && !names.has(key(own))) names.set(key(own), code)
  }
  return names
}

/** Reads a language as files write it: a code ('es', 'es-MX'), or its name in a few languages or its own. Null when unknown. */
export function parseSpokenLanguage(text: string): string | null {
  known ??= namesOfLanguages()
  const tag = /^([a-z]{2,3})[-_][a-z]{2,4}$/i.exec(text.trim())?.[1]
  return known.get(key(tag ?? text)) ?? null
}
