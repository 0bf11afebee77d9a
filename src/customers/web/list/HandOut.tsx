import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../../people/web/useMe.ts'
import { type ListSearch, addressOf, sheetsOf } from '../../list-search.ts'

/** The selection as a file, and the sheets of an area or a person to print; for those who may hand data out. */
export function HandOut({ search }: { search: ListSearch }) {
  const { t } = useTranslation('customers')
  const may = useMay()
  const { person } = useMe()
  if (!may('customers.export')) return null
  const sheets = sheetsOf(search, person.id)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
          {t('handOut.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/customers/file?${addressOf(search, format)}`}
            download
          >
            {t(`handOut.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {sheets === null ? (
          <Menu.Label maw={260}>{t('handOut.sheetsHow')}</Menu.Label>
        ) : (
          <Menu.Item component="a" href={`/api/sheets?${sheets}`} download>
            {t('handOut.sheets')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
