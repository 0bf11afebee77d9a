export const rule = true
