import { Collapse, NumberInput, Select, SimpleGrid, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Configure, ImportDetail } from './types.ts'
import { useWords } from './useWords.ts'

type Reading = NonNullable<Configure['reading']>
const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis']

/** How the file is read, where the guess was wrong: letters, separator, sheet, row of the names. */
export function FileChoices({
  detail,
  change,
}: {
  detail: ImportDetail
  change: (reading: Reading) => void
}) {
  const { t } = useWords()
  const [open, { toggle }] = useDisclosure(false)
  const { inspection, reading } = detail
  const set = (one: Reading) => change({ ...reading, ...one })
  const separators = [',', ';', '\t', '|'].map((value) => ({
    value,
    label: value === '\t' ? t('file.tab') : value,
  }))
  return (
    <div>
      <UnstyledButton fw={550} onClick={toggle} aria-expanded={open}>
        {open ? '▾' : '▸'} {t('file.title')}
      </UnstyledButton>
      <Collapse expanded={open}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          {inspection.kind === 'csv' && (
            <Select
              label={t('file.encoding')}
              data={encodings}
              value={inspection.encoding}
              allowDeselect={false}
              onChange={(encoding) => encoding !== null && set({ encoding: encoding as never })}
            />
          )}
          {inspection.kind === 'csv' && (
            <Select
              label={t('file.delimiter')}
              data={separators}
              value={inspection.delimiter}
              allowDeselect={false}
              onChange={(delimiter) => delimiter !== null && set({ delimiter: delimiter as never })}
            />
          )}
          {inspection.sheets.length > 1 && (
            <Select
              label={t('file.sheet')}
              data={inspection.sheets}
              value={inspection.sheet}
              allowDeselect={false}
              onChange={(sheet) => sheet !== null && set({ sheet })}
            />
          )}
          <NumberInput
            label={t('file.headerRow')}
            value={inspection.headerRow}
            min={0}
            max={1000}
            onBlur={(event) => {
              const row = Number(event.currentTarget.value)
              if (Number.isInteger(row) && row !== inspection.headerRow) set({ headerRow: row })
            }}
          />
          {inspection.kind === 'csv' && (
            <Select
              label={t('file.shortRows')}
              data={(['problem', 'fill'] as const).map((value) => ({ value, label: t(`file.${value}`) }))}
              value={reading.shortRows ?? 'problem'}
              allowDeselect={false}
              onChange={(value) => set({ shortRows: value === 'fill' ? 'fill' : 'problem' })}
            />
          )}
        </SimpleGrid>
      </Collapse>
    </div>
  )
}
