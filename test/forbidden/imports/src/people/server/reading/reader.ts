export { again } from '../jobs/again.ts'

export const reader = true
