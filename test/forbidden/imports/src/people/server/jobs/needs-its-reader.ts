export { reader } from '../reading/reader.ts'
