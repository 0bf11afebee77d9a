import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { columnNames } from './columns.tsx'

type Props = { columns: readonly string[]; onChange: (columns: readonly string[]) => void }

/** Which columns are shown. */
export function ColumnMenu({ columns, onChange }: Props) {
  const { t } = useTranslation('customers')
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('columns')}>
            <IconColumns3 size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group aria-label={t('columns')} value={[...columns]} onChange={onChange}>
          <Stack gap={6}>
            {columnNames.map((name) => (
              <Checkbox
                key={name}
                size="xs"
                value={name}
                label={t(`column.${name}`)}
                disabled={name === 'name'}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
