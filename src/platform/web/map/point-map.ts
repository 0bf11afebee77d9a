import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl'
import type { Points } from '../../../values/points.ts'
import { baseLayers } from './base-layers.ts'
import { drawImage } from './cluster-image.ts'
import { resolveColour } from './map-colours.ts'
import { openMap } from './open-map.ts'
import { boxAround, featuresOf, type Value } from './point-features.ts'
import { clusterSums, pointLayers } from './point-layers.ts'
import { repaint } from './repaint.ts'
import { openCluster, targetAt, type Target } from './targets.ts'

export type Shown = { readonly points: Points; readonly rows: Uint32Array | null; readonly by: Value }

export type Look = {
  readonly scheme: 'light' | 'dark'
  readonly language: string
  /** CSS colours, one a value. */
  readonly valueColours: readonly string[]
}

export type PointMap = {
  readonly show: (shown: Shown) => void
  readonly wear: (look: Look) => void
  readonly emphasise: (rows: readonly number[]) => void
  readonly fit: () => void
  readonly zoomBy: (steps: number) => void
  readonly remove: () => void
}

type Settings = {
  readonly container: HTMLElement
  readonly label: string
  /** The id of the text that tells the keys. */
  readonly hint: string
  readonly look: Look
  readonly styleUrl: string | null
  readonly onPick: (rows: number[]) => void
  readonly onPoint: (target: Target | null) => void
  readonly onReady: () => void
}

const empty: GeoJSON.FeatureCollection<GeoJSON.Point> = { type: 'FeatureCollection', features: [] }

/** Draws a map of points into a container, with no network unless a style's address is given. Throws without WebGL. */
export async function createPointMap(settings: Settings): Promise<PointMap> {
  const { container, onPick, onPoint } = settings
  let { look } = settings
  let shown: Shown | null = null
  const { map, base, colours } = await openMap({ ...settings, language: look.language })
  const lookHere = () => ({
    scheme: look.scheme,
    colours: colours(),
    valueColours: look.valueColours.map((colour) => resolveColour(container, colour)),
  })
  map.setMissingStyleImageResolver((name) => {
    const { valueColours, colours } = lookHere()
    const drawn = drawImage(name, { valueColours, surface: colours.surface })
    if (drawn !== null && !map.hasImage(name)) map.addImage(name, drawn.image, drawn.options)
  })

  /** The number of values is part of how clusters count, so another number needs another source. */
  let countedBy = ''
  const putPoints = () => {
    const values = look.valueColours.length
    const source = map.getSource<GeoJSONSource>('points')
    const data = shown === null ? empty : featuresOf(shown.points, shown.rows, shown.by, values)
    if (source !== undefined && countedBy === String(values)) return void source.setData(data)
    const layers = pointLayers(lookHere())
    if (source !== undefined) {
      for (const { id } of layers) map.removeLayer(id)
      map.removeSource('points')
    } else map.addSource('emphasis', { type: 'geojson', data: empty })
    countedBy = String(values)
    map.addSource('points', {
      type: 'geojson',
      data,
      cluster: true,
      clusterRadius: 46,
      clusterMaxZoom: 17,
      maxzoom: 18,
      clusterProperties: clusterSums(values),
    })
    for (const layer of layers) map.addLayer(layer)
  }

  const fit = (animate: boolean) => {
    const box = shown === null ? null : boxAround(shown.points, shown.rows)
    if (box === null) return
    const padding = Math.min(64, container.clientWidth / 8, container.clientHeight / 8)
    map.fitBounds(box, { padding, maxZoom: 11, animate })
  }

  const open = async (target: Target | null) => {
    if (target === null) return
    onPoint(null)
    const rows = target.kind === 'point' ? [target.row] : await openCluster(map, target)
    if (rows.length > 0) onPick(rows)
  }

  const canvas = map.getCanvas()
  const centre = (): [number, number] => [canvas.clientWidth / 2, canvas.clientHeight / 2]
  let frame = 0
  map.on('mousemove', ({ point }: MapMouseEvent) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const target = targetAt(map, [point.x, point.y], 4)
      canvas.style.cursor = target === null ? '' : 'pointer'
      onPoint(target)
    })
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(frame)
    onPoint(null)
  })
  map.on('movestart', () => onPoint(null))
  map.on('click', ({ point }: MapMouseEvent) => void open(targetAt(map, [point.x, point.y], 14)))
  // By keyboard the middle of the map is the pointer: arrows bring a point there, Enter opens it.
  map.on('moveend', () => {
    if (canvas.matches(':focus-visible')) onPoint(targetAt(map, centre(), 60))
  })
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      void open(targetAt(map, centre(), 60))
    }
  })

  await map.once('style.load')
  putPoints()
  void map.once('idle').then(settings.onReady)

  return {
    show(next) {
      const isFirst = shown === null
      shown = next
      putPoints()
      if (isFirst) fit(false)
    },
    wear(next) {
      const isCountedAnew = next.valueColours.length !== look.valueColours.length
      look = next
      if (isCountedAnew) putPoints()
      repaint(map, [
        ...(base === null ? [] : baseLayers(lookHere().colours, look.language)),
        ...pointLayers(lookHere()),
      ])
    },
    emphasise(rows) {
      const data =
        shown === null
          ? empty
          : featuresOf(shown.points, Uint32Array.from(rows), shown.by, look.valueColours.length)
      map.getSource<GeoJSONSource>('emphasis')?.setData(data)
    },
    fit: () => fit(true),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
    remove() {
      cancelAnimationFrame(frame)
      map.remove()
    },
  }
}
