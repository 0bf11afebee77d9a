import type { ServerTarget } from '../../imports/server/target.ts'
import { productsTarget } from '../product-target.ts'
import { findProducts, loadProducts, removeProducts, writeProducts } from './queries/import-products.ts'

/** Products from files (rule 5.1). */
export const importProducts: ServerTarget = {
  rules: productsTarget,
  find: findProducts,
  load: loadProducts,
  write: writeProducts,
  remove: removeProducts,
}
