export { routes } from '../../people/server/routes.ts'
