import { Anchor, Button, Group, Menu, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { dayOfStop, putStop } from '../plan-draft.ts'
import type { DueInWeek, To, WeekPlan } from './planning-types.ts'
import type { WeekDraft } from './useWeekDraft.ts'
import classes from './week.module.css'

type Props = { plan: WeekPlan; week: WeekDraft; to: To }
const shown = 40

/** What is due in the week and stands in no day: whom somebody else should visit, who has no place, and the rest. */
export function NotPlanned({ plan, week, to }: Props) {
  const { t } = useTranslation('planning')
  const { draft } = week
  const left = plan.due.filter(({ customer }) => dayOfStop(draft, customer.id) === null)
  const others = left.filter(({ visitor }) => visitor !== null && visitor.person !== null)
  const own = left.filter((one) => !others.includes(one))
  const unplaced = own.filter(({ customer }) => customer.latitude === null)
  const rest = own.filter((one) => !unplaced.includes(one))
  return (
    <>
      <Part title={t('others.title', { count: others.length })} text={t('others.text')} due={others} to={to}>
        {(one) => <AskOther due={one} plan={plan} week={week} />}
      </Part>
      <Part
        title={t('unplaced.title', { count: unplaced.length })}
        text={t('unplaced.text')}
        due={unplaced}
        to={to}
      >
        {(one) => <AddTo due={one} plan={plan} week={week} />}
      </Part>
      <Part title={t('left.title', { count: rest.length })} text={t('left.text')} due={rest} to={to}>
        {(one) => <AddTo due={one} plan={plan} week={week} />}
      </Part>
    </>
  )
}

type PartProps = {
  title: string
  text: string
  due: readonly DueInWeek[]
  to: To
  children: (due: DueInWeek) => React.ReactNode
}

function Part({ title, text, due, to, children }: PartProps) {
  const { t } = useTranslation('planning')
  const id = useId()
  if (due.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mt="md">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
      <ul className={classes['plain']}>
        {due.slice(0, shown).map((one) => (
          <li key={one.customer.id} className={classes['item']}>
            <span className={classes['words']}>
              <Anchor component={Link} to={to(one.customer.id)} size="sm" fw={600}>
                {one.customer.name}
              </Anchor>
              <DueText due={one} />
            </span>
            {children(one)}
          </li>
        ))}
      </ul>
      {due.length > shown && (
        <Text size="sm" c="dimmed">
          {t('andMore', { count: due.length - shown })}
        </Text>
      )}
    </section>
  )
}

function DueText({ due: { customer, late, lastVisit, days, visitor, otherShare } }: { due: DueInWeek }) {
  const { t } = useTranslation('planning')
  const { fromToday, percent } = useFormats()
  const why =
    visitor === null
      ? null
      : visitor.person === null
        ? t(`visitor.nobody.${visitor.nobody ?? 'unknown'}`)
        : t(`visitor.${visitor.because}`, {
            name: visitor.person.name,
            through: t(`through.${visitor.through ?? 'knows'}`),
            share: otherShare === null ? '' : percent(otherShare),
          })
  return (
    <Text size="xs" c="dimmed">
      {[
        customer.tier,
        customer.city,
        lastVisit === null ? t('due.never') : t('due.last', { ago: fromToday(lastVisit) }),
        late > 0 ? t('due.late', { count: late }) : null,
        days.length === 0 ? t('due.noDay') : null,
        why,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

type OneProps = { due: DueInWeek; plan: WeekPlan; week: WeekDraft }

function AddTo({ due: { customer, days }, plan, week: { open, setDraft } }: OneProps) {
  const { t } = useTranslation('planning')
  const formats = useFormats()
  const possible = open.filter((day) => days.includes(day))
  if (!plan.mayPlan || possible.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={t('add.label', { name: customer.name })}>
          {t('add.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {possible.map((day) => (
          <Menu.Item
            key={day}
            onClick={() =>
              setDraft((now) =>
                putStop(now, { customerId: customer.id, visitId: null, made: false, reason: 'cadence' }, day),
              )
            }
          >
            {formats.weekday(day)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AskOther({ due: { customer, days, visitor }, plan, week }: OneProps) {
  const { t } = useTranslation('planning')
  const formats = useFormats()
  const { draft, open, setDraft } = week
  const person = visitor?.person
  if (!plan.mayPlan || person === null || person === undefined) return null
  const asked = draft.others.find(({ customerId }) => customerId === customer.id)
  const without = draft.others.filter(({ customerId }) => customerId !== customer.id)
  if (asked !== undefined)
    return (
      <Group gap={4} wrap="nowrap">
        <Text size="sm">{t('others.asked', { name: person.name, day: formats.day(asked.day) })}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setDraft((now) => ({ ...now, others: without }))}
          aria-label={t('others.notLabel', { name: customer.name })}
        >
          {t('others.not')}
        </Button>
      </Group>
    )
  const reason = visitor?.because === 'sponsor-quarter' ? ('sponsor' as const) : ('other-person' as const)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('others.label', { name: customer.name, person: person.name })}
        >
          {t('others.button', { person: person.name })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {open
          .filter((day) => days.includes(day))
          .map((day) => (
            <Menu.Item
              key={day}
              onClick={() =>
                setDraft((now) => ({
                  ...now,
                  others: [...without, { customerId: customer.id, personId: person.id, day, reason }],
                }))
              }
            >
              {formats.weekday(day)}
            </Menu.Item>
          ))}
        <Menu.Item
          onClick={() =>
            setDraft((now) =>
              putStop(
                now,
                { customerId: customer.id, visitId: null, made: false, reason: 'hand' },
                days[0] ?? open[0] ?? '',
              ),
            )
          }
        >
          {t('others.myself')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
