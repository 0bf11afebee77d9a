import { Button, Text } from '@mantine/core'
import { IconCurrentLocation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePosition } from '../page/usePosition.ts'
import type { Registration } from './useRegister.ts'

/** Takes the outlet's place from the device that stands before it, and says how exact that is. */
export function HereField({ place, setPlace }: Pick<Registration, 'place' | 'setPlace'>) {
  const { t } = useTranslation('customer')
  const { ask, isAsking, problem } = usePosition(setPlace)
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconCurrentLocation size={18} aria-hidden />}
        loading={isAsking}
        onClick={ask}
      >
        {t('place.here')}
      </Button>
      <Text size="sm" c={problem === null ? 'dimmed' : 'red'} mt={4} aria-live="polite">
        {problem !== null
          ? t(`place.${problem}`)
          : place !== null
            ? t('place.taken', { metres: place.accuracyM })
            : t('place.orAddress')}
      </Text>
    </div>
  )
}
