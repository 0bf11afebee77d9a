import { CloseButton, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { LoadingState } from '../../../platform/web/ui/LoadingState.tsx'
import type { ListSearch } from '../../list-search.ts'
import { MapItem } from './MapItem.tsx'
import classes from './map.module.css'
import { useCustomersAt } from './useCustomerMap.ts'

type Props = {
  search: ListSearch
  spot: { latitude: number; longitude: number }
  to: (id: string) => string
  onClose: () => void
}
const shownAtMost = 50

/** Who was pressed on the map: a link to each; many may share a spot, such as those of which only the town is known. */
export function PickedCard({ search, spot, to, onClose }: Props) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  const may = useMay()
  const query = useCustomersAt(search, spot, shownAtMost)
  const total = query.data?.total ?? 0
  return (
    <Paper component="section" shadow="md" p="sm" className={classes['picked']} aria-label={t('map.picked')}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text fw={600} size="sm" aria-live="polite">
          {query.data === undefined ? ' ' : t('map.here', { count: total, shown: number(total) })}
        </Text>
        <CloseButton aria-label={t('map.close')} onClick={onClose} />
      </Group>
      <Loaded query={query} loading={<LoadingState rows={1} />}>
        {({ rows }) => (
          <ul className={classes['items']}>
            {rows.map((row) => (
              <MapItem key={row.id} row={row} to={to} moves={may('customers.change')} />
            ))}
          </ul>
        )}
      </Loaded>
    </Paper>
  )
}
