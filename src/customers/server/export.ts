import type { ExportSource } from '../../imports/server/target.ts'
import { customersTarget } from '../import-target.ts'
import { productsTarget } from '../product-target.ts'
import { listCustomerIds, listProductIds, spellCustomers } from './queries/export.ts'
import { loadCustomers } from './queries/import-find.ts'
import { loadProducts } from './queries/import-products.ts'

export const exportCustomers: ExportSource = {
  rules: customersTarget,
  permission: 'customers.export',
  list: listCustomerIds,
  load: loadCustomers,
  spell: spellCustomers,
}
export const exportProducts: ExportSource = {
  rules: productsTarget,
  permission: 'customers.export',
  list: listProductIds,
  load: loadProducts,
}
