export const outside = [document, process, fetch, Buffer, setTimeout]
