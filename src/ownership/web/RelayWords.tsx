import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Relay.module.css'
import type { Holding, Lane, Ownership } from './types.ts'
import { useHoldingText } from './useHoldingText.ts'
import { useRoleText } from './useRoleText.ts'

/** The lanes as sentences, the newest first; what was recorded first and corrected since is struck through. */
export function RelayWords({ ownership }: { ownership: Ownership }) {
  return (
    <ul className={classes['words']}>
      {ownership.lanes
        .flatMap((lane) => [
          ...lane.periods.map((holding) => ({ lane, holding, isReplaced: false })),
          ...lane.replaced.map((holding) => ({ lane, holding, isReplaced: true })),
        ])
        .filter(({ lane, holding }) => lane.role === 'owner' || holding.person !== null)
        .toSorted((a, b) => (a.holding.from < b.holding.from ? 1 : -1))
        .map(({ lane, holding, isReplaced }) => (
          <Sentence key={holding.entryId} lane={lane} holding={holding} isReplaced={isReplaced} />
        ))}
    </ul>
  )
}

function Sentence({ lane, holding, isReplaced }: { lane: Lane; holding: Holding; isReplaced: boolean }) {
  const { t } = useTranslation('relay')
  const roleText = useRoleText()
  const text = useHoldingText()
  const role = roleText(lane)
  return (
    <li>
      <Text size="sm" {...(isReplaced ? { className: classes['replaced'] ?? '' } : {})}>
        {t('sentence', { who: text.who(holding, lane.role), role, when: text.when(holding) })}
      </Text>
      <Text size="xs" c="dimmed">
        {text.why(holding)}
        {holding.reason !== null && ` · ${t('reason', { reason: holding.reason })}`}
        {isReplaced && ` · ${t('replaced')}`}
      </Text>
    </li>
  )
}
