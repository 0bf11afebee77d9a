/**
 * What people call a screen besides its name, in English, Spanish and Chinese at once: many work in a language that
 * isn't the one they type in. By the name of a place, a screen or a new thing.
 */
export const keywords: Readonly<Record<string, string>> = {
  today: 'home start tasks inicio tareas 首页 任务',
  customers: 'clients accounts book portfolio cartera cuentas 客户 客户名单',
  visits: 'route calendar plan agenda check in promises visitas ruta promesas 拜访 路线 日程 签到 承诺',
  visit: 'plan visit appointment planificar visita cita 安排拜访 预约',
  sales: 'orders returns invoices pedidos ventas devoluciones 订单 销售 退货',
  order: 'new order sell take order pedido nuevo tomar vender 新订单 下单 录单',
  pool: 'free customers without owner bolsa sin comercial pool libres 公海 无人负责',
  steward: 'data quality duplicates merge calidad de datos duplicados fusionar unir 数据质量 重复 合并',
  complaints: 'complaint service after-sales queja reclamación 投诉 售后',
  collisions: 'conflict claim dispute reclamar disputa 争议 冲突',
  receivables: 'debts ageing invoices receivables money deudas facturas cobros vencido 应收 欠款 账龄 发票',
  payment: 'collect payment money cobro pago cobrar 收款 付款',
  cash: 'cash in hand hand in collected dinero caja entregar 现金 上交',
  rates: 'exchange rates currency cambio divisas tipos 汇率 货币',
  people: 'team staff salespeople colleagues personas equipo comerciales empleados 人员 员工 业务员',
  privacy: 'gdpr rgpd data protection erase proteccion de datos borrar 隐私 数据保护 删除',
  settings: 'rules configuration preferences configuracion reglas preferencias 设置 规则',
  notices: 'notifications bell alerts notificaciones avisos 通知 提醒',
  me: 'profile password account perfil contrasena cuenta 我 密码 个人',
  customer: 'new customer add create nuevo cliente anadir crear alta 新客户 新建 登记',
  handOver: 'hand over transfer reassign give away entregar ceder pasar cartera traspasar 移交 转交 交接',
  transfers: 'hand over handovers entregar entregas traspasos 移交 交接',
  coverage: 'risk single person exposure cover backup riesgo cobertura cartera suplente 风险 覆盖 备份',
  imports:
    'import upload excel csv file load bring importar cargar subir archivo fichero traer 导入 上传 文件 表格',
  teams: 'teams groups managers equipos grupos 团队 小组',
  rights: 'roles permissions rights permisos funciones 权限 角色',
  accessLog: 'audit access log auditoria accesos 审计 访问日志',
  territories: 'areas territories zones zonas territorios areas 区域 片区',
  products: 'catalogue articles catalogo productos articulos 产品 目录',
  prices: 'price list tariff rates tarifa precios lista 价格 价目表 报价',
  webhooks: 'integrations api integraciones 集成 接口',
  blockList: 'do not contact blocked bloqueados no contactar 屏蔽 黑名单',
}
