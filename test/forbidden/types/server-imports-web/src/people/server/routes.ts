export { words } from '../web/words.ts'
