export type Row = { name: string }
