import { useLocalStorage } from '@mantine/hooks'
import { type ColumnName, columnNames, usualColumns } from './columns.tsx'

/** Which columns this person wants to see, kept on this device. */
export function useColumns(): [ColumnName[], (names: readonly string[]) => void] {
  const [kept, keep] = useLocalStorage<string[]>({
    key: 'relevo.customers.columns',
    defaultValue: [...usualColumns],
    getInitialValueInEffect: false,
  })
  return [inOrder(kept), (names) => keep(inOrder(names))]
}

function inOrder(names: readonly string[]): ColumnName[] {
  return columnNames.filter((name) => name === 'name' || names.includes(name))
}
