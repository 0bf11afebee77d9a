export const page = true
