export { part } from '../../people/web/Part.tsx'
