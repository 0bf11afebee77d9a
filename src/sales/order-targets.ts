import type { ImportTarget } from '../imports/target.ts'

const names = (list: string) => list.split(/\s*\|\s*/u)

const orderCode = names(
  'order id | order | order no | order number | order code | sales order | document | document number | docnum | number | no | id | code | pedido | numero de pedido | n pedido | num pedido | documento | 订单号 | 订单编号 | 单号 | 单据编号 | auftragsnummer | commande',
)
const who = names(
  'customer | customer id | customer code | customer number | account | account number | cardcode | client | client id | cliente | codigo cliente | id cliente | cod cliente | 客户 | 客户编号 | 客户编码 | 客户代码 | kundennummer',
)

/** Orders from the company's own system (rule 5.1). Who took an order and who owns the customer are two facts. */
export const ordersTarget: ImportTarget = {
  entity: 'orders',
  permission: 'orders.import',
  keys: [{ name: 'code', fields: ['code'] }],
  fields: [
    { name: 'code', kind: 'text', required: true, most: 60, headers: orderCode },
    { name: 'customer', kind: 'reference', keeps: ['customer_id'], required: true, most: 300, headers: who },
    {
      name: 'person',
      kind: 'reference',
      keeps: ['person_id'],
      most: 200,
      headers: names(
        'employee | employee id | salesperson | sales rep | seller | rep | taken by | slpcode | vendedor | comercial | agente | empleado | id empleado | 业务员 | 销售员 | 员工编号 | vertreter',
      ),
    },
    {
      name: 'ordered_on',
      kind: 'day',
      required: true,
      headers: names(
        'order date | date | ordered on | document date | docdate | created | fecha | fecha pedido | fecha de pedido | 订单日期 | 日期 | 下单日期 | 单据日期 | datum',
      ),
    },
    {
      name: 'required_on',
      kind: 'day',
      headers: names(
        'required date | due date | delivery date | requested date | fecha de entrega | fecha requerida | fecha entrega | 要求日期 | 交货日期 | 需求日期',
      ),
    },
    {
      name: 'shipped_on',
      kind: 'day',
      headers: names(
        'shipped date | ship date | dispatch date | fecha de envio | fecha envio | 发货日期 | 出库日期',
      ),
    },
    {
      name: 'delivered_on',
      kind: 'day',
      headers: names(
        'delivered | delivered on | delivered date | received on | entregado | entregado el | fecha de recepcion | 送达日期 | 签收日期 | geliefert am',
      ),
    },
    {
      name: 'cancelled_on',
      kind: 'day',
      headers: names(
        'cancelled | canceled | cancelled on | cancelled date | cancellation date | anulado | anulado el | fecha de anulacion | cancelado el | 取消日期 | storniert am',
      ),
    },
    {
      name: 'cancel_reason',
      kind: 'text',
      most: 500,
      headers: names('cancel reason | cancellation reason | motivo de anulacion | 取消原因'),
    },
    {
      name: 'kind',
      kind: 'choice',
      choices: {
        sale: ['order', 'sales order', 'invoice', 'venta', 'pedido', '销售', '订单'],
        return: ['returns', 'credit', 'credit note', 'devolucion', 'abono', '退货', 'retoure'],
      },
      headers: names(
        'order type | document type | doctype | order kind | tipo de pedido | tipo de documento | 订单类型 | 单据类型',
      ),
    },
    {
      name: 'of_code',
      kind: 'text',
      most: 60,
      headers: names(
        'return of | original order | returned order | base order | pedido original | devolucion de | 原订单 | 原单号',
      ),
    },
    {
      name: 'reason',
      kind: 'text',
      most: 500,
      headers: names('return reason | reason for return | motivo de devolucion | 退货原因'),
    },
    {
      name: 'tax',
      kind: 'money',
      least: 0,
      headers: names('tax | vat | sales tax | iva | impuestos | 税额 | mwst'),
    },
    {
      name: 'freight',
      kind: 'money',
      least: 0,
      headers: names(
        'freight | shipping | shipping cost | delivery cost | portes | gastos de envio | flete | 运费',
      ),
    },
    {
      name: 'currency',
      kind: 'currency',
      keeps: ['freight_minor', 'currency'],
      headers: names('currency | currency code | moneda | divisa | 币种 | 货币'),
    },
    {
      name: 'ship_name',
      kind: 'text',
      headers: names(
        'ship name | ship to | delivery name | recipient | destinatario | nombre de envio | 收货人 | 收货单位',
      ),
    },
    {
      name: 'ship_city',
      kind: 'text',
      most: 120,
      headers: names('ship city | delivery city | ciudad de envio | ciudad envio | 收货城市'),
    },
    {
      name: 'ship_country',
      kind: 'country',
      headers: names('ship country | delivery country | pais de envio | pais envio | 收货国家'),
    },
  ],
}

/** Lines of orders that have come in before. */
export const orderLinesTarget: ImportTarget = {
  entity: 'order-lines',
  permission: 'orders.import',
  keys: [
    { name: 'order_line', fields: ['order', 'line'] },
    { name: 'order_product', fields: ['order', 'product'] },
  ],
  fields: [
    { name: 'order', kind: 'reference', keeps: ['order_id'], required: true, most: 60, headers: orderCode },
    {
      name: 'line',
      kind: 'integer',
      least: 0,
      headers: names(
        'line | line no | line number | linenum | position | pos | linea | numero de linea | 行号 | 序号',
      ),
    },
    {
      name: 'product',
      kind: 'reference',
      keeps: ['product_id'],
      required: true,
      most: 300,
      headers: names(
        'product | product id | product code | item | item code | itemcode | sku | article | producto | codigo producto | id producto | articulo | referencia | 产品 | 产品编号 | 产品编码 | 商品 | 商品编码 | artikel',
      ),
    },
    {
      name: 'quantity',
      kind: 'decimal',
      required: true,
      headers: names('quantity | qty | units | cantidad | unidades | uds | cant | 数量 | menge | quantite'),
    },
    {
      name: 'unit_price',
      kind: 'money',
      required: true,
      unless: 'amount',
      headers: names('unit price | price | precio | precio unitario | pvp | 单价 | 价格 | preis | prix'),
    },
    {
      // What the line comes to after discount, where no price is told.
      name: 'amount',
      kind: 'money',
      rounds: true,
      keeps: ['unit_price_minor', 'rounding_minor', 'currency'],
      headers: names(
        'amount | line amount | line total | net amount | extended price | sales | total | importe | importe linea | total linea | subtotal | 金额 | 小计 | 行金额 | betrag | umsatz | montant',
      ),
    },
    {
      name: 'currency',
      kind: 'currency',
      keeps: ['unit_price_minor', 'currency'],
      headers: names('currency | currency code | moneda | divisa | 币种 | 货币'),
    },
    {
      name: 'discount',
      kind: 'percent',
      least: 0,
      most: 1,
      headers: names(
        'discount | disc | discount percent | descuento | dto | dto % | 折扣 | 折扣率 | rabatt | remise',
      ),
    },
  ],
}
