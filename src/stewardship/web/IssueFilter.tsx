import { Chip, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { issueKinds, pairsCountedTo } from '../harm.ts'
import type { IssueKind, Queue } from './types.ts'

type Props = {
  counts: Queue['counts']
  kind: IssueKind | undefined
  choose: (kind: IssueKind | undefined) => void
}

/** How many there are of each kind; pressing one shows only these. */
export function IssueFilter({ counts, kind, choose }: Props) {
  const { t } = useTranslation('stewardship')
  const { number } = useFormats()
  const counted = (one: IssueKind) => {
    const found = counts[one] ?? 0
    return one === 'duplicate' && found > pairsCountedTo ? `${number(pairsCountedTo)}+` : number(found)
  }
  const shown = issueKinds.filter((one) => (counts[one] ?? 0) > 0 || one === kind)
  return (
    <Chip.Group value={kind ?? 'all'} onChange={(value) => choose(issueKinds.find((one) => one === value))}>
      <Group gap="xs">
        <Chip value="all">{t('queue.everything')}</Chip>
        {shown.map((one) => (
          <Chip key={one} value={one}>
            {t(`kind.${one}`, { count: counted(one) })}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}
