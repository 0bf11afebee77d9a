import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import type { DraftLine } from '../../order-draft.ts'

type Product = DraftLine['product']
type Props = { field: Ref<HTMLInputElement>; onPick: (product: Product) => void }

/** Type a part of a product, Enter takes the first that fits. */
export function ProductField({ field, onPick }: Props) {
  const { t } = useTranslation(['sales', 'customers'])
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 120)
  const found = api.useQuery(
    'get',
    '/api/products',
    { params: { query: { size: 12, ...(wanted === '' ? {} : { q: wanted }) } } },
    { placeholderData: (before) => before },
  )
  const rows = found.data?.rows ?? []
  const isCurrent = wanted === typed.trim() && !found.isPlaceholderData
  const first = rows[0]?.id
  const [isAwaited, setAwaited] = useState(false)
  function pick(id: string) {
    const product = rows.find((row) => row.id === id)
    if (product === undefined) return
    setTyped('')
    setAwaited(false)
    combobox.closeDropdown()
    onPick({ id: product.id, code: product.code, name: product.name, unit: product.unit })
  }
  const answer = useEffectEvent(() => {
    combobox.selectFirstOption()
    if (isAwaited && first !== undefined) pick(first)
  })
  useEffect(() => {
    if (isCurrent && typed !== '') answer()
  }, [isCurrent, first, typed])
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          ref={field}
          label={t('addProduct')}
          placeholder={t('addProductHint')}
          size="md"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAwaited(false)
            combobox.openDropdown()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          wrapperProps={{
            // Enter before the answer is there would take a product of the search before: it waits for the right one.
            onKeyDownCapture: (event: KeyboardEvent) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (isCurrent || typed === '') return
              event.stopPropagation()
              setAwaited(true)
            },
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('addProduct')} mah={320} style={{ overflowY: 'auto' }}>
          {rows.length === 0 && <Combobox.Empty>{t('customers:filterNothing')}</Combobox.Empty>}
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <span>{row.name}</span>
                <Text component="span" size="xs" c="dimmed">
                  {[row.code, row.unit].filter(Boolean).join(' · ')}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
