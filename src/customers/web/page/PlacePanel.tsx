import { Skeleton, Text } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { IconMapPin } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './page.module.css'
import type { EditablePanelProps } from './customer.ts'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'
import { useValueText } from './useValueText.ts'

/** Drawn with a large library: only when somebody comes near it. */
const PlaceMap = lazy(async () => ({ default: (await import('./PlaceMap.tsx')).PlaceMap }))

/** Where the outlet is and how that is known. */
export function PlacePanel({ customer, onEdit }: EditablePanelProps) {
  const { t } = useTranslation('customer')
  const written = useValueText(customer)
  const { location } = customer
  return (
    <Panel
      title={t('place.title')}
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
        <>
          <NearMap name={customer.name} location={location} />
          <Text size="sm" c="dimmed" mt="xs">
            {written('location', location)}
          </Text>
        </>
      )}
    </Panel>
  )
}

type Near = { name: string; location: NonNullable<EditablePanelProps['customer']['location']> }

function NearMap({ name, location }: Near) {
  const { ref, inViewport } = useInViewport()
  const [wasNear, setNear] = useState(false)
  if (inViewport && !wasNear) setNear(true)
  const shape = <Skeleton className={classes['place'] ?? ''} />
  return (
    <div ref={ref}>
      {wasNear ? (
        <Suspense fallback={shape}>
          <PlaceMap name={name} location={location} />
        </Suspense>
      ) : (
        shape
      )}
    </div>
  )
}
