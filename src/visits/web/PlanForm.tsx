import { Button, Chip, Group, Input, NumberInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { taskKinds } from '../task.ts'
import { FindCustomer } from './FindCustomer.tsx'
import { HourField } from './HourField.tsx'
import { useRefreshVisits } from './useVisit.ts'

type Props = {
  customer: { id: string; name: string } | null
  day: string | undefined
  onPlanned: (id: string) => void
}

/** Plans a visit: where, when, by whom, what for; only where and when have to be said. */
export function PlanForm({ customer, day, onPlanned }: Props) {
  const { t } = useTranslation('visits')
  const { today } = useFormats()
  const me = useMe()
  const may = useMay()
  const refresh = useRefreshVisits()
  const [id] = useState(() => crypto.randomUUID())
  const [customerId, setCustomer] = useState(customer?.id ?? null)
  const [plannedOn, setDay] = useState<string>(day ?? today)
  const [plannedAt, setHour] = useState<string | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [personId, setPerson] = useState<string | null>(me.person?.id ?? null)
  const [purpose, setPurpose] = useState('')
  const [kinds, setKinds] = useState<string[]>([])
  const plan = api.useMutation('post', '/api/visits', {
    onSuccess: async (visit) => {
      onPlanned(visit.id)
      await refresh()
    },
  })
  function submit() {
    if (customerId === null) return
    const tasks = taskKinds
      .filter((kind) => kinds.includes(kind))
      .map((kind) => ({ id: crypto.randomUUID(), kind }))
    const who = personId === null ? {} : { personId }
    const said = purpose.trim() === '' ? {} : { purpose: purpose.trim() }
    plan.mutate({ body: { id, customerId, plannedOn, plannedAt, minutes, tasks, ...who, ...said } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack maw="32rem">
        <FindCustomer label={t('plan.customer')} value={customerId} onChange={setCustomer} known={customer} />
        <DayField
          label={t('plan.day')}
          value={plannedOn}
          min={today}
          onChange={(chosen) => setDay(chosen ?? plannedOn)}
        />
        <Group grow align="end">
          <HourField label={t('plan.hour')} value={plannedAt} onChange={setHour} />
          <NumberInput
            label={t('plan.minutes')}
            min={5}
            max={1440}
            step={5}
            allowDecimal={false}
            hideControls
            value={minutes ?? ''}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
          />
        </Group>
        {may('people.below') && (
          <FindPerson label={t('plan.person')} value={personId} onChange={setPerson} known={me.person} />
        )}
        <TextInput
          label={t('plan.purpose')}
          value={purpose}
          maxLength={500}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <Input.Wrapper label={t('tasks.title')} labelElement="div">
          <Chip.Group multiple value={kinds} onChange={setKinds}>
            <Group gap="xs">
              {taskKinds.map((kind) => (
                <Chip key={kind} value={kind}>
                  {t(`task.${kind}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <FormProblem error={plan.error} of="visits" />
        <Group>
          <Button type="submit" loading={plan.isPending} disabled={customerId === null}>
            {t('plan.button')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
