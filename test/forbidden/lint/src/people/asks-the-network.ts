export const ask = () => fetch('/')
