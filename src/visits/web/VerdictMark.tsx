import { Badge } from '@mantine/core'
import { IconMapPin, IconMapPinCheck, IconMapPinQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

const icons = {
  verified: IconMapPinCheck,
  'out-of-range': IconMapPin,
  unverifiable: IconMapPinQuestion,
} as const

/** What the fence said of a check-in, in a word, calmly: it is no judgement. */
export function VerdictMark({ verdict }: { verdict: keyof typeof icons }) {
  const { t } = useTranslation('visits')
  const Icon = icons[verdict]
  return (
    <Badge variant="default" tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(`verdict.${verdict}`)}
    </Badge>
  )
}
