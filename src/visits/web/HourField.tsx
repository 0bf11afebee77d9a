import { TimeInput } from '@mantine/dates'

type Props = { label: string; value: string | null; onChange: (hour: string | null) => void }

/** A time of day, or none. */
export function HourField({ label, value, onChange }: Props) {
  return (
    <TimeInput
      label={label}
      value={value ?? ''}
      onChange={(event) => {
        const typed = event.currentTarget.value.slice(0, 5)
        onChange(typed === '' ? null : typed)
      }}
    />
  )
}
