import { CloseButton, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { api } from '../../platform/web/request/client.ts'
import { PersonSelect } from '../../people/web/PersonSelect.tsx'

export type Successor = { personId: string; atMost: number | null }
type Props = {
  label: string
  value: readonly Successor[]
  onChange: (value: readonly Successor[]) => void
  /** Whose book it is. */
  except: string | null
}

/** Who takes the customers: people, each with how many they may own in all afterwards. */
export function SuccessorsField({ label, value, onChange, except }: Props) {
  // A field of its own for each person added: an empty one again.
  const [turn, setTurn] = useState(0)
  return (
    <Stack gap="xs">
      {value.map((one) => (
        <SuccessorLine
          key={one.personId}
          one={one}
          change={(atMost) =>
            onChange(value.map((other) => (other.personId === one.personId ? { ...other, atMost } : other)))
          }
          remove={() => onChange(value.filter(({ personId }) => personId !== one.personId))}
        />
      ))}
      <PersonSelect
        key={turn}
        label={label}
        value={null}
        {...(except === null ? {} : { except })}
        onChange={(personId) => {
          if (personId === null) return
          setTurn(turn + 1)
          if (value.every((one) => one.personId !== personId))
            onChange([...value, { personId, atMost: null }])
        }}
      />
    </Stack>
  )
}

type LineProps = { one: Successor; change: (atMost: number | null) => void; remove: () => void }

function SuccessorLine({ one: { personId, atMost }, change, remove }: LineProps) {
  const { t } = useTranslation('transfers')
  const person = api.useQuery('get', '/api/people/{id}', {
    params: { path: { id: personId }, query: {} },
  }).data
  const name = person?.name ?? '…'
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Group gap={8} wrap="nowrap" miw={0}>
        <PersonMark name={name} colour={person?.colour ?? 0} size={24} />
        <Text truncate>{name}</Text>
      </Group>
      <Group gap={4} wrap="nowrap">
        <NumberInput
          w={150}
          size="sm"
          min={0}
          max={1_000_000}
          allowDecimal={false}
          hideControls
          aria-label={t('atMostOf', { name })}
          placeholder={t('atMost')}
          value={atMost ?? ''}
          onChange={(typed) => change(typeof typed === 'number' ? typed : null)}
        />
        <CloseButton aria-label={t('remove', { name })} onClick={remove} />
      </Group>
    </Group>
  )
}
