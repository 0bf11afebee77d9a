/**
 * Small files in the manner of an old order system, made by code: phones as they were written over thirty years, regions
 * that are missing, accents, quotes and commas in names, a manager who stands below the people they lead.
 */
const cell = (text: string | number) =>
  /[",\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text)
const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${header}\n${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`

const towns = [
  ['Berlin', '', '12209', 'Germany', '030-00743'],
  ['México D.F.', '', '05021', 'Mexico', '(5) 555-47'],
  ['London', '', 'WA1 1DP', 'UK', '(171) 555-77'],
  ['Luleå', '', 'S-958 22', 'Sweden', '0921-12 34'],
  ['São Paulo', 'SP', '05432-043', 'Brazil', '(11) 555-76'],
  ['Buenos Aires', '', '1010', 'Argentina', '(1) 135-55'],
  ['Boise', 'ID', '83720', 'USA', '(208) 555-80'],
  ['Genève', '', '1203', 'Switzerland', '0897-0342'],
  ['Münster', '', '44087', 'Germany', '0251-0311'],
  ['Tsawassen', 'BC', 'T2F 8M4', 'Canada', '(604) 555-47'],
] as const
const names = [
  'Alma “Bodega” Núñez, S.A.',
  "Bon Ami d'Été",
  'Café Ångström',
  'Delikatessen Größ & Söhne',
  'Ernesto "El Rápido" Comidas',
  'Frederik Mørk Import',
  'Galería del gastrónomo',
  'Hungry Coyote',
  'Isla Verde Ultramarinos',
  'Józef Wilk, Kraków',
] as const

export const oddCustomers = 30
export const oddPeople = 5
export const oddProducts = 8
export const oddOrders = 40

/** 30 customers of 10 towns. `changed`: the file as somebody edited it later; two phones and one city differ. */
export function oddCustomersFile(changed = false): string {
  return csv(
    'customer_id,company_name,contact_name,contact_title,address,city,region,postal_code,country,phone,fax',
    Array.from({ length: oddCustomers }, (_, at) => {
      const [city, region, code, country, phone] = towns[at % towns.length] ?? towns[0]
      const moved = changed && at === 4
      return [
        `ODD${String(at).padStart(2, '0')}`,
        `${names[at % names.length] ?? ''}${at < 10 ? '' : ` ${at}`}`,
        `María Óscar ${at}`,
        at % 2 === 0 ? 'Owner' : 'Marketing Manager, "South"',
        `Obere Str. ${at}`,
        moved ? 'Boise' : city,
        moved ? 'ID' : region,
        moved ? '83720' : code,
        moved ? 'USA' : country,
        changed && at < 2 ? '+49 30 901820' : `${phone}${String(10 + at).padStart(2, '0')}`,
        at % 3 === 0 ? '' : `${phone}99`,
      ]
    }),
  )
}

export function oddProductsFile(): string {
  return csv(
    'product_id,product_name,category_name,quantity_per_unit,unit_price,discontinued',
    Array.from({ length: oddProducts }, (_, at) => [
      at + 1,
      `Queso "Ñandú" ${at + 1}`,
      at % 2 === 0 ? 'Dairy, Products' : 'Beverages',
      '24 - 12 oz bottles',
      `${10 + at}.${at}5`,
      at === 3 ? 1 : 0,
    ]),
  )
}

/** Five people; the manager of the first three is the second, who leads nobody's boss. */
export function oddPeopleFile(): string {
  const managers = ['2', '', '2', '3', '3']
  return csv(
    'employee_id,name,title,hire_date,birth_date,city,country,home_phone,reports_to',
    managers.map((manager, at) => [
      at + 1,
      ['Nadia Ívarsdóttir', 'Andrés Fuentes', 'Jana Löwe', 'Peg O’Brien', 'Stéphane Roy'][at] ?? '',
      at === 1 ? 'Vice President, Sales' : 'Sales Representative',
      `199${at}-05-01`,
      `19${50 + at}-12-08`,
      'Seattle',
      'USA',
      `(206) 555-98${50 + at}`,
      manager,
    ]),
  )
}

export function oddOrdersFile(): string {
  return csv(
    'order_id,customer_id,employee_id,order_date,required_date,shipped_date,freight,ship_name,ship_city,ship_country',
    Array.from({ length: oddOrders }, (_, at) => [
      10_000 + at,
      `ODD${String(at % oddCustomers).padStart(2, '0')}`,
      (at % oddPeople) + 1,
      `1996-07-${String((at % 28) + 1).padStart(2, '0')}`,
      '1996-08-16',
      at % 4 === 0 ? '' : '1996-08-02',
      `${at}.${at % 10}5`,
      `Größ & "Söhne" ${at}`,
      'Münster',
      'Germany',
    ]),
  )
}

/** Two lines an order, some with discount; `amount` is what they come to in cents. */
export function oddLinesFile(): { text: string; count: number; amount: number } {
  const lines = Array.from({ length: oddOrders * 2 }, (_, at) => {
    const cents = 995 + 7 * at
    const quantity = (at % 9) + 1
    const hundredths = (at % 4) * 5
    return {
      at,
      cents,
      quantity,
      hundredths,
      total: Math.round((cents * quantity * (100 - hundredths)) / 100),
    }
  })
  return {
    text: csv(
      'order_id,product_id,unit_price,quantity,discount',
      lines.map(({ at, cents, quantity, hundredths }) => [
        10_000 + Math.floor(at / 2),
        (at % oddProducts) + 1,
        (cents / 100).toFixed(2),
        quantity,
        (hundredths / 100).toFixed(2),
      ]),
    ),
    count: lines.length,
    amount: lines.reduce((sum, { total }) => sum + total, 0),
  }
}
