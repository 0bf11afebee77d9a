export { part } from '../web/Part.tsx'
