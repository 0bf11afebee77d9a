import type { Field, ImportTarget } from '../imports/target.ts'
import { columnNames as names } from './import-names.ts'
import { standing } from './import-standing.ts'

const profile: readonly Field[] = [
  {
    name: 'code',
    kind: 'text',
    most: 60,
    headers: names(
      `id | code | no | number | key | ref | reference | internal reference | external id | customer number | account number |
      account id | cardcode | debitor | debtor no | codigo | cod | cod cliente | numero | numero de cliente | n cliente |
      referencia | clave | 编号 | 编码 | 代码 | 客户编号 | 客户编码 | 客户代码 | kundennummer | kundennr | code client | numero client`,
    ),
  },
  {
    name: 'name',
    kind: 'text',
    required: true,
    most: 300,
    headers: names(
      `name | company | company name | account name | business name | trade name | trading name | display name | cardname | shop |
      store name | outlet name | nombre | nombre comercial | empresa | establecimiento | local | 名称 | 客户名称 | 客户 | 公司 |
      公司名称 | 店名 | 门店名称 | 商户名称 | 单位名称 | firma | firmenname | kunde | raison sociale | nom | societe`,
    ),
  },
  {
    name: 'legal_name',
    kind: 'text',
    most: 300,
    headers: names(
      'legal name | registered name | fiscal name | razon social | nombre fiscal | denominacion social | 法定名称 | 全称 | 开票名称 | 营业执照名称',
    ),
  },
  {
    name: 'tax_id',
    kind: 'text',
    most: 40,
    headers: names(
      `tax id | tax number | tax no | vat | vat id | vat number | vat no | vat reg no | fiscal id | lictradnum | nif | cif |
      nif cif | cif nif | dni | rfc | ruc | rut | nit | cuit | id fiscal | identificacion fiscal | numero fiscal | 税号 |
      纳税人识别号 | 统一社会信用代码 | 社会信用代码 | ust id | ust idnr | steuernummer | siret | siren | tva | partita iva | cnpj`,
    ),
  },
  {
    name: 'street',
    kind: 'text',
    most: 300,
    join: ', ',
    headers: names(
      `street | address | address line 1 | address line 2 | address 1 | address 2 | address1 | address2 | street 2 | street2 |
      billing street | shipping street | mailing street | full address | direccion | domicilio | calle | direccion fiscal |
      direccion 1 | direccion 2 | 地址 | 详细地址 | 街道 | 客户地址 | 联系地址 | 门店地址 | strasse | anschrift | adresse | rue | via | endereco`,
    ),
  },
  {
    name: 'city',
    kind: 'text',
    most: 120,
    headers: names(
      `city | town | billing city | shipping city | locality | ciudad | poblacion | localidad | municipio | 城市 | 市 | 所在城市 |
      ort | stadt | ville | commune | citta | cidade`,
    ),
  },
  {
    name: 'region',
    kind: 'text',
    most: 120,
    headers: names(
      `region | state | province | county | state region | state province | billing state | billing state province | shipping state |
      provincia | estado | comunidad autonoma | departamento | 省 | 省份 | 地区 | 所属省份 | bundesland | departement`,
    ),
  },
  {
    name: 'postal_code',
    kind: 'text',
    most: 20,
    headers: names(
      `postal code | zip | zip code | postcode | zip postal code | billing zip | billing zip postal code | billing postal code |
      shipping zip | codigo postal | cp | c p | cod postal | 邮编 | 邮政编码 | plz | postleitzahl | code postal | cap | cep`,
    ),
  },
  {
    name: 'country',
    kind: 'country',
    headers: names(
      'country | country region | country code | billing country | shipping country | pais | 国家 | 国别 | land | pays | paese',
    ),
  },
]

