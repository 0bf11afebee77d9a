export { made } from '../../../test/make.ts'
