import { parse } from 'csv-parse/sync'

export const read = (text: string): unknown => parse(text)
