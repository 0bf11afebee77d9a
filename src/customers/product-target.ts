import type { ImportTarget } from '../imports/target.ts'

const names = (list: string) => list.split(/\s*\|\s*/u)

/** Products as files bring them. */
export const productsTarget: ImportTarget = {
  entity: 'products',
  permission: 'products.change',
  nouns: names(
    'product | item | article | producto | articulo | 产品 | 商品 | 存货 | 物料 | artikel | produit',
  ),
  keys: [
    { name: 'code', fields: ['code'] },
    { name: 'name', fields: ['name'], compare: 'lower' },
  ],
  fields: [
    {
      name: 'code',
      kind: 'text',
      most: 60,
      headers: names(
        'id | code | no | number | sku | ref | reference | internal reference | itemcode | ean | barcode | codigo | cod | referencia | 编号 | 编码 | 代码 | 货号 | 产品编码 | 商品编码 | artikelnummer',
      ),
    },
    {
      name: 'name',
      kind: 'text',
      required: true,
      most: 300,
      headers: names(
        'name | product | product name | item | item name | itemname | title | description | nombre | producto | articulo | descripcion | denominacion | 名称 | 产品名称 | 商品名称 | 品名 | 产品 | 商品 | bezeichnung | designation',
      ),
    },
    {
      name: 'category',
      kind: 'text',
      most: 120,
      headers: names(
        'category | category name | family | group | type | product type | department | categoria | familia | grupo | 类别 | 分类 | 品类 | 产品类别 | warengruppe | categorie',
      ),
    },
    {
      name: 'unit',
      kind: 'text',
      most: 120,
      headers: names(
        'unit | uom | unit of measure | quantity per unit | pack | packaging | pack size | format | unidad | formato | envase | presentacion | 单位 | 规格 | 包装 | 计量单位 | einheit | unite',
      ),
    },
    {
      name: 'price',
      kind: 'money',
      least: 0,
      headers: names(
        'price | unit price | list price | sale price | sales price | retail price | precio | pvp | precio unitario | precio venta | tarifa | 价格 | 单价 | 售价 | 零售价 | preis | prix',
      ),
    },
    {
      name: 'currency',
      kind: 'currency',
      keeps: ['price_minor', 'currency'],
      headers: names('currency | currency code | moneda | divisa | 币种 | 货币'),
    },
    {
      name: 'discontinued',
      kind: 'yes-no',
      headers: names(
        'discontinued | inactive | archived | obsolete | descatalogado | inactivo | baja | obsoleto | 停产 | 停售 | 下架 | 停用',
      ),
    },
  ],
}
