// Allowed: a rule, a query and a command of an earlier feature.
export { rule } from '../../people/rule.ts'
export { list } from '../../people/server/queries/list.ts'
export { add } from '../../people/server/commands.ts'
