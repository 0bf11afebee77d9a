import type { Field, ImportTarget, Values } from '../imports/target.ts'

const names = (list: string) => list.split(/\s*\|\s*/u)

const profile: readonly Field[] = [
  {
    name: 'code',
    kind: 'text',
    most: 60,
    headers: names(
      `id | code | no | number | employee id | employee number | employee no | emp id | staff id | staff no | payroll number |
      badge | slpcode | user id | salesperson id | codigo | cod | numero | numero de empleado | n empleado | legajo | matricula |
      codigo vendedor | 编号 | 工号 | 员工编号 | 员工号 | 人员编号 | 业务员编号 | personalnummer | matricule`,
    ),
  },
  {
    name: 'name',
    kind: 'text',
    required: true,
    most: 200,
    join: ' ',
    headers: names(
      `name | full name | first name | last name | surname | given name | family name | employee | employee name | slpname | nombre |
      nombre completo | nombre y apellidos | apellidos | apellido | primer apellido | segundo apellido | empleado | vendedor |
      comercial | 姓名 | 名字 | 员工姓名 | 业务员 | 业务员姓名 | mitarbeiter | nom | prenom`,
    ),
  },
  {
    name: 'title',
    kind: 'text',
    most: 120,
    headers: names(
      'title | job title | position | post | job | role title | designation | puesto | cargo | puesto de trabajo | categoria profesional | 职务 | 职位 | 岗位 | 头衔 | funktion | poste | fonction',
    ),
  },
  {
    name: 'role',
    kind: 'choice',
    choices: {
      salesperson: ['sales', 'seller', 'rep', 'vendedor', 'comercial', '业务员', '销售'],
      manager: ['lead', 'supervisor', 'jefe', 'responsable', 'gerente', '主管', '经理'],
    },
    headers: names('role | app role | funcion | rol | 角色 | rolle'),
  },
  {
    name: 'hired_on',
    kind: 'day',
    headers: names(
      `hired on | hire date | hired | start date | date hired | joining date | date of joining | employed since | entry date |
      fecha de alta | fecha alta | fecha de ingreso | fecha ingreso | fecha de contratacion | antiguedad | alta | 入职日期 | 入职时间 |
      聘用日期 | 到岗日期 | eintrittsdatum | date d embauche`,
    ),
  },
  {
    name: 'left_on',
    kind: 'day',
    headers: names(
      'left on | leave date | end date | termination date | last day | date left | fecha de baja | fecha baja | baja | fecha de salida | 离职日期 | 离职时间 | austrittsdatum',
    ),
  },
]

const reach: readonly Field[] = [
  {
    name: 'email',
    kind: 'email',
    most: 200,
    headers: names(
      'email | e mail | mail | email address | work email | correo | correo electronico | 邮箱 | 电子邮件 | 电子邮箱',
    ),
  },
  {
    name: 'phone',
    kind: 'phone',
    most: 60,
    personal: true,
    headers: names(
      `phone | phone number | telephone | tel | mobile | mobile phone | cell | home phone | work phone | telefono | movil | celular |
      telefono movil | tfno | 电话 | 手机 | 手机号 | 联系电话 | telefon | handy | portable`,
    ),
  },
  {
    name: 'city',
    kind: 'text',
    most: 100,
    headers: names(
      'city | town | location | office | ciudad | poblacion | localidad | 城市 | 所在城市 | ort | ville',
    ),
  },
  {
    name: 'country',
    kind: 'country',
    headers: names('country | country code | pais | 国家 | land | pays'),
  },
  {
    name: 'language',
    kind: 'choice',
    choices: {
      en: ['english', 'ingles', '英语', '英文'],
      es: ['spanish', 'espanol', 'castellano', '西班牙语'],
      zh: ['chinese', 'chino', 'mandarin', '中文', '汉语'],
    },
    headers: names('language | app language | idioma | 语言 | 界面语言'),
  },
  { name: 'languages', kind: 'tags', headers: names('languages | speaks | idiomas | 会说的语言 | 语种') },
  {
    name: 'skills',
    kind: 'tags',
    headers: names('skills | competencias | habilidades | especialidades | 技能 | 专长'),
  },
]

const place: readonly Field[] = [
  {
    name: 'team',
    kind: 'reference',
    most: 120,
    headers: names(
      'team | department | group | division | equipo | departamento | grupo | delegacion | 团队 | 部门 | 小组 | abteilung | equipe',
    ),
  },
  {
    name: 'manager',
    kind: 'reference',
    most: 200,
    headers: names(
      `manager | reports to | boss | supervisor | line manager | manager id | manager code | manager name | jefe | jefa | responsable |
      superior | jefe directo | jefe de equipo | reporta a | codigo jefe | 上级 | 直属主管 | 直属上级 | 主管 | 汇报对象 | 上级编号 | vorgesetzter | responsable hierarchique`,
    ),
  },
]

/** People as files bring them (rules 1.6, 7.1). Accounts never come from a file, nor do roles beyond manager and salesperson. */
export const peopleTarget: ImportTarget = {
  entity: 'people',
  permission: 'people.change',
  fields: [...profile, ...reach, ...place],
  nouns: names(
    'employee | person | staff | salesperson | user | empleado | persona | vendedor | comercial | 员工 | 人员 | 业务员',
  ),
  keys: [
    { name: 'code', fields: ['code'] },
    { name: 'email', fields: ['email'], compare: 'lower' },
    { name: 'name', fields: ['name'], compare: 'lower', onlyChosen: true },
  ],
}

/** Columns of the person that a file may fill; the names are those of the table. */
export const personColumns = [
  'code',
  'name',
  'hired_on',
  'email',
  'phone',
  'phone_e164',
  'city',
  'country',
  'language',
  'languages',
  'skills',
] as const

/** What makes up a post, by the names of the values that a file gives. */
export const postValues = ['title', 'team', 'manager'] as const

/**
 * What a row says in view of the person it means. A file gives nobody another role, and makes nobody leave who is here:
 * that is a departure (rule 2.9).
 */
export function settlePerson(existing: Values, row: Values): Values {
  return { ...row, role: existing['role'] ?? null, left_on: existing['left_on'] ?? null }
}
