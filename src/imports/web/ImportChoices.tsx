import { Collapse, MultiSelect, Select, SimpleGrid, TextInput, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ImportDetail, ImportOptions, Target } from './types.ts'
import { useWords } from './useWords.ts'

type Props = { detail: ImportDetail; target: Target; change: (options: Partial<ImportOptions>) => void }

/** What else can be said of an import; the first guess suits most files. */
export function ImportChoices({ detail, target, change }: Props) {
  const { t } = useWords()
  const [open, { toggle }] = useDisclosure(false)
  const { options } = detail
  const mapped = new Set(detail.columns.flatMap((column) => column.field ?? []))
  const keys = target.keys.filter((key) => key.fields.every((field) => mapped.has(field)))
  const choice = <Name extends 'mode' | 'emptyCells' | 'badCells'>(
    name: Name,
    values: readonly ImportOptions[Name][],
  ) => (
    <Select
      label={t(`options.${name}` as 'options.mode')}
      data={values.map((value) => ({ value, label: t(`options.${value}` as 'options.both') }))}
      value={options[name]}
      allowDeselect={false}
      onChange={(value) => value !== null && change({ [name]: value })}
    />
  )
  return (
    <div>
      <UnstyledButton fw={550} onClick={toggle} aria-expanded={open}>
        {open ? '▾' : '▸'} {t('options.title')}
      </UnstyledButton>
      <Collapse expanded={open}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          {choice('mode', ['both', 'create', 'update'])}
          <MultiSelect
            label={t('options.keys')}
            data={keys.map((key) => ({ value: key.name, label: t(`key.${key.name}` as 'key.code') }))}
            value={options.keys}
            onChange={(chosen) => change({ keys: chosen })}
          />
          {choice('emptyCells', ['keep', 'clear'])}
          {choice('badCells', ['reject', 'leave-out'])}
          <Code
            label={t('options.country')}
            value={options.country}
            length={2}
            set={(country) => change({ country })}
          />
          <Code
            label={t('options.currency')}
            value={options.currency}
            length={3}
            set={(currency) => change({ currency })}
          />
          {mapped.has('latitude') || mapped.has('coordinates') ? (
            <Select
              label={t('options.datum')}
              data={['WGS-84', 'GCJ-02', 'BD-09']}
              value={options.datum}
              allowDeselect={false}
              onChange={(datum) => datum !== null && change({ datum: datum as ImportOptions['datum'] })}
            />
          ) : null}
        </SimpleGrid>
      </Collapse>
    </div>
  )
}

type CodeProps = { label: string; value: string; length: number; set: (code: string) => void }

/** A code of capital letters, taken when it is complete. */
function Code({ label, value, length, set }: CodeProps) {
  return (
    <TextInput
      key={value}
      label={label}
      defaultValue={value}
      maxLength={length}
      onBlur={(event) => {
        const code = event.currentTarget.value.trim().toUpperCase()
        if (/^[A-Z]+$/u.test(code) && code.length === length && code !== value) set(code)
      }}
    />
  )
}
