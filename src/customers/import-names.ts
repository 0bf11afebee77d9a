/** Column names of common exports in English, Spanish and Chinese, some German and French. */
export const columnNames = (list: string) => list.split(/\s*\|\s*/u)
