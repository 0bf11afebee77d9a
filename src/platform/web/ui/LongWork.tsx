import { Group, Progress, Stack, Text } from '@mantine/core'
import { useFormats } from '../language/useFormats.tsx'

type Props = {
  /** What is being done, in words. */
  label: string
  /** How much of `total` is done; without a total the bar tells only that it goes on. */
  done: number
  total: number | null
  /** What happens meanwhile: "You can close this page." */
  note?: string
}

/** Work that takes longer than a second: what, how far, and that one needn't wait. */
export function LongWork({ label, done, total, note }: Props) {
  const { number, percent } = useFormats()
  const fraction = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={550}>{label}</Text>
        <Text c="dimmed" aria-hidden>
          {fraction === null ? number(done) : percent(Math.floor(fraction * 100) / 100)}
        </Text>
      </Group>
      <Progress.Root size="md">
        <Progress.Section
          value={fraction === null ? 100 : fraction * 100}
          animated={fraction === null}
          striped={fraction === null}
          aria-label={label}
        />
      </Progress.Root>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  )
}
