import { foldText } from '../../values/text.ts'
import type { Choice, Group } from './choice.ts'

/** Keeps what holds every typed word, without regard to accents and case; a group left without any goes. */
export function matching(groups: readonly Group[], query: string): Group[] {
  const words = foldText(query).split(' ')
  const holds = ({ label, detail = '', others = '' }: Choice) => {
    const text = foldText(`${label} ${detail} ${others}`)
    return words.every((word) => text.includes(word))
  }
  return groups
    .map((group) => (group.searched === true ? group : { ...group, choices: group.choices.filter(holds) }))
    .filter(({ choices }) => choices.length > 0)
}
