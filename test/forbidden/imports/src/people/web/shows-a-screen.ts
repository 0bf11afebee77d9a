export { page } from '../../screens/people/page.ts'
