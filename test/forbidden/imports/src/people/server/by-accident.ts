export { parse } from 'acorn'
