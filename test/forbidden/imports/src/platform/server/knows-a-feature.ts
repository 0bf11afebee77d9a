export { rule } from '../../people/rule.ts'
