export const add = true
