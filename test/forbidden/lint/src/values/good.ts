export const second = 'two'
