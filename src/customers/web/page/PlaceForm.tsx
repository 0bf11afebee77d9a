import { Button, Group, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { IconCurrentLocation } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { Point } from '../../../values/geo.ts'
import { parsePoint } from '../../../values/geo-text.ts'
import { fieldSavedHow } from '../../protected.ts'
import { Conflicts } from './Conflicts.tsx'
import type { Customer } from './customer.ts'
import classes from './page.module.css'
import { usePosition } from './usePosition.ts'
import { useProfileSave } from './useProfileSave.ts'

type Place = NonNullable<Customer['location']>

/** Drawn with a large library. */
const PinMap = lazy(async () => ({
  default: (await import('../../../platform/web/map/PinMap.tsx')).PinMap,
}))

/** Puts the outlet where it is: on the map, by its coordinates, or from the device that stands before it (rule 1.1). */
export function PlaceForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { may } = useMe()
  const [before, setBefore] = useState(customer.location)
  const [text, setText] = useState(() => textOf(customer.location))
  const [place, setPlace] = useState<Place | null>(customer.location)
  const { save, conflicts, setConflicts, isPending } = useProfileSave(customer, sayProblem)
  const position = usePosition((found) => {
    setPlace({ ...found, locatedBy: 'device' })
    setText(textOf(found))
  })
  const type = (typed: string) => {
    setText(typed)
    const point = parsePoint(typed)
    setPlace(point === null ? null : { ...point, accuracyM: null, locatedBy: 'pinned' })
  }
  const pin = (point: Point) => {
    setPlace({ ...point, accuracyM: null, locatedBy: 'pinned' })
    setText(textOf(point))
  }
  const asks = fieldSavedHow('location', before, may) === 'request'
  const submit = async () => {
    const told = await save({ location: [before, place] }).catch(() => null)
    if (told === null) return
    setBefore(told.now.location)
    if (told.outcome.conflicts.length === 0) onClose()
  }
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('place.put')}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <Conflicts
            customer={customer}
            conflicts={conflicts}
            onTheirs={(conflict) => {
              const theirs = (conflict.theirs ?? null) as Place | null
              setPlace(theirs)
              setText(textOf(theirs))
              setConflicts([])
            }}
          />
          <Text size="sm">{t('place.pinHint')}</Text>
          <div className={classes['pin']}>
            <Suspense fallback={<Skeleton h="100%" />}>
              <PinMap
                label={t('place.pinMap', { name: customer.name })}
                point={place}
                start={before === null ? null : { point: before, zoom: nearnessOf(before) }}
                onPut={pin}
              />
            </Suspense>
          </div>
          <Group align="flex-end" wrap="wrap">
            <TextInput
              label={t('place.figures')}
              description={t('place.figuresHint')}
              flex="1 1 16rem"
              value={text}
              error={text.trim() !== '' && place === null ? t('place.unreadable') : undefined}
              onChange={(event) => type(event.currentTarget.value)}
              data-autofocus
            />
            <Button
              variant="default"
              leftSection={<IconCurrentLocation size={16} aria-hidden />}
              loading={position.isAsking}
              onClick={position.ask}
            >
              {t('place.here')}
            </Button>
          </Group>
          {position.problem !== null && (
            <Text size="sm" c="red" role="alert">
              {t(`place.${position.problem}`)}
            </Text>
          )}
          {asks && <Text size="sm">{t('edit.asks', { count: 1, fields: t('field.location') })}</Text>}
          <Button type="submit" loading={isPending} disabled={text.trim() !== '' && place === null}>
            {t(asks ? 'edit.saveAndAsk' : 'save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** A town is seen whole, a house from near. */
function nearnessOf({ locatedBy }: Place): number {
  return locatedBy === 'approximate' ? 9 : 12
}

function textOf(place: { latitude: number; longitude: number } | null): string {
  return place === null ? '' : `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}`
}
