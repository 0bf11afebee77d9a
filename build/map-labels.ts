import type { Plugin } from 'vite'
import { mapLabels } from '../src/platform/server/places/map-labels.ts'
import { openPlaces } from '../src/platform/server/places/places.ts'

const name = 'virtual:map-labels'
const devPath = '/@map-labels.json'

/** `import url from 'virtual:map-labels'`: the address of the names on the map, made from the package of places. */
export function mapLabelsPlugin(count = 20_000): Plugin {
  const make = async () => {
    const { gazetteer, china } = await openPlaces()
    return JSON.stringify(mapLabels(gazetteer, china, count))
  }
  let isDev = false
  return {
    name: 'map-labels',
    configResolved: ({ command }) => void (isDev = command === 'serve'),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      if (isDev) return `export default ${JSON.stringify(devPath)}`
      const file = this.emitFile({ type: 'asset', name: 'map-labels.json', source: await make() })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
    configureServer(server) {
      server.middlewares.use(devPath, (_request, response, next) => {
        make().then((json) => response.setHeader('content-type', 'application/json').end(json), next)
      })
    },
  }
}
