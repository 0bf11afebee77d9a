import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { customersTarget } from '../customers/import-target.ts'
import { productsTarget } from '../customers/product-target.ts'
import { orderLinesTarget, ordersTarget } from '../sales/order-targets.ts'
import { guessColumns, guessTarget, sourceSignature } from './guess.ts'

const columns = (header: string, ...rows: string[]) =>
  header.split(',').map((name, at) => ({
    header: name,
    samples: rows.map((row) => row.split(',')[at] ?? '').filter((cell) => cell !== ''),
  }))
const guessed = (header: string, ...rows: string[]) =>
  guessColumns(columns(header, ...rows), customersTarget).fields

test.each([
  [
    'customer_id,company_name,contact_name,contact_title,address,city,region,postal_code,country,phone,fax',
    'code name contact_name contact_title street city region postal_code country phone fax',
  ],
  [
    'CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax',
    'code name contact_name contact_title street city region postal_code country phone fax',
  ],
  [
    'Código,Nombre comercial,Razón social,NIF,Domicilio,Población,Provincia,C.P.,Teléfono,Móvil,E-mail,Persona de contacto,Comercial,Límite de riesgo,Días de pago,Observaciones',
    'code name legal_name tax_id street city region postal_code phone contact_phone email contact_name owner credit_limit payment_days note',
  ],
  [
    '客户编码,客户名称,税号,省份,城市,详细地址,邮编,联系人,联系人手机,联系电话,电子邮箱,业务员,客户等级,经度,纬度,备注',
    'code name tax_id region city street postal_code contact_name contact_phone phone email owner tier longitude latitude note',
  ],
  [
    'Account ID,Account Name,Account Owner,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Phone,Fax,Website,Type,Parent Account,Created Date',
    'code name owner street city region postal_code country phone fax website channel parent registered_on',
  ],
  [
    'Company name,Phone Number,City,State/Region,Postal Code,Country/Region,Industry,Company Domain Name,First Name,Last Name',
    'name phone city region postal_code country channel website contact_name contact_name',
  ],
  [
    'CardCode,CardName,LicTradNum,Phone1,Cellular,E_Mail,CntctPrsn,SlpCode',
    'code name tax_id phone contact_phone email contact_name owner',
  ],
  ['Nombre del cliente,Dirección del cliente,Teléfono del cliente', 'name street phone'],
  ['Kundennummer,Firma,Straße,PLZ,Ort,Land,Telefon', 'code name street postal_code city country phone'],
])('the columns of a common export are known: %#', (header, fields) => {
  expect(guessed(header).map(String).join(' ')).toBe(fields)
})

test('values decide where names do not, and overrule names that cannot be', () => {
  const rows = [
    'Bar Uno,uno@example.com,91 555 12 34,Spain',
    'Bar Dos,dos@example.com,93 555 12 34,France',
    'Bar Tres,tres@example.com,95 555 12 34,Italy',
  ]
  expect(guessed('name,x,y,z', ...rows)).toEqual(['name', 'email', 'phone', 'country'])
  expect(guessed('name,phone', 'Bar,calle Mayor', 'Café,plaza Nueva', 'Sol,avenida Sur')).toEqual([
    'name',
    null,
  ])
  expect(guessed('quux,zork', 'a,b')).toEqual([null, null])
})

test('a category of A, B and C is the tier, any other the channel', () => {
  expect(guessed('Nombre,Categoria', 'Bar,A', 'Café,b', 'Sol,C')).toEqual(['name', 'tier'])
  expect(guessed('Nombre,Categoría', 'Bar,A', 'Café,Hotel')).toEqual(['name', 'channel'])
  expect(guessed('Nombre,Categoria')).toEqual(['name', 'channel'])
})

test('a file is recognised for what it holds', () => {
  const targets = [customersTarget, productsTarget, ordersTarget, orderLinesTarget]
  const is = (header: string) => guessTarget(columns(header), targets)?.entity
  expect(is('customer_id,company_name,contact_name,address,city,phone')).toBe('customers')
  expect(is('product_id,product_name,category_name,quantity_per_unit,unit_price,discontinued')).toBe(
    'products',
  )
  expect(is('order_id,customer_id,employee_id,order_date,required_date,shipped_date,freight')).toBe('orders')
  expect(is('order_id,product_id,unit_price,quantity,discount')).toBe('order-lines')
  expect(is('foo,bar')).toBeUndefined()
})

test('the order, case and marks of columns make no other source', () => {
  expect(sourceSignature(['Company Name', 'customer_id'])).toBe(
    sourceSignature(['CustomerID'.replace('ID', ' id'), 'companyName']),
  )
  expect(sourceSignature(['a', 'b'])).not.toBe(sourceSignature(['a', 'c']))
})

const folder = process.env['RELEVO_NORTHWIND'] ?? '../shared/data/northwind'
describe.runIf(existsSync(`${folder}/customers.csv`))('Northwind', () => {
  const seen = (file: string) =>
    columns(...(readFileSync(`${folder}/${file}`, 'utf8').split('\n') as [string, ...string[]]))
  test.each([
    [
      'customers.csv',
      customersTarget,
      'code name contact_name contact_title street city region postal_code country phone fax',
    ],
    ['products.csv', productsTarget, 'code name category unit price discontinued'],
    [
      'orders.csv',
      ordersTarget,
      'code customer person ordered_on required_on shipped_on freight ship_name ship_city ship_country',
    ],
    ['order_lines.csv', orderLinesTarget, 'order product unit_price quantity discount'],
  ])('%s', (file, target, fields) => {
    expect(guessColumns(seen(file), target).fields.join(' ')).toBe(fields)
  })
})
