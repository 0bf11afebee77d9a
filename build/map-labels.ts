import type { Plugin } from 'vite'
import { mapLabels } from '../src/platform/server/places/map-labels.ts'
import { openPlaces } from '../src/platform/server/places/places.ts'

const asked = /\/platform\/web\/map\/labels-url\.ts$/u
const whileDeveloping = '/@map-labels.json'

/** Makes the names on the map from the package of places: an asset when building, an answer while developing. */
export function mapLabelsPlugin(count = 20_000): Plugin {
  const make = async () => {
    const { gazetteer, china } = await openPlaces()
    return JSON.stringify(mapLabels(gazetteer, china, count))
  }
  let isBuilding = false
  return {
    name: 'map-labels',
    configResolved: ({ command }) => void (isBuilding = command === 'build'),
    async transform(_code, id) {
      if (!isBuilding || !asked.test(id)) return null
      const file = this.emitFile({ type: 'asset', name: 'map-labels.json', source: await make() })
      return { code: `export const labelsUrl = import.meta.ROLLUP_FILE_URL_${file}`, map: null }
    },
    configureServer(server) {
      server.middlewares.use(whileDeveloping, (_request, response, next) => {
        make().then((json) => response.setHeader('content-type', 'application/json').end(json), next)
      })
    },
  }
}
