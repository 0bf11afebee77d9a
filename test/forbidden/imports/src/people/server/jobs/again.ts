export const again = true
