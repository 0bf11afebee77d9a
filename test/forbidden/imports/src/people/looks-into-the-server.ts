export { add } from './server/commands.ts'
