import { Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EditablePanelProps } from './customer.ts'
import { Panel } from './Panel.tsx'
import { PanelButton } from './PanelButton.tsx'
import { useValueText } from './useValueText.ts'

/** Where the outlet is and how that is known. */
export function PlacePanel({ customer, onEdit }: EditablePanelProps) {
  const { t } = useTranslation('customer')
  const written = useValueText(customer)
  const { location } = customer
  return (
    <Panel
      title={t('place.title')}
      order={6}
      action={
        customer.may.change && (
          <PanelButton icon={<IconMapPin size={14} aria-hidden />} onClick={() => onEdit({ form: 'place' })}>
            {t('place.put')}
          </PanelButton>
        )
      }
    >
      {location === null ? (
        <Text c="dimmed">{t('place.none')}</Text>
      ) : (
        <Text size="sm" c="dimmed">
          {written('location', location)}
        </Text>
      )}
    </Panel>
  )
}
