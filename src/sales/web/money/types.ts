import type { components } from '../../../platform/web/request/contract.gen.d.ts'

type Schemas = components['schemas']
export type AgeingPage = Schemas['AgeingPage']
export type AgeingRow = Schemas['AgeingRow']
export type CustomerAccount = Schemas['CustomerAccount']
export type Receivable = Schemas['Receivable']
export type Payment = Schemas['Payment']
export type CashInHand = Schemas['CashInHand']
export type HandIn = Schemas['HandIn']
