import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { Day } from '../../values/day.ts'
import { monthOf, monthsLater } from '../months.ts'

/** Two years of a customer's sales by month: the last twelve months and what they are compared with. */
export function useCustomerSales(customer: string) {
  const { today } = useFormats()
  const from = monthsLater(monthOf(today as Day), -23)
  return api.useQuery('get', '/api/sales/by-month', { params: { query: { customer, from } } })
}
