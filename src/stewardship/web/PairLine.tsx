import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { mergeAddress } from './addresses.ts'
import { OutletName, QueueLine } from './QueueLine.tsx'
import type { PairItem } from './types.ts'
import { isFor, useReasonWords } from './useReasonWords.ts'

/** Two entries that are probably one outlet. */
export function PairLine({ item: { pair } }: { item: PairItem }) {
  const { t } = useTranslation('stewardship')
  const words = useReasonWords()
  const { list } = useFormats()
  return (
    <QueueLine
      title={
        <Group gap={8}>
          <OutletName outlet={pair.first} />
          <Text span c="dimmed" aria-hidden>
            =
          </Text>
          <OutletName outlet={pair.second} />
          <Badge variant={pair.verdict === 'sure' ? 'filled' : 'light'} size="sm" radius="sm">
            {t(`verdict.${pair.verdict}`)}
          </Badge>
        </Group>
      }
      detail={
        <>
          {list(pair.reasons.filter(isFor).map(words))}
          {pair.saidOther !== null && (
            <Text size="sm" mt={2}>
              {t('saidOther', {
                person: pair.saidOther.by?.name ?? t('program'),
                reason: pair.saidOther.reason,
              })}
            </Text>
          )}
        </>
      }
      action={
        <ButtonLink variant="light" size="sm" to={mergeAddress(pair.first.id, pair.second.id)}>
          {t('action.compare')}
        </ButtonLink>
      }
    />
  )
}
