import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import type { HandIn } from './types.ts'
import classes from './money.module.css'

/** What was handed in and counted, the newest first; differences stay visible. */
export function HandInList({ rows }: { rows: readonly HandIn[] }) {
  const { t } = useTranslation('money')
  const { money, day } = useFormats()
  return (
    <Lines label={t('handIn.list')}>
      {rows.map((row) => (
        <Line
          key={row.id}
          mark={<PersonMark name={row.person.name} colour={row.person.colour} size={32} />}
          title={
            <Group gap="xs">
              {row.person.name}
              {row.differenceMinor !== 0 && (
                <Badge size="sm" variant="light" color="red">
                  {t(row.differenceMinor < 0 ? 'handIn.missing' : 'handIn.over', {
                    amount: money(Math.abs(row.differenceMinor), row.currency),
                  })}
                </Badge>
              )}
            </Group>
          }
          detail={[
            t('handIn.line', { day: day(row.handedOn), name: row.receivedBy.name, count: row.payments }),
            row.note,
          ]
            .filter(Boolean)
            .join(' · ')}
          action={<Text className={classes['figure'] ?? ''}>{money(row.countedMinor, row.currency)}</Text>}
        />
      ))}
    </Lines>
  )
}
