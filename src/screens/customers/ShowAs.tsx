import { Group, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ColumnMenu } from '../../customers/web/list/ColumnMenu.tsx'
import { HandOut } from '../../customers/web/list/HandOut.tsx'
import { KeyHelp } from '../../customers/web/list/KeyHelp.tsx'
import { SavedViews } from '../../customers/web/list/SavedViews.tsx'
import { useLetterKeys } from '../../customers/web/list/useListKeys.ts'
import { type ListSearch, leaveOut } from '../../customers/list-search.ts'

type Props = {
  search: ListSearch
  onChange: (search: ListSearch) => void
  isWide: boolean
  columns: readonly string[]
  onColumns: (columns: readonly string[]) => void
}

/** How the selection is shown: list or map, views kept by name, and for the list its columns and keys. */
export function ShowAs({ search, onChange, isWide, columns, onColumns }: Props) {
  const { t } = useTranslation('customers')
  const [keysOn, setKeysOn] = useLetterKeys()
  const isList = search.shows !== 'map'
  return (
    <Group justify="space-between">
      <SegmentedControl
        size="xs"
        aria-label={t('showAs')}
        data={[
          { value: 'list', label: t('asList') },
          { value: 'map', label: t('asMap') },
        ]}
        value={search.shows ?? 'list'}
        onChange={(shows) =>
          onChange(shows === 'map' ? { ...search, shows: 'map' } : leaveOut(search, ['shows', 'colour']))
        }
      />
      <Group gap="xs">
        <HandOut search={search} />
        <SavedViews
          search={search}
          columns={columns}
          onOpen={(opened, its) => {
            onChange(opened)
            if (its.length > 0) onColumns(its)
          }}
        />
        {isWide && isList && <ColumnMenu columns={columns} onChange={onColumns} />}
        {isWide && isList && <KeyHelp isOn={keysOn} onChange={setKeysOn} />}
      </Group>
    </Group>
  )
}
