import { Badge } from '@mantine/core'

const looks = {
  strong: { variant: 'filled', color: 'baton' },
  light: { variant: 'light', color: 'baton' },
  faint: { variant: 'outline', color: 'gray' },
} as const

type Props = { letter: string; look: keyof typeof looks; label: string }

/** A class as a letter, stronger the more it weighs; said in full to those who can't see it. */
export function LetterMark({ letter, look, label }: Props) {
  return (
    <Badge {...looks[look]} size="md" radius="sm" flex="none" aria-label={label}>
      {letter}
    </Badge>
  )
}
