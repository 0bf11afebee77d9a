import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { closureText } from './closure-text.ts'
import classes from './page.module.css'

type Closure = { from: string; to: string; reason?: string }
type Props = { value: readonly Closure[]; onChange: (closures: Closure[]) => void }

/** Weeks of every year when the outlet is shut: no visit is due then (rule 2.4). */
export function ClosuresField({ value, onChange }: Props) {
  const { t, i18n } = useTranslation('customer')
  const change = (at: number, closure: Closure) =>
    onChange(value.map((other, place) => (place === at ? closure : other)))
  return (
    <Fieldset legend={t('field.closures')}>
      <Stack gap="sm">
        {value.map((closure, at) => (
          <div key={at} className={classes['closure']}>
            <YearDayField
              label={t('hours.closedFrom')}
              value={closure.from}
              onChange={(from) => change(at, { ...closure, from })}
            />
            <Text aria-hidden>–</Text>
            <YearDayField
              label={t('hours.closedTo')}
              value={closure.to}
              onChange={(to) => change(at, { ...closure, to })}
            />
            <TextInput
              size="xs"
              aria-label={t('hours.closedWhy')}
              placeholder={t('hours.closedWhy')}
              maxLength={100}
              value={closure.reason ?? ''}
              onChange={(event) => {
                const { from, to } = closure
                const reason = event.currentTarget.value
                change(at, reason === '' ? { from, to } : { from, to, reason })
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('hours.closedRemove', { days: closureText(closure, i18n.language) })}
              onClick={() => onChange(value.filter((_, place) => place !== at))}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {value.length < 12 && (
          <Button
            size="compact-sm"
            variant="light"
            className={classes['start'] ?? ''}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...value, { from: '08-01', to: '08-31' }])}
          >
            {t('hours.closedAdd')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}

type DayProps = { label: string; value: string; onChange: (yearDay: string) => void }

/** A day of every year: number and month, 'MM-DD'. */
function YearDayField({ label, value, onChange }: DayProps) {
  const { i18n } = useTranslation('customer')
  const [month = '01', day = '01'] = value.split('-')
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1).padStart(2, '0'),
    label: name.format(Date.UTC(2024, at, 1)),
  }))
  const { t } = useTranslation('customer')
  return (
    <Group gap={4} wrap="nowrap">
      <NumberInput
        size="xs"
        w={58}
        aria-label={t('hours.dayOf', { what: label })}
        min={1}
        max={31}
        clampBehavior="strict"
        allowDecimal={false}
        value={Number(day)}
        onChange={(next) => onChange(`${month}-${String(next).padStart(2, '0')}`)}
      />
      <Select
        size="xs"
        w={92}
        aria-label={t('hours.monthOf', { what: label })}
        allowDeselect={false}
        data={months}
        value={month}
        onChange={(next) => onChange(`${next ?? month}-${day}`)}
      />
    </Group>
  )
}