const reach: readonly Field[] = [
  {
    name: 'phone',
    kind: 'phone',
    most: 60,
    headers: names(
      `phone | phone number | telephone | tel | phone 1 | phone1 | main phone | work phone | business phone | office phone | landline |
      telefono | telefono 1 | telf | tfno | tlf | telefono fijo | 电话 | 电话号码 | 联系电话 | 座机 | 固定电话 | 公司电话 | telefon | telephone 1`,
    ),
  },
  { name: 'fax', kind: 'text', most: 60, headers: names('fax | fax number | telefax | 传真 | 传真号码') },
  {
    name: 'email',
    kind: 'email',
    most: 200,
    headers: names(
      'email | e mail | mail | email address | company email | correo | correo electronico | 邮箱 | 电子邮件 | 电子邮箱 | 邮件',
    ),
  },
  {
    name: 'website',
    kind: 'text',
    most: 300,
    headers: names(
      'website | web | url | web site | homepage | domain | company domain name | pagina web | sitio web | 网站 | 网址 | 官网',
    ),
  },
  {
    name: 'contact_name',
    kind: 'text',
    most: 200,
    join: ' ',
    personal: true,
    headers: names(
      `contact | contact name | contact person | person in charge | primary contact | first name | last name | contact first name |
      contact last name | cntctprsn | attention | contacto | persona de contacto | nombre de contacto | nombre contacto | responsable |
      encargado | persona a cargo | apellidos | 联系人 | 主要联系人 | 联系人姓名 | 负责人 | 老板 | 店主 | ansprechpartner | interlocuteur`,
    ),
  },
  {
    name: 'contact_title',
    kind: 'text',
    most: 120,
    headers: names(
      'contact title | title | job title | position | contact position | cargo | puesto | cargo contacto | 职务 | 职位 | 头衔 | position du contact',
    ),
  },
  {
    name: 'contact_phone',
    kind: 'phone',
    most: 60,
    personal: true,
    headers: names(
      `contact phone | mobile | mobile phone | cell | cell phone | cellular | contact mobile | movil | telefono movil | celular |
      telefono contacto | telefono de contacto | 手机 | 手机号 | 手机号码 | 联系人电话 | 联系人手机 | handy | mobil | portable`,
    ),
  },
  {
    name: 'contact_email',
    kind: 'email',
    most: 200,
    personal: true,
    headers: names(
      'contact email | contact e mail | correo contacto | email contacto | email de contacto | 联系人邮箱',
    ),
  },
  {
    name: 'contact_messaging',
    kind: 'text',
    most: 120,
    personal: true,
    headers: names('whatsapp | wechat | telegram | messaging | line id | mensajeria | 微信 | 微信号 | qq'),
  },
]

const placed = ['latitude', 'longitude', 'accuracy_m', 'located_by']
const place: readonly Field[] = [
  {
    name: 'latitude',
    kind: 'latitude',
    keeps: placed,
    headers: names('latitude | lat | gps latitude | geo latitude | latitud | 纬度 | breitengrad | y coord'),
  },
  {
    name: 'longitude',
    kind: 'longitude',
    keeps: placed,
    headers: names('longitude | lng | lon | long | gps longitude | longitud | 经度 | laengengrad | x coord'),
  },
  {
    name: 'coordinates',
    kind: 'point',
    keeps: placed,
    headers: names(
      'coordinates | gps | location | geo | geolocation | lat lng | lat long | coordenadas | ubicacion | 坐标 | 经纬度 | 位置',
    ),
  },
]

/** Customers as files bring them: the profile, the person in charge, the place and who is responsible (rules 1.1, 1.6). */
export const customersTarget: ImportTarget = {
  entity: 'customers',
  permission: 'customers.import',
  fields: [...profile, ...reach, ...place, ...standing],
  nouns: names(
    'customer | client | account | outlet | shop | store | partner | business partner | cliente | tienda | 客户 | 门店 | 商户 | kunde',
  ),
  keys: [
    { name: 'code', fields: ['code'] },
    { name: 'name_street', fields: ['name', 'city', 'street'], compare: 'lower' },
    { name: 'name_city', fields: ['name', 'city'], compare: 'lower' },
    { name: 'tax_id', fields: ['tax_id'], compare: 'alphanumeric', onlyChosen: true },
    { name: 'phone', fields: ['phone'], onlyChosen: true },
  ],
}
