import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { foldText } from '../../../values/text.ts'

type Choices = { data: ComboboxItem[]; words: ReadonlyMap<string, string> }

/** Codes as choices named in a language and sorted by it; `words` holds what each is found by. */
export function namedChoices(
  codes: readonly string[],
  type: 'region' | 'currency',
  language: string,
  label: (code: string, name: string) => string = (_code, name) => name,
): Choices {
  const names = new Intl.DisplayNames(language, { type })
  const english = new Intl.DisplayNames('en', { type })
  const { compare } = new Intl.Collator(language)
  const data = codes
    .map((code) => ({ value: code, label: label(code, names.of(code) ?? code) }))
    .toSorted((a, b) => compare(a.label, b.label))
  const words = new Map(
    data.map((choice) => [
      choice.value,
      foldText(`${choice.label} ${choice.value} ${english.of(choice.value) ?? ''}`),
    ]),
  )
  return { data, words }
}

/** Finds without accents, by any word; what begins with the search comes first. */
export function searchable(words: ReadonlyMap<string, string>): OptionsFilter {
  return ({ options, search }) => {
    const needle = foldText(search)
    if (needle === '') return options
    const found = options.filter(
      (option) => 'value' in option && (words.get(option.value) ?? '').includes(needle),
    )
    const begins = (option: (typeof options)[number]) =>
      'value' in option && ` ${words.get(option.value) ?? ''}`.includes(` ${needle}`) ? 0 : 1
    return found.toSorted((a, b) => begins(a) - begins(b))
  }
}
