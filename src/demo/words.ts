import type { Pack } from './pack.ts'

/** What people at work wrote down: notes of visits, promises, complaints with cause and remedy, names of price lists. */
export type Words = {
  readonly notes: readonly string[]
  readonly nextSteps: readonly string[]
  readonly promises: readonly string[]
  readonly complaints: readonly (readonly [kind: string, text: string, cause: string, remedy: string])[]
  readonly general: string
  readonly agreed: string
}

export const words: Readonly<Record<Pack['language'], Words>> = {
  es: {
    notes: [
      'Todo en orden, pedido para la semana.',
      'El encargado no estaba; dejé el catálogo.',
      'Quiere probar la oferta nueva en dos semanas.',
      'Falta espacio en la cámara; pide formatos pequeños.',
      'La competencia le ha puesto un expositor.',
      'Contento con el reparto de la mañana.',
    ],
    nextSteps: ['Llevar muestra', 'Llamar por el pedido del viernes', 'Revisar la tarifa con el encargado'],
    promises: [
      'Traer el expositor nuevo',
      'Cambiar el día de reparto al martes',
      'Mandar la tarifa con el descuento por volumen',
      'Recoger los envases vacíos',
    ],
    complaints: [
      ['delivery', 'El pedido llegó con un día de retraso.', 'Avería del camión', 'Reparto con la furgoneta'],
      ['product', 'Dos cajas venían golpeadas.', 'Palé mal flejado', 'Cajas cambiadas al día siguiente'],
      ['invoice', 'La factura no lleva el descuento acordado.', 'Tarifa antigua', 'Abono y factura nueva'],
    ],
    general: 'Tarifa general',
    agreed: 'Tarifa de clientes A',
  },
  en: {
    notes: [
      'All in order, ordered for the week.',
      'The manager was out; left the catalogue.',
      'Wants to try the new offer in two weeks.',
      'No room in the cold store; asks for small packs.',
      'A competitor put up a display.',
      'Happy with the morning delivery.',
    ],
    nextSteps: ['Bring a sample', 'Call about Friday’s order', 'Go through the prices with the manager'],
    promises: [
      'Bring the new display',
      'Move the delivery to Tuesdays',
      'Send prices with the volume discount',
      'Pick up the empties',
    ],
    complaints: [
      ['delivery', 'The order came a day late.', 'The lorry broke down', 'Delivered with the van'],
      ['product', 'Two cases were dented.', 'Badly strapped pallet', 'Cases replaced the next day'],
      [
        'invoice',
        'The invoice lacks the agreed discount.',
        'An old price list',
        'Credit note and a new invoice',
      ],
    ],
    general: 'General prices',
    agreed: 'Prices for A customers',
  },
  zh: {
    notes: [
      '一切正常，下了本周的订单。',
      '负责人不在，留下了目录。',
      '两周后想试试新的促销。',
      '冷库位置不够，希望要小包装。',
      '竞争对手放了一个陈列架。',
      '对早上的送货很满意。',
    ],
    nextSteps: ['带样品', '打电话确认周五的订单', '和负责人核对价格'],
    promises: ['带来新的陈列架', '把送货改到星期二', '发送带批量折扣的价格', '取走空瓶'],
    complaints: [
      ['delivery', '订单晚到了一天。', '货车故障', '改用面包车送货'],
      ['product', '有两箱货压坏了。', '托盘没有捆好', '第二天换货'],
      ['invoice', '发票没有约定的折扣。', '用了旧价格表', '开红字发票并重开'],
    ],
    general: '通用价格',
    agreed: 'A级客户价格',
  },
}
