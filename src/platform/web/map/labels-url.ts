/** Where the names of towns are: here while developing; build/map-labels.ts puts the built file's address in its place. */
export const labelsUrl: string = '/@map-labels.json'
