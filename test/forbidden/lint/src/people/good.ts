import { second } from '../values/good.ts'

export const first = `${second} ${Math.max(1, 2)}`
