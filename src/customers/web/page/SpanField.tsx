import { ActionIcon, Group, Text } from '@mantine/core'
import { TimeInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Span } from '../../weekly-pattern.ts'

type Props = { span: Span; onChange: (span: Span) => void; onRemove: (() => void) | undefined }

/** From when to when. A clock field knows no 24:00, so midnight as an end is typed as 00:00. */
export function SpanField({ span, onChange, onRemove }: Props) {
  const { t } = useTranslation('customer')
  return (
    <Group gap={6} wrap="nowrap">
      <TimeInput
        size="xs"
        aria-label={t('hours.from')}
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <Text aria-hidden>–</Text>
      <TimeInput
        size="xs"
        aria-label={t('hours.to')}
        value={span.to === '24:00' ? '00:00' : span.to}
        onChange={(event) => {
          const to = event.currentTarget.value
          onChange({ ...span, to: to === '00:00' ? '24:00' : to })
        }}
      />
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('hours.removeSpan', { from: span.from, to: span.to })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}
