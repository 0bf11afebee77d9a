import { foldText } from '../../values/text.ts'
import type { Choice, Group } from './choice.ts'

/**
 * Keeps what holds every typed word, without regard to accents and case; a group left without any goes. What is called just
 * so (pool, 公海) stands before what only has the word somewhere, and its group before all others.
 */
export function matching(groups: readonly Group[], query: string): Group[] {
  const words = foldText(query).split(' ')
  const holds = (choice: Choice) => words.every((word) => textOf(choice).includes(word))
  const isNamed = (choice: Choice) => {
    const names = new Set(textOf(choice).split(' '))
    return query.trim() !== '' && words.every((word) => names.has(word))
  }
  const kept = groups
    .map((group) =>
      group.searched === true
        ? group
        : { ...group, choices: namedFirst(group.choices.filter(holds), isNamed) },
    )
    .filter(({ choices }) => choices.length > 0)
  return namedFirst(kept, ({ searched, choices }) => searched === undefined && choices.some(isNamed))
}

const textOf = ({ label, detail = '', others = '' }: Choice) => foldText(`${label} ${detail} ${others}`)

function namedFirst<T>(all: readonly T[], isNamed: (one: T) => boolean): T[] {
  return [...all.filter(isNamed), ...all.filter((one) => !isNamed(one))]
}
