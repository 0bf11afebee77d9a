import { ActionIcon, Button, Chip, Fieldset, Group, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type DayGroup, weekDays, withDays } from '../../weekly-pattern.ts'
import { dayNames } from './Hours.tsx'
import { SpanField } from './SpanField.tsx'
import classes from './page.module.css'

type Props = {
  label: string
  value: readonly DayGroup[]
  onChange: (groups: DayGroup[]) => void
}

/** The hours of a week as people say them: these days share those hours. A new group begins with the days still free. */
export function WeekField({ label, value, onChange }: Props) {
  const { t, i18n } = useTranslation('customer')
  const short = dayNames(i18n.language, 'short')
  const long = dayNames(i18n.language, 'long')
  const free = weekDays.filter((day) => !value.some(({ days }) => days.includes(day)))
  const change = (at: number, group: DayGroup) =>
    onChange(value.map((other, place) => (place === at ? group : other)))
  const add = () => {
    const days = value.length === 0 ? [1, 2, 3, 4, 5] : free
    onChange([...value, { days, spans: [{ from: '09:00', to: '14:00' }] }])
  }
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {value.map((group, at) => (
          <div key={at} className={classes['dayGroup']}>
            <Chip.Group
              multiple
              value={group.days.map(String)}
              onChange={(days) => onChange(withDays(value, at, days.map(Number)))}
            >
              <fieldset className={classes['chips']} aria-label={t('hours.days')}>
                {weekDays.map((day) => (
                  <Chip key={day} value={String(day)} size="xs" aria-label={long(day)}>
                    {short(day)}
                  </Chip>
                ))}
              </fieldset>
            </Chip.Group>
            <Stack gap={4}>
              {group.spans.map((span, place) => (
                <SpanField
                  key={place}
                  span={span}
                  onChange={(next) =>
                    change(at, { ...group, spans: group.spans.map((one, i) => (i === place ? next : one)) })
                  }
                  onRemove={
                    group.spans.length === 1
                      ? undefined
                      : () => change(at, { ...group, spans: group.spans.filter((_, i) => i !== place) })
                  }
                />
              ))}
              <Group gap="xs">
                <Button
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconPlus size={12} aria-hidden />}
                  onClick={() =>
                    change(at, { ...group, spans: [...group.spans, { from: '17:00', to: '20:00' }] })
                  }
                >
                  {t('hours.addSpan')}
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('hours.removeGroup', { days: group.days.map(long).join(', ') })}
                  onClick={() => onChange(value.filter((_, i) => i !== at))}
                >
                  <IconTrash size={14} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          </div>
        ))}
        {free.length > 0 && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={add}
            className={classes['start'] ?? ''}
          >
            {value.length === 0 ? t('hours.begin') : t('hours.others', { days: free.map(short).join(', ') })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}
