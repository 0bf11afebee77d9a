import { Textarea } from '@mantine/core'

type Props = { label: string; value: string; onChange: (reason: string) => void; required?: boolean }

/** Why, in a person's own words; as long as a note may be. */
export function ReasonField({ label, value, onChange, required = false }: Props) {
  return (
    <Textarea
      label={label}
      required={required}
      withAsterisk={false}
      value={value}
      maxLength={500}
      autosize
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
