export const made = true
