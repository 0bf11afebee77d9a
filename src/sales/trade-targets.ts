import type { ImportTarget } from '../imports/target.ts'

const names = (list: string) => list.split(/\s*\|\s*/u)

const product = names(
  'product | product id | product code | item | item code | itemcode | sku | article | producto | codigo producto | id producto | articulo | referencia | 产品 | 产品编号 | 产品编码 | 商品 | 商品编码 | artikel',
)
const currency = names('currency | currency code | moneda | divisa | 币种 | 货币')

/** Prices of lists that are there (rule 5.1): of a product from a quantity and a day on. */
export const pricesTarget: ImportTarget = {
  entity: 'prices',
  permission: 'prices.change',
  // A row that names no quantity is of each piece; one that names no day holds from today.
  keys: [
    { name: 'price_full', fields: ['list', 'product', 'least_quantity', 'from_day'] },
    { name: 'price_day', fields: ['list', 'product', 'from_day'] },
    { name: 'price_quantity', fields: ['list', 'product', 'least_quantity'] },
    { name: 'price', fields: ['list', 'product'] },
  ],
  fields: [
    {
      name: 'list',
      kind: 'reference',
      keeps: ['price_list_id'],
      required: true,
      most: 200,
      headers: names(
        'price list | pricelist | list | list code | price list code | pricelist id | tarifa | codigo tarifa | lista de precios | lista | 价格表 | 价目表 | 价格表编号 | preisliste | tarif',
      ),
    },
    {
      name: 'product',
      kind: 'reference',
      keeps: ['product_id'],
      required: true,
      most: 300,
      headers: product,
    },
    {
      name: 'unit_price',
      kind: 'money',
      required: true,
      least: 0,
      headers: names(
        'price | unit price | list price | fixed price | net price | precio | precio unitario | pvp | precio neto | 价格 | 单价 | 售价 | preis | prix',
      ),
    },
    { name: 'currency', kind: 'currency', keeps: ['unit_price_minor', 'currency'], headers: currency },
    {
      name: 'least_quantity',
      kind: 'decimal',
      least: 0,
      headers: names(
        'from quantity | min quantity | minimum quantity | least quantity | min qty | quantity | qty | cantidad minima | desde cantidad | a partir de | cantidad | 起订量 | 最小数量 | 起订数量 | 数量 | ab menge | quantite minimale',
      ),
    },
    {
      name: 'from_day',
      kind: 'day',
      headers: names(
        'valid from | from | from day | start date | date start | since | effective date | valido desde | desde | fecha inicio | fecha desde | vigencia | 生效日期 | 开始日期 | 起始日期 | gueltig ab | valable des',
      ),
    },
  ],
}

/** What somebody counted at outlets (rule 5.5). A count is never changed: another number of the day is another count. */
export const stockCountsTarget: ImportTarget = {
  entity: 'stock-counts',
  permission: 'orders.import',
  keys: [{ name: 'count', fields: ['customer', 'product', 'counted_on', 'quantity'] }],
  fields: [
    {
      name: 'customer',
      kind: 'reference',
      keeps: ['customer_id'],
      required: true,
      most: 300,
      headers: names(
        'customer | customer id | customer code | customer number | account | outlet | outlet code | store | cliente | codigo cliente | id cliente | establecimiento | 客户 | 客户编号 | 客户编码 | 门店 | 门店编号 | kundennummer',
      ),
    },
    {
      name: 'product',
      kind: 'reference',
      keeps: ['product_id'],
      required: true,
      most: 300,
      headers: product,
    },
    {
      name: 'counted_on',
      kind: 'day',
      required: true,
      headers: names(
        'counted on | count date | date | stock date | inventory date | day | fecha | fecha recuento | fecha inventario | fecha de recuento | 盘点日期 | 日期 | 库存日期 | datum',
      ),
    },
    {
      name: 'quantity',
      kind: 'decimal',
      required: true,
      least: 0,
      headers: names(
        'counted | count | stock | stock quantity | on hand | quantity | qty | units | existencias | recuento | stock contado | cantidad | unidades | 盘点数量 | 库存 | 库存数量 | 数量 | bestand | menge',
      ),
    },
    {
      name: 'facings',
      kind: 'integer',
      least: 0,
      headers: names('facings | faces | shelf facings | caras | frentes | facing | 排面 | 排面数'),
    },
    {
      name: 'person',
      kind: 'reference',
      keeps: ['counted_by'],
      most: 200,
      headers: names(
        'counted by | employee | salesperson | rep | person | contado por | vendedor | comercial | empleado | 盘点人 | 业务员 | 员工',
      ),
    },
  ],
}
