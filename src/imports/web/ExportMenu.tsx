import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { saveFile } from '../../platform/web/request/save-file.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'

const formats = [
  { format: 'xlsx', Icon: IconFileSpreadsheet },
  { format: 'csv', Icon: IconFileText },
] as const

type Props = { entity: 'people' | 'customers' | 'products' | 'prices' | 'stock-counts' }

/**
 * Hands everything of one kind out as a file; for whoever may. Asked for as a request and not by a plain link, because
 * only a request says for which company.
 */
export function ExportMenu({ entity }: Props) {
  const { t } = useTranslation('imports')
  const [busy, setBusy] = useState(false)
  async function save(format: 'xlsx' | 'csv') {
    setBusy(true)
    const { data, error } = await request
      .GET('/api/exports/{entity}', {
        params: { path: { entity }, query: { format } },
        parseAs: 'blob',
      })
      .catch((failed: unknown) => ({ data: undefined, error: failed }))
    setBusy(false)
    if (data === undefined) return sayProblem(error)
    saveFile(`${entity}.${format}`, data as unknown as Blob)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={busy}>
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, Icon }) => (
          <Menu.Item
            key={format}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => void save(format)}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('export.noted')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
