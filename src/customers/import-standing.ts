import type { Field } from '../imports/target.ts'
import { columnNames as names } from './import-names.ts'

/** How files say what a customer is to the company: whose, of which chain, channel, tier, area and terms. */
export const standing: readonly Field[] = [
  {
    name: 'owner',
    kind: 'reference',
    unknown: ['empty'],
    keeps: ['owner_id'],
    most: 200,
    headers: names(
      `owner | account owner | account manager | salesperson | sales person | sales rep | rep | sales representative | slpcode | seller |
      responsible | employee id | comercial | vendedor | agente | gestor | representante | preventista | 业务员 | 销售员 | 销售人员 |
      销售代表 | 专管业务员 | 客户经理 | 归属人 | vertreter | commercial`,
    ),
  },
  {
    name: 'parent',
    kind: 'reference',
    unknown: ['empty'],
    most: 60,
    headers: names(
      'parent | parent account | parent company | parent code | chain | group | headquarters | cadena | grupo | matriz | central | 上级客户 | 总店 | 总公司 | 连锁',
    ),
  },
  {
    name: 'channel',
    kind: 'text',
    most: 60,
    headers: names(
      `channel | type | category | segment | industry | customer group | customer type | trade channel | canal | tipo | tipo de cliente |
      categoria | segmento | sector | actividad | 渠道 | 类型 | 客户类型 | 客户类别 | 分类 | 行业 | kundengruppe`,
    ),
  },
  {
    name: 'tier',
    kind: 'choice',
    choices: {
      A: ['1', 'a类', 'a级', 'oro', 'gold'],
      B: ['2', 'b类', 'b级', 'plata', 'silver'],
      C: ['3', 'c类', 'c级', 'bronce', 'bronze'],
    },
    headersFor: {
      headers: names('category | customer category | categoria | categoria de cliente | 分类 | 客户类别'),
      values: ['A', 'B', 'C'],
    },
    headers: names(
      'tier | class | abc | abc class | rating | clase | clasificacion | clasificacion abc | 等级 | 级别 | 客户等级 | 客户级别',
    ),
  },
  {
    name: 'territory',
    kind: 'reference',
    unknown: ['empty', 'create'],
    keeps: ['territory_id'],
    most: 120,
    headers: names(
      'territory | zone | area | route | sales area | zona | ruta | territorio | 区域 | 片区 | 销售区域 | 路线 | gebiet',
    ),
  },
  {
    name: 'credit_limit',
    kind: 'money',
    least: 0,
    headers: names(
      'credit limit | credit line | creditline | limite de credito | limite credito | limite de riesgo | riesgo | riesgo maximo | 信用额度 | 信用限额 | kreditlimit',
    ),
  },
  {
    name: 'currency',
    kind: 'currency',
    keeps: ['credit_limit_minor', 'currency'],
    headers: names('currency | currency code | moneda | divisa | 币种 | 货币 | waehrung | devise'),
  },
  {
    name: 'payment_days',
    kind: 'integer',
    least: 0,
    most: 3650,
    headers: names(
      'payment days | payment terms | terms | credit days | net days | dias de pago | dias pago | plazo | plazo de pago | vencimiento | 账期 | 付款天数 | 账期天数 | zahlungsziel',
    ),
  },
  { name: 'tags', kind: 'tags', headers: names('tags | labels | keywords | etiquetas | 标签') },
  {
    name: 'registered_on',
    kind: 'day',
    headers: names(
      'registered on | registered | create date | created | created date | created at | customer since | since | fecha de alta | fecha alta | alta | 建档日期 | 创建日期 | 创建时间 | 登记日期',
    ),
  },
  {
    name: 'note',
    kind: 'lines',
    most: 4000,
    headers: names(
      'note | notes | comment | comments | remarks | description | memo | observaciones | notas | comentarios | 备注 | 说明 | 描述 | bemerkung | notiz',
    ),
  },
]
