export const words = ['']
