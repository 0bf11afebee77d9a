export const part = true
